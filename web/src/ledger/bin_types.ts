// What the server says of rows that are taken away.
import type { View } from './types'

export interface Going {
  view: View
  number: number
  text: string
}
/** What would go with a row, itself first. */
export interface Removal {
  rows: Going[]
  manifestations: number
  until: string
}
export interface BinEntry extends Going {
  id: string
  programme_id: string
  row_id: string
  measures: number
  reason: string
  at: string
  by: string
  until: string
  may: 'restore'[]
}
