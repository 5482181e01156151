// Turns a refusal's code into a sentence. Sentences of the server's rules stand in the one catalogue that
// the program itself uses; only what the page itself can notice is worded here.
import catalogue from '@contract/messages.zh-CN.json'
import type { Refusal } from '@/base/types'

const of_page: Record<string, string> = {
  page_no_connection: '连接不上服务器，请检查网络后重试。您填写的内容没有丢失。',
  page_server_failed: '服务器处理时出错，请稍后重试；如果一直这样，请联系管理员。',
  page_unexpected_answer: '服务器的回答无法识别（{status}），请重新载入页面后再试。',
  page_required: '请填写这一项',
  page_too_short: '至少写 {min} 个字',
  page_record_is_unsent: '还有记录没有送到服务器，请等全部保存后再散会。',
  page_choose: '请选择',
  page_passwords_differ: '两次输入的新密码不一致',
  page_file_too_large: '文件超过 100 MB，请去掉其中的图片或拆分后再导入。',
  page_evidence_too_large: '“{name}”超过 {max} MB，请压缩或拆分后再上传。',
  page_must_hold: '这一项不符合时不能申请销号',
  page_percent: '请填 0 到 100 之间的整数',
  page_quantity: '请填大于 0 的整数',
  page_unknown: '操作没有成功（{code}），请重新载入页面后再试。',
}

export function sentence(refusal: Refusal): string {
  const pattern = (catalogue as Record<string, string>)[refusal.code] ?? of_page[refusal.code]
  const args: Record<string, unknown> = { code: refusal.code, ...refusal.args }
  return (pattern ?? of_page.page_unknown!).replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in args ? String(args[name]) : whole,
  )
}

/** All complaints about one form, each once: the first and those that came with it. */
export function all_of(refusal: Refusal): Refusal[] {
  return [refusal, ...(refusal.also ?? [])]
}
