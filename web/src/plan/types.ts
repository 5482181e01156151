// Messages of the import conversation: what was read, the draft people correct, the check report.
import type { Deadline, HolderRole } from '@/ledger/types'

export interface Span {
  first: number
  last: number
}
/** Names as written, unresolved. */
export type ReadResponsibility = Record<HolderRole, string[]>

interface ReadRow {
  number: string
  source?: Span
  dropped?: boolean
}
export interface ReadMeasure extends ReadRow {
  text: string
  responsibility?: ReadResponsibility
  deadline?: Deadline
  status?: string
  progress?: string
}
export interface ReadManifestation extends ReadRow {
  text: string
  measures: ReadMeasure[]
  shares_measures_with?: string[]
  responsibility?: ReadResponsibility
  deadline?: Deadline
  status?: string
  progress?: string
}
export interface ReadProblem extends ReadRow {
  text: string
  manifestations: ReadManifestation[]
  measures: ReadMeasure[]
  responsibility?: ReadResponsibility
  deadline?: Deadline
  status?: string
  progress?: string
}
export interface ReadArea extends ReadRow {
  heading: string
  problems: ReadProblem[]
  measures: ReadMeasure[]
}

export interface ReadWarning {
  code: string
  at: number
  message: string
}
export interface ImportCounts {
  areas: number
  problems: number
  manifestations: number
  measures: number
}
export type ImportState = 'read' | 'confirmed' | 'undone'

export interface ImportRow {
  id: string
  programme_id: string
  file_name: string
  mark: string
  kind: string
  title: string
  uploaded_at: string
  by: string
  version: number
  state: ImportState
  counts: ImportCounts
  warnings: ReadWarning[]
  unresolved_names: string[]
}

export interface SourceParagraph {
  number: number
  text: string
  kind: 'paragraph' | 'table_row'
  cells?: string[]
}
export interface Import extends ImportRow {
  document: { kind: string; title: string; areas: ReadArea[]; warnings: ReadWarning[] }
  draft: { areas: ReadArea[] } | null
  paragraphs: SourceParagraph[]
}

export interface CheckNote {
  place: string
  code: string
  args?: Record<string, string | number>
}
export interface RowDifference {
  kind: string
  number: string
  field: string
  old: unknown
  new: unknown
}
export interface Check {
  created: ImportCounts & { units: number; phases: number; milestones: number }
  changed: RowDifference[]
  gone: { kind: string; number: string; text: string }[]
  untouched: number
  kept_by_people: RowDifference[]
  errors: CheckNote[]
  warnings: ReadWarning[]
  unresolved_names: string[]
}
