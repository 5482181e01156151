// Messages about checks, their samples and findings, as the contract has them.
import type { Named, Page } from '@/base/types'
import type { EvidenceItem, EvidencePlace } from '@/evidence/types'
import type { words } from '@/words'

type W = typeof words.checks
export type CheckKind = keyof W['kinds']
export type CheckState = keyof W['states']
export type CheckAct =
  | 'edit'
  | 'announce'
  | 'begin'
  | 'draw'
  | 'fill_in'
  | 'decide'
  | 'conclude'
  | 'cancel'
export type CheckResult = keyof W['results']
export type Answer = keyof W['answers']
export type ConsequenceKind = keyof W['consequences']
export type Pool = keyof W['pools']
export type DrawMethod = keyof W['methods']
export type Weight = keyof W['weights']

export interface TeamMember {
  name: string
  person_id: string | null
  leads: boolean
}
export interface CheckTerms {
  kind: CheckKind
  subject: string
  begins_on: string
  ends_on: string
  team: TeamMember[]
  /** The ids of those visited. */
  units: string[]
  items: string[]
}
export interface CheckBrief extends Omit<CheckTerms, 'units'> {
  id: string
  programme: { id: string; title: string }
  units: Named[]
  state: CheckState
  announced: boolean
  planned_by: string
  reason: string
  conclusion: string
  concluded_by: string
  concluded_at: string | null
  version: number
  on_team: boolean
  may: CheckAct[]
  figures: { rows: number; filled: number; findings: number; undecided: number }
}
export interface RowForm {
  answers: { answer: Answer; remark: string }[]
  asked: string
  looked_at: string
  result: CheckResult
  finding: string
}
export interface Consequence {
  id: string
  kind: ConsequenceKind
  led_to: string
  number: number
  text: string
  by: string
  at: string
}
/** `again_at`: positions of other rows of the check with the same file. */
export interface CheckFile extends EvidenceItem {
  elsewhere: EvidencePlace[]
  again_at: number[]
}
export interface CheckedRow {
  id: string
  position: number
  subject: {
    kind: 'measure' | 'problem'
    id: string
    number: number
    text: string
    status: string
  }
  unit: Named
  /** The number of the draw; 0: added by hand, `why` says for what. */
  draw: number
  why: string
  weights: { weight: Weight; lots: number }[]
  form: RowForm | null
  filled_by: string
  filled_at: string | null
  consequences: Consequence[]
  files: CheckFile[]
  version: number
  /** What its finding can lead to now. */
  may: ConsequenceKind[]
}
export interface Draw {
  id: string
  number: number
  pool: Pool
  unit_name: string
  area_heading: string
  method: DrawMethod
  size: number
  seed: string
  algorithm: string
  pool_size: number
  pool_digest: string
  drawn_by: string
  drawn_at: string
}
export interface Check extends CheckBrief {
  rows: CheckedRow[]
  draws: (Draw & { list_withheld: boolean })[]
}
export interface CheckPage extends Page<CheckBrief> {
  may: string[]
}
export interface UnitCounts {
  unit: Named
  checks: number
  rows: number
  findings: number
  paper: number
  notices: number
  notices_late: number
}
export interface PoolView {
  size: number
  there: number
  weights: { weight: Weight; lots: number; rows: number }[]
}
export interface NewDraw {
  version: number
  id: string
  pool: Pool
  unit_id: string | null
  area_id: string | null
  method: DrawMethod
  size: number
}
export interface DrawnAgain extends Draw {
  sound: boolean
  list: string
  lines: { row: string; lots: number; key: string; drawn: boolean }[]
}
export interface Decision {
  version: number
  id: string
  kind: ConsequenceKind
  reason: string
  requirement: string
  due_on: string | null
  unit_id: string | null
  notice_kind: string
  number: number | null
}
