// Words of evidence: what it is, where it stands, what to look at twice.
// Names of kinds stand in the contract: refusals and the journal say them too.
import forms from '@contract/forms.zh-CN.json'
import type { EvidenceHint, EvidenceKind, EvidencePlace, EvidenceType } from '@/evidence/types'
import { time } from './time'

/** What a file name says of the kind of document; the person may choose otherwise. */
const names_of_kinds: [RegExp, EvidenceKind][] = [
  [/处分|处理决定|决定书|诫勉|谈话提醒/, 'decision'],
  [/纪要|会议记录|会议|研究记录/, 'minutes'],
  [/通报|通知/, 'circular'],
  [/凭证|发票|收据|票据|缴款|转账|流水|退款/, 'voucher'],
  [/制度|办法|规定|细则|规程|条例|意见|方案|清单/, 'system_document'],
  [/照片|现场|合影/, 'photograph'],
]
export function kind_in_name(name: string): EvidenceKind {
  return names_of_kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}
export function pasted_name(now: Date, name: string): string {
  const at = time.instant(now.toISOString()).replace(':', '')
  return `粘贴的图片 ${at}${name.slice(name.lastIndexOf('.'))}`
}

export const evidence = {
  title: '佐证材料',
  none: '还没有佐证材料。',
  add: '上传材料',
  link: '引用已有材料',
  drop_hint: '也可以把文件拖到这里，或者复制图片后直接粘贴。',
  drop_here: '松开鼠标，添加这些文件',
  accept: '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.pptx,.ofd,.doc,.xls,.ppt,.wps,.et,.dps,.txt,.csv',
  formats: (mb: number) =>
    `可以上传 PDF、图片（JPEG、PNG）、Word、Excel、PowerPoint、WPS、OFD 和纯文本，每个不超过 ${mb} MB。`,
  choose: '选择文件',
  choose_more: '再选文件',
  kinds: {
    system_document: forms['evidence.system_document'],
    minutes: forms['evidence.minutes'],
    circular: forms['evidence.circular'],
    voucher: forms['evidence.voucher'],
    photograph: forms['evidence.photograph'],
    decision: forms['evidence.decision'],
    other: forms['evidence.other'],
  } satisfies Record<EvidenceKind, string>,
  types: {
    pdf: 'PDF',
    jpeg: 'JPEG 图片',
    png: 'PNG 图片',
    docx: 'Word 文档',
    xlsx: 'Excel 表格',
    pptx: 'PowerPoint 演示',
    ofd: 'OFD',
    doc: 'Word 97–2003 文档',
    xls: 'Excel 97–2003 表格',
    ppt: 'PowerPoint 97–2003 演示',
    text: '纯文本',
  } satisfies Record<EvidenceType, string>,
  badges: {
    pdf: 'PDF',
    jpeg: 'JPG',
    png: 'PNG',
    docx: 'DOC',
    xlsx: 'XLS',
    pptx: 'PPT',
    ofd: 'OFD',
    doc: 'DOC',
    xls: 'XLS',
    ppt: 'PPT',
    text: 'TXT',
  } satisfies Record<EvidenceType, string>,
  size: (bytes: number) => {
    if (bytes < 1024) return `${bytes} 字节`
    if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
    return `${(bytes / 1024 / 1024).toFixed(1)} MB`
  },
  dated: (day: string) => `文件日期 ${day}`,
  brought: (by: string, at: string) => `${by} ${at} 上传`,
  corrected: (by: string, at: string) =>
    `${by} ${at} 更正类别和说明；文件未变，原来的说明见历史版本`,
  version: (n: number) => `第 ${n} 版`,
  made: (day: string, by: string) => `文件自带信息：${day} 生成${by ? `，作者 ${by}` : ''}`,
  modified: (day: string, by: string) => `${day} 修改${by ? `，修改人 ${by}` : ''}`,
  author_only: (by: string) => `文件自带信息：作者 ${by}`,
  hints: {
    named_otherwise: '文件名的扩展名与实际内容不符，请核对。',
    not_scanned: '上传时病毒查杀服务不可用，文件未经查杀，打开前请先在本机查杀。',
    made_after_claimed: '文件生成的日期晚于所填的文件日期，请核对是否事后补做。',
    older_than_feedback: '文件早于巡视巡察反馈日期，请核对是否属于本轮整改。',
  } satisfies Record<EvidenceHint, string>,
  duplicate: '同一文件还用在：',
  place: (place: EvidencePlace, elsewhere: boolean) => {
    const row = `${place.kind === 'problem' ? '问题' : '措施'} ${place.number}`
    return elsewhere ? `${place.programme.title} ${row}` : row
  },
  unseen: (n: number) => `您查看范围以外的 ${n} 处`,
  earlier: (n: number) => `历史版本（${n}）`,
  hide_earlier: '收起历史版本',
  preview: '预览',
  download: '下载',
  replace: '上传新版本',
  correct: '更正',
  remove: '移除',
  required: {
    measures: '提交审核前，须有下列各类材料：',
    problems: '申请销号前，须有下列各类材料：',
    stands: '已有',
    missing: '缺少',
    bring: (kind: string) => `上传${kind}`,
  },
  demanded: {
    title: '佐证材料要求',
    measure: '措施提交审核前',
    problem: '问题申请销号前',
    none: '不作要求',
    hint: '选定的类别，在这条措施（这个问题）上都有材料，才能提交审核（申请销号）；都不选的，不作要求。修改只对以后的提交和申请有效。',
    edit: '修改材料要求',
    saved: '材料要求已保存',
  },
  correcting: {
    title: '更正类别和说明',
    text: (name: string) => `文件“${name}”不变；原来的类别和说明留在历史版本中。`,
    submit: '保存更正',
    done: '已更正',
  },
  upload: {
    title: '上传佐证材料',
    replace_title: (name: string) => `上传“${name}”的新版本`,
    replace_hint: '旧版本继续保留，可以随时查看；引用了这份材料的其他行同时更新。',
    one_only: '新版本只能选一个文件，已取第一个。',
    kind: '材料类别',
    date: '文件日期',
    date_hint: '落款或形成的日期',
    description: '说明',
    description_hint: '例如：文号、与措施的关系',
    drop: '不传这个文件',
    submit: (n: number) => (n > 1 ? `上传 ${n} 个文件` : '上传'),
    sending: (percent: number) => (percent < 100 ? `正在上传 ${percent}%` : '正在核对…'),
    done: (n: number) => (n > 1 ? `已上传 ${n} 个文件` : '已上传'),
    some_refused: (n: number) => `有 ${n} 个文件没有上传成功，原因写在文件下面。`,
  },
  linking: {
    title: '引用已有材料',
    hint: '同一份文件不用重复上传：选择本项整改工作中已有的材料，也用于这一行。',
    search: '文件名或说明',
    none: '没有找到可以引用的材料。',
    choose: '引用',
    done: '已引用',
  },
  removal: {
    title: '移除佐证材料',
    text: (name: string) =>
      `“${name}”将不再作为这一行的佐证材料。文件和移除的理由都会保留在系统中。`,
    reason: '移除理由',
    submit: '移除',
    done: '已移除',
  },
  previewing: {
    cut: '内容较长，这里只显示开头部分，请下载后查看全部。',
    empty: '文件里没有可以显示的文字，请下载后查看。',
    text_only: '这里只显示文字和表格，版式和图片以原文件为准。',
  },
}
