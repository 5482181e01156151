// Groups of the ledger's rows, as the contract has them.
import type { ResultKind, View } from '../types'

export const group_bys = ['unit', 'leader', 'area', 'month', 'status'] as const
export type GroupBy = (typeof group_bys)[number]
export interface GroupCell {
  status: string
  count: number
  overdue: number
}
export interface Group {
  key: string
  name: string
  total: number
  overdue: number
  cells: GroupCell[]
  results: { kind: ResultKind; quantity: number; unit: string }[]
}
export interface Groups {
  by: GroupBy
  view: View
  rows: Group[]
  total: number
  overdue: number
}
