// Talks before a life meeting as the contract has them.
import type { words } from '@/words'

export type TalkKind = keyof typeof words.talks.kinds
export type TalkState = keyof typeof words.talks.states
export type PairState = keyof typeof words.talks.pair_states
export type TalkForm = keyof typeof words.talks.forms
export type TalkWait = keyof typeof words.talks.waits
export type TalkHint = keyof typeof words.talks.hints
export type TalkVariant = keyof typeof words.talks.variants
export type TalkSideName = 'member' | 'other'
export type TalkAct = 'propose' | 'confirm' | 'cancel' | 'record' | 'sign' | 'sign_on_paper'

/** In the order in which forms offer them; those with somebody outside the team. */
export const partner_kinds = [
  'section_head',
  'branch_delegate',
  'contact_head',
  'staff',
  'unit_head',
  'asked',
] as const satisfies readonly TalkKind[]
export const pair_states = ['done', 'to_sign', 'appointed', 'due', 'missing'] as const

export type PairTally = Record<PairState, number> & { required: number }
export interface MatrixPerson {
  id: string
  name: string
  title: string
  /** Of somebody outside the team. */
  kind: TalkKind | null
  has_left: boolean
  tally: PairTally
  /** How many criticisms were given the others of the team; to how many of them as many as are demanded. */
  criticisms: { given: number; enough: number; of: number }
}
export interface MatrixCell {
  /** Places among the people. */
  member: number
  other: number
  kind: TalkKind
  state: PairState
  /** False: nobody demands it, or one of the two left. */
  required: boolean
  due_on: string | null
  held_on: string | null
  talk: string | null
}
export interface Partner {
  id: string
  kind: TalkKind
  name: string
  title: string
  person_id: string | null
  member_ids: string[]
  left_on: string | null
  left_reason: string
}
export interface TalkRule {
  kind: TalkKind
  due_on: string
}
export interface Talks {
  meeting_id: string
  /** 0: nobody planned talks yet. */
  version: number
  /** False: only the reader's own pairs. */
  whole: boolean
  proposed_due_on: string
  criticisms_each_min: number
  own: string[]
  variants: { name: TalkVariant; kinds: TalkKind[] }[]
  partners: Partner[]
  people: MatrixPerson[]
  cells: MatrixCell[]
  kinds: (TalkRule & { days_left: number; tally: PairTally })[]
  tally: PairTally
  may: ('plan' | 'arrange')[]
}
export interface TalkPlan {
  version: number
  rules: TalkRule[]
  partners: Partner[]
}
export interface HeadOfUnit {
  person_id: string
  name: string
  title: string
  unit_name: string
}

export interface Appointment {
  held_on: string | null
  begins_at: string
  minutes: number
  place: string
  form: TalkForm
}
export interface TalkRecord {
  theme: string
  own: string
  /** A criticism each. */
  others: string[]
  work: string
  thought: string
  suggestions: string
  commitments: string
  follow_up: string
}
export type HeldTalk = Pick<Appointment, 'held_on' | 'place' | 'form'> & TalkRecord
export interface TalkSide {
  name: string
  title: string
  has_account: boolean
  has_left: boolean
  own: boolean
  confirmed: boolean
  recorded: boolean
  criticisms: number | null
  signature: {
    on_paper: boolean
    name: string
    signed_on: string
    note: string
    noted_by: string
  } | null
  /** For nobody but the two. */
  record: (TalkRecord & { by: string; at: string }) | null
}
export interface Talk {
  id: string
  meeting: { id: string; title: string; held_on: string; open: boolean }
  programme: { id: string; title: string }
  kind: TalkKind
  required: boolean
  due_on: string | null
  state: TalkState
  member_id: string
  other_id: string
  /** For the two and for whoever arranges it. */
  appointment: Appointment | null
  proposed_by: string
  reason: string
  sides: [TalkSide, TalkSide]
  /** At one's own record. */
  hints: TalkHint[]
  wait: TalkWait | null
  version: number
  may: TalkAct[]
}
export interface NewTalk {
  id: string
  member_id: string
  other_id: string
  /** It is another talk than the one that the other wrote down. */
  another: boolean
  appointment?: Appointment
  held?: HeldTalk
}
export interface OwnTalk {
  meeting: Talk['meeting']
  programme_id: string
  member_id: string
  other_id: string
  with: string
  title: string
  kind: TalkKind
  required: boolean
  state: PairState
  wait: TalkWait
  due_on: string | null
  days_left: number | null
  talk: { id: string; state: TalkState; version: number; appointment: Appointment } | null
}
export interface PaperSignature {
  version: number
  side: TalkSideName
  signed_on: string
  note: string
}

/** Two whom a form is about, by name. */
export interface TwoOfTalk {
  meeting: string
  member_id: string
  other_id: string
  names: string
  required: boolean
}
