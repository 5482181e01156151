export const programme_documents = [
  'ledger_table',
  'problem_list',
  'task_list',
  'responsibility_list',
  'results_list',
  'week_report',
  'month_report',
] as const
export type ProgrammeDocument = (typeof programme_documents)[number]
export type DocumentKind =
  | 'notice'
  | 'meeting_notice'
  | 'sign_in_sheet'
  | 'minutes'
  | 'strike_off_slip'
  | 'clearing_sheet'
  | 'rectification_plan'
  | 'sub_plan'
  | ProgrammeDocument
export type FileForm = 'docx' | 'pdf'
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
/** `programme`: the id of the one it belongs to. */
export interface MadeDocument {
  programme: string
  paper: Paper
}
export interface Paper {
  name: string
  head: { kind: 'none' | 'document' | 'letter' | 'minutes'; issuer: string; number: string }
  sections: { wide: boolean; parts: (PaperParagraph | PaperTable)[] }[]
}
