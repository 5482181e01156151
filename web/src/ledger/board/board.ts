// What the board adds up from the groups the server counted. Pure.
import { result_kinds, type ResultKind } from '../types'
import type { Group } from './types'

export const count_in = (group: Group, status: string): number =>
  group.cells.find((cell) => cell.status === status)?.count ?? 0
export const overdue_in = (group: Group, status: string): number =>
  group.cells.find((cell) => cell.status === status)?.overdue ?? 0

/** All groups as one: the last line of the table. */
export function sum_of(groups: Group[]): Group {
  const sum: Group = { key: '', name: '', total: 0, overdue: 0, cells: [], results: [] }
  for (const group of groups) {
    sum.total += group.total
    sum.overdue += group.overdue
    for (const cell of group.cells) {
      const known = sum.cells.find((one) => one.status === cell.status)
      if (known) {
        known.count += cell.count
        known.overdue += cell.overdue
      } else sum.cells.push({ ...cell })
    }
    for (const result of group.results) {
      const known = sum.results.find((one) => one.kind === result.kind)
      if (known) known.quantity += result.quantity
      else sum.results.push({ ...result })
    }
  }
  return sum
}

/** Only what was reported at all has a column. */
export const kinds_in = (groups: Group[]): ResultKind[] =>
  result_kinds.filter((kind) =>
    groups.some((group) => group.results.some((one) => one.kind === kind)),
  )
export const quantity_of = (group: Group, kind: ResultKind): number =>
  group.results.find((one) => one.kind === kind)?.quantity ?? 0

/** Whole per cent, rounded down: 100 means all of them. */
export const share = (part: number, whole: number): number =>
  whole ? Math.floor((part * 100) / whole) : 0
