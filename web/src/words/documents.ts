// Words of official documents.
import type { DocumentKind, FileForm, ProgrammeDocument } from '@/documents/types'
import {
  document_rows,
  document_sets,
  further_about,
  further_kinds,
  periods,
} from './document_sets'

export const documents = {
  signer: (name: string) => `签发人：${name}`,
  title: '文书',
  hint: '文书都由系统里的内容现生成，不用再录一遍。打开可以先看样子，再下载 Word 或 PDF；每次下载都记入操作留痕。',
  kinds: {
    notice: '督办文书',
    meeting_notice: '会议通知',
    sign_in_sheet: '签到表',
    minutes: '会议纪要',
    strike_off_slip: '销号单',
    clearing_sheet: '归零表',
    ledger_table: '整改台账',
    problem_list: '问题清单',
    task_list: '任务清单',
    responsibility_list: '责任清单',
    results_list: '成效清单',
    week_report: '整改工作周报',
    month_report: '整改工作月报',
    ...further_kinds,
  } satisfies Record<DocumentKind, string>,
  about: {
    ledger_table: '九栏，逐条列出问题、措施、责任、时限、进展和销号情况',
    problem_list: '反馈问题原文、具体表现、来源、期限、当前状态',
    task_list: '每条措施一行：任务、标准、时限、完成情况',
    responsibility_list: '每条措施一行：领导、单位、经办人',
    results_list: '每条措施一行：完成情况、成效、量化成效、佐证',
    week_report: '所选日期所在的一周：总体、本周销号、超期、七天内到期、各单位完成情况',
    month_report: '所选日期所在的一月：总体、本月销号、超期、三十天内到期、各单位完成情况',
    ...further_about,
  } satisfies Record<ProgrammeDocument, string>,
  groups: {
    lists: '台账和清单',
    reports: '周报、月报和通报',
    others: '统计和承诺',
    restricted: '受限表格',
  },
  restricted_hint: '只有取得相应知悉权限的人员看得到；查看和下载都记入操作留痕。',
  on: '所在日期',
  open: '查看',
  forms: { docx: '下载 Word', pdf: '下载 PDF', xlsx: '下载 Excel' } satisfies Record<
    FileForm,
    string
  >,
  making: '正在生成，PDF 需要几秒钟……',
  sets: document_sets,
  periods,
  rows: document_rows,
  elsewhere:
    '会议通知、议程、签到表、会议纪要在会议的页面上；销号单、销号申请单、归零表在问题的页面上；持续整改申请在措施的页面上；延期申请、约谈记录、督查报告、责任交接书在各自的页面上。',
  preview: '这是屏幕上的样子，分页和字体以下载的文件为准。',
}
