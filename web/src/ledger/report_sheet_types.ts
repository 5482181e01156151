// Reporting through a workbook: what a check found in a filled one, and what came of it.
import type { SheetFault } from '@/accounts/types'

export const verdicts = ['changes', 'conflicts', 'faulty', 'unchanged'] as const
export type Verdict = (typeof verdicts)[number]

export interface CheckedRow {
  sheet: string
  row: number
  verdict: Verdict
  submit: boolean
  measure: { id: string; number: number; printed_number: string; text: string } | null
  cells: { column: string; before: string; after: string }[]
  theirs: { by: string; at: string; cells: { column: string; text: string }[] } | null
  faults: SheetFault[]
  notes: SheetFault[]
}

export interface ProgressCheck {
  mark: string
  counts: Record<Verdict, number>
  rows: CheckedRow[]
  faults: SheetFault[]
  notes: SheetFault[]
}

export type RowOutcome = 'reported' | 'submitted' | 'left_to_theirs' | 'faulty' | 'unchanged'
export interface ProgressRow {
  sheet: string
  row: number
  number: number
  outcome: RowOutcome
}
