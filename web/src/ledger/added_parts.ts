// The places of the ledger's pages where other modules add parts of their own; app/parts.ts says which.
import type { Place } from '@/base/parts'
import type { Item } from './detail/item'
import type { Task } from './phases/types'
import type { Reach, View } from './types'

/** The sections of the home page that stand before those of rows. */
export const home_parts: Place<{
  reach: Reach
  /** How many wait in a part, where they count for the sum at the top. */
  count: (part: string, waiting: number) => void
}> = Symbol('home_parts')

interface OpenRow {
  kind: View
  item: Item
}
/** On the page of a row: among what is done about it; beside it, before what was refused and changed. */
export const within_row: Place<OpenRow> = Symbol('within_row')
export const beside_row: Place<OpenRow> = Symbol('beside_row')

/** On the page of a task, under what it says; on a programme's first page, under its figures. */
export const within_task: Place<Task> = Symbol('within_task')
export const within_overview: Place<{ programme: string }> = Symbol('within_overview')
