// What a person decides about a checked workbook: which rows to look at, which report stands where two do.
// Knows no page and no word.
import type { CheckedRow, Verdict } from './report_sheet_types'

export type Choice = 'mine' | 'theirs'
/** By the running number of the measure. */
export type Choices = Record<number, Choice>

export const rows_shown = (rows: CheckedRow[], verdict: Verdict | ''): CheckedRow[] =>
  verdict ? rows.filter((row) => row.verdict === verdict) : rows

const conflicts = (rows: CheckedRow[]) =>
  rows.flatMap((row) => (row.verdict === 'conflicts' && row.measure ? [row.measure.number] : []))

export const undecided = (rows: CheckedRow[], choices: Choices): number =>
  conflicts(rows).filter((number) => !choices[number]).length

/** The numbers of those reported on although others did. */
export const mine_of = (rows: CheckedRow[], choices: Choices): number[] =>
  conflicts(rows).filter((number) => choices[number] === 'mine')

export const all_as = (rows: CheckedRow[], choice: Choice): Choices =>
  Object.fromEntries(conflicts(rows).map((number) => [number, choice]))

/** How many rows would be written. */
export const to_write = (rows: CheckedRow[], choices: Choices): number =>
  rows.filter((row) => row.verdict === 'changes').length + mine_of(rows, choices).length

/** The filter to begin with: what needs a decision or a hand first. */
export const first_filter = (rows: CheckedRow[]): Verdict | '' =>
  (['conflicts', 'faulty', 'changes'] as const).find((verdict) =>
    rows.some((row) => row.verdict === verdict),
  ) ?? ''
