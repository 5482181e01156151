/** What is made of a programme as a whole, in the groups in which the page shows it. */
export const list_documents = [
  'ledger_table',
  'problem_list',
  'task_list',
  'responsibility_list',
  'results_list',
  'rectification_list',
  'deadline_list',
  'immediate_list',
  'feedback_list',
  'reconciliation_list',
  'archive_list',
  'rectification_order',
] as const
export const report_documents = ['week_report', 'month_report', 'dispatch_report'] as const
export const other_documents = ['statistics', 'commitment'] as const
export const restricted_documents = [
  'clue_table',
  'petition_table',
  'accountability_table',
] as const
export const guard_of: Record<(typeof restricted_documents)[number], string> = {
  clue_table: 'clues',
  petition_table: 'clues',
  accountability_table: 'accountability',
}
export type ProgrammeDocument =
  | (typeof list_documents)[number]
  | (typeof report_documents)[number]
  | (typeof other_documents)[number]
  | (typeof restricted_documents)[number]
export const programme_documents: readonly ProgrammeDocument[] = [
  ...list_documents,
  ...report_documents,
  ...other_documents,
]
/** What is made of one thing. */
export type SingleDocument =
  | 'notice'
  | 'meeting_notice'
  | 'sign_in_sheet'
  | 'minutes'
  | 'strike_off_slip'
  | 'clearing_sheet'
  | 'strike_off_application'
  | 'extension_application'
  | 'long_term_application'
  | 'agenda'
  | 'interview_record'
  | 'check_report'
  | 'handover_letter'
  | 'rectification_plan'
  | 'sub_plan'
export type DocumentKind = SingleDocument | ProgrammeDocument
export type FileForm = 'docx' | 'pdf' | 'xlsx'
/** How a plan is laid out: its tasks and measures, the ledger annexed to it. */
export const task_layouts = ['text', 'table'] as const
export type TaskLayout = (typeof task_layouts)[number]
export const ledger_annexes = ['least', 'full', 'none'] as const
export type LedgerAnnex = (typeof ledger_annexes)[number]
/** What a document is asked for besides its subject: a day of reports, the form of plans. */
export interface DocumentQuery {
  on?: string
  tasks?: string
  annex?: string
}

/** Tables, which come as workbooks too. */
export const is_table = (kind: DocumentKind): boolean =>
  [...list_documents, ...restricted_documents, 'statistics'].some((one) => one === kind)
/** Reports of a period: which one depends on the day. */
export const has_day = (kind: DocumentKind): boolean => report_documents.some((one) => one === kind)

/** One for each row, all in one archive. */
export const row_documents = [
  'notice',
  'strike_off_slip',
  'strike_off_application',
  'clearing_sheet',
] as const
export type RowDocument = (typeof row_documents)[number]

export type SetPeriod = 'week' | 'month'
/** What is made together; kinds of single things: those of the period. */
export interface SetChoice {
  kinds: DocumentKind[]
  period: SetPeriod
  as_pdf: boolean
  workbooks: boolean
}
export interface DocumentSet extends SetChoice {
  id: string
  name: string
  shared: boolean
  by: string
  at: string
  may_drop: boolean
}
export interface DocumentSets {
  rows: DocumentSet[]
  may_share: boolean
  issuer: string
}
export const set_parts = ['notice', 'minutes', 'strike_off_slip'] as const
/** Sets that are usual, to begin with. */
export const presets = {
  month_end: {
    period: 'month',
    kinds: [
      'month_report',
      'ledger_table',
      'problem_list',
      'task_list',
      'responsibility_list',
      'notice',
      'minutes',
    ],
  },
  week: { period: 'week', kinds: ['week_report', 'deadline_list', 'notice', 'minutes'] },
  three: { period: 'month', kinds: ['problem_list', 'task_list', 'responsibility_list'] },
  four: {
    period: 'month',
    kinds: ['problem_list', 'task_list', 'responsibility_list', 'deadline_list'],
  },
  five: {
    period: 'month',
    kinds: ['problem_list', 'task_list', 'responsibility_list', 'results_list', 'archive_list'],
  },
} as const satisfies Record<string, { period: SetPeriod; kinds: readonly DocumentKind[] }>
export type Preset = keyof typeof presets

export interface PaperRun {
  text: string
  face?: string
  bold?: boolean
}
export interface PaperParagraph {
  style: string
  left_chars?: number
  right_chars?: number
  runs: PaperRun[]
}
export interface PaperCell {
  text: string
  columns?: number
  rows?: number
  align: 'left' | 'centre' | 'right'
  heading?: boolean
}
export interface PaperTable {
  header_rows: number
  points: number
  widths: number[]
  rows: PaperCell[][]
}
/** `programme`: the id of the one it belongs to; none: it is a unit’s. */
export interface MadeDocument {
  programme?: string
  paper: Paper
}
/** A document that lives at an address: to look at, and to take out. */
export interface PaperAt {
  load: () => Promise<MadeDocument>
  save: (form: FileForm) => Promise<unknown>
}
export interface Paper {
  name: string
  head: {
    kind: 'none' | 'document' | 'letter' | 'minutes'
    issuer: string
    number: string
    signer?: string
  }
  sections: { wide: boolean; parts: (PaperParagraph | PaperTable)[] }[]
}
