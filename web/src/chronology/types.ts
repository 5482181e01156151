// Messages about the chronology, as contract/chronology has them.
import type { Page } from '@/base/types'

export const kinds = [
  'feedback',
  'import',
  'meeting_called',
  'meeting',
  'decision',
  'notice',
  'extension',
  'application',
  'signature',
  'returned',
  'struck_off',
  'task',
  'progress',
  'handover',
  'plan',
  'check',
  'interview',
  'life_meeting',
  'accountability',
  'noted',
] as const
export type Kind = (typeof kinds)[number]

export interface Happening {
  kind: Kind
  at: string
  day: string
  person: string
  sentence: string
  target: { kind: string; id: string }
  /** Of the principal's report, 1 to 6; 0: none. */
  part: number
}
export interface Chronicle extends Page<Happening> {
  may: 'write'[]
}
export interface ChronicleNote {
  day: string
  person: string
  text: string
  evidence: string
  part: number
}
export interface WorkPlan {
  plan: string
  item: string
  by: string
  at: string | null
  version: number
  may: 'link'[]
}
export interface PlannedRow {
  kind: 'measure' | 'task'
  id: string
  number: number
  text: string
  status: string
  unit: string
  plan: string
  item: string
  due_on: string | null
}
export type PlannedPage = Page<PlannedRow>

export interface ChronicleEntry extends ChronicleNote {
  id: string
  removed: boolean
  version: number
  versions: (ChronicleNote & { version: number; made_at: string; by: string; reason: string })[]
  may: 'write'[]
}
