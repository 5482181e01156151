// Messages of changes of many rows at once, as the contract has them.
import type { HistoryEntry } from '@/base/types'
import type { Deadline, Holder, HolderRole, ResultKind, View } from '../types'

export const holder_ways = ['replace', 'add', 'remove', 'swap'] as const
export type HolderWay = (typeof holder_ways)[number]
export interface HolderChange {
  role: HolderRole
  way: HolderWay
  holders: Holder[]
  instead_of?: Holder
}
export interface BulkChange {
  deadline?: Deadline
  holders: HolderChange[]
  demands?: ResultKind[]
}

export const outcomes = ['changed', 'unchanged', 'refused', 'changed_meanwhile'] as const
export type Outcome = (typeof outcomes)[number]
export type Counts = Record<Outcome, number> & { changed_since: number }
export interface BatchedRow {
  id: string
  number: number
  text: string
  version: number
  outcome: Outcome
  changes: HistoryEntry['changes']
  /** The code; "" for none. */
  refusal: string
  changed_since: boolean
}
export interface BulkPreview {
  counts: Counts
  rows: BatchedRow[]
}
export interface Batch {
  id: string
  programme_id: string
  view: View
  at: string
  by: string
  reason: string
  change: BulkChange
  undoes: string | null
  undone_by: string | null
  counts: Counts
  may: string[]
}
export interface BatchReport {
  batch: Batch
  rows: BatchedRow[]
}
export interface BulkOrder {
  id: string
  view: View
  change: BulkChange
  reason: string
  rows: { id: string; version: number }[]
  quiet: boolean
}
