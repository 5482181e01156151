// Words of the further kinds of documents, of many made at once, and of sets that are kept under a name.
import type { ProgrammeDocument, RowDocument, SetPeriod, SingleDocument } from '@/documents/types'

type Further = Exclude<SingleDocument, OldSingle> | Exclude<ProgrammeDocument, OldOfProgramme>
type OldSingle =
  | 'notice'
  | 'meeting_notice'
  | 'sign_in_sheet'
  | 'minutes'
  | 'strike_off_slip'
  | 'clearing_sheet'
type OldOfProgramme =
  | 'ledger_table'
  | 'problem_list'
  | 'task_list'
  | 'responsibility_list'
  | 'results_list'
  | 'week_report'
  | 'month_report'

export const further_kinds: Record<Further, string> = {
  strike_off_application: '销号申请单',
  extension_application: '延期申请',
  long_term_application: '持续整改申请',
  agenda: '会议议程',
  interview_record: '约谈记录',
  check_report: '督查报告',
  handover_letter: '责任交接书',
  rectification_list: '整改清单',
  deadline_list: '时限清单',
  immediate_list: '立行立改清单',
  feedback_list: '反馈清单',
  reconciliation_list: '对账销号清单',
  archive_list: '档案清单',
  rectification_order: '整改通知单',
  dispatch_report: '整改工作调度通报',
  statistics: '整改情况统计表',
  commitment: '签字背书承诺书',
  clue_table: '移交线索办理表',
  petition_table: '信访件处理汇总表',
  accountability_table: '处理干部汇总表',
  rectification_plan: '整改方案',
  sub_plan: '单位子方案',
}

export const further_about: Record<Exclude<ProgrammeDocument, OldOfProgramme>, string> = {
  rectification_list: '问题、目标、措施、责任单位、时限、进展、完成情况',
  deadline_list: '每条措施的时限类型、方案所列时限、到期日、剩余或超期天数',
  immediate_list: '只列立行立改的措施',
  feedback_list: '反馈问题原文、来源文书、责任单位、认领情况',
  reconciliation_list: '每个问题的措施完成条数、销号单号、销号日期，留有核对栏',
  archive_list: '每条措施的佐证文件、件数和纸质材料存放',
  rectification_order: '十四栏，发给责任单位，两方签字',
  dispatch_report: '月报的内容，加上存在困难和下一步安排',
  statistics: '问题、措施、成效、问责（须有知悉权限）和分方面的数字',
  commitment: '第一责任人手写抄录、签名，数字与台账一致',
  clue_table: '须有线索知悉权限：移交、承办、方式、结果、办结和反馈日期',
  petition_table: '须有线索知悉权限：来源写明信访、来信、来访、举报的线索',
  accountability_table: '须有追责问责知悉权限：姓名、情形、处理方式、决定机关、文号',
}

export const document_sets = {
  title: '文书组合',
  hint: '选好要哪些文书，一次生成一个 ZIP。同一次生成的文书出自同一时刻的台账，数字彼此一致。',
  none: '还没有保存的组合。先在下面选好，再取个名字保存。',
  saved: '已保存的组合',
  shared: '共用',
  own: '自用',
  by: (name: string) => `${name}保存`,
  made_of: (count: number, period: SetPeriod, pdf: boolean, books: boolean) =>
    `${count} 种文书，${periods[period]}，${pdf ? 'PDF' : 'Word'}${books ? '，表格另附 Excel' : ''}`,
  make: '生成',
  making: '正在生成……',
  make_now: '按所选生成',
  drop: '删去',
  dropped: (name: string) => `已删去“${name}”。`,
  choose: '选择文书',
  presets: '常用组合',
  preset: {
    month_end: '月末一套',
    week: '每周一套',
    three: '三张清单',
    four: '四张清单',
    five: '五张清单',
  },
  per_row: { notice: '本期督办文书', minutes: '本期会议纪要', strike_off_slip: '本期销号单' },
  period: '期间',
  form: '格式',
  as_word: 'Word',
  as_pdf: 'PDF（每份需要几秒钟）',
  workbooks: '表格另附 Excel',
  name: '组合名称',
  for_all: '共用：看得到这项整改工作的人都可以用',
  keep: '保存组合',
  kept: (name: string) => `已保存“${name}”。`,
  chosen: (count: number) => `已选 ${count} 种`,
  issuer: (name: string) => `落款：${name}（由系统管理员在配置项 office_name 中设定）`,
}
export const periods: Record<SetPeriod, string> = { week: '所在的一周', month: '所在的一月' }

export const document_rows = {
  title: '逐条批量生成',
  hint: '每个事项一份 Word 文件，文件名写明编号和单位，合成一个 ZIP。',
  filter: '范围',
  all: '全部问题',
  open: (kind: string) => `下载${kind}（ZIP）`,
  kinds: {
    notice: '全部已签发的督办文书',
    strike_off_slip: '销号单',
    strike_off_application: '销号申请单',
    clearing_sheet: '归零表',
  } satisfies Record<RowDocument, string>,
}
