// Life meetings as the contract has them.
import type { Named, Page } from '@/base/types'
import type { words } from '@/words'

export type LifeState = keyof typeof words.life_meetings.states
export type Part = keyof typeof words.life_meetings.parts
export type DutyKind = keyof typeof words.life_meetings.duties
export type Length = keyof typeof words.life_meetings.lengths
export type LifeAct = keyof typeof words.life_meetings.acts
export type Counting = 'natural' | 'working'

export interface LifeMeetingBrief {
  id: string
  programme: { id: string; title: string }
  unit: Named
  title: string
  theme: string
  held_on: string
  begins_at: string
  length: Length
  place: string
  state: LifeState
  version: number
}
export interface LifeMeetingRow extends LifeMeetingBrief {
  principal: string
  team: number
}
export interface LifeMeetingPage extends Page<LifeMeetingRow> {
  may: 'begin'[]
}
/** In the order of speaking, with those who left. */
export interface Participant {
  id: string
  part: Part
  name: string
  title: string
  person_id: string | null
  left_on: string | null
  left_reason: string
}
export interface Step {
  position: number
  kind: string
  title: string
  /** From the day of the meeting; before it negative. */
  days: number
  counting: Counting
  due_on: string
  days_left: number | null
  done_on: string | null
  done_by: string
  remark: string
}
export interface Demands {
  study_hours_min: number
  criticisms_each_min: number
  plan_days: number
  drafts_days: number
  report_days: number
}
/** What whoever looks is to the meeting. */
export interface Standing {
  keeper: boolean
  superior: boolean
  own: string | null
  part: Part | null
  has_left: boolean
  contact: boolean
}
export interface LifeMeeting extends LifeMeetingBrief {
  basis: string
  focus: string[]
  sessions: string[]
  contact_leader: { name: string; id: string | null } | null
  demands: Demands
  duties: { kind: DutyKind; who: string }[]
  edition: number
  edition_reason: string
  round: number
  submitted_at: string | null
  cancelled_reason: string
  participants: Participant[]
  steps: Step[]
  moved_days: { held_on: string; moved_to: string; reason: string; at: string; by: string }[]
  /** Only for those who keep, supervise and answer for the meeting. */
  reviews: PlanReview[]
  /** Whose turn it is, and in which of these seats this reader speaks. */
  asked: ReviewSeat[]
  seats: ReviewSeat[]
  standing: Standing
  may: LifeAct[]
}
/** Principal and members who have not left. */
export const team_of = (meeting: LifeMeeting): Participant[] =>
  meeting.participants.filter(
    (one) => !one.left_on && (one.part === 'principal' || one.part === 'member'),
  )
export const name_of = (meeting: LifeMeeting, id: string): string =>
  meeting.participants.find((one) => one.id === id)?.name ?? ''

export type ReviewSeat = keyof typeof words.life_meetings.seats
export type PlanVerdict = keyof typeof words.life_meetings.verdicts
export interface PlanReview {
  round: number
  edition: number
  seat: ReviewSeat
  verdict: PlanVerdict
  words: string
  said_by: string
  /** Whoever entered what was said on paper. */
  entered_by: string
  at: string
}
/** What the office sends of a plan; a new one with an id, a changed one with its version. */
export interface PlanMessage {
  id?: string
  version?: number
  title: string
  theme: string
  basis: string
  focus: string[]
  held_on: string
  begins_at: string
  length: Length
  sessions: string[]
  place: string
  contact_leader: { name: string; id: string | null } | null
  demands: Demands
  participants: { id: string; part: Part; name: string; title: string; person_id: string | null }[]
  duties: { kind: DutyKind; who: string }[]
}
/** What a document says of a plan, and its words to look at beside the form. */
export interface ProposedPlan {
  title: string
  theme: string
  held_on: string | null
  begins_at: string
  length: Length | null
  place: string
  focus: string[]
  plan_days: number | null
  report_days: number | null
  time_words: string
  people_words: string[]
  step_words: { name: string; text: string; due: string }[]
  agenda_words: string[]
}
export interface ReadPlans {
  file_name: string
  plans: ProposedPlan[]
}
export interface Checklist {
  key: string
  name: string
  groups: { name: string; lines: string[] }[]
}
/** What a plan is told of its focus: hints, each with the words by which it was read. */
export interface FocusCheck {
  theme_keeps: boolean
  areas: {
    heading: string
    lines: { line: string; line_words: string; area_words: string }[]
  }[]
  adrift: string[]
}
export type ConsultationKind = keyof typeof words.life_meetings.consultations.kinds
export interface ConsultationTerms {
  id: string
  kind: ConsultationKind
  held_on: string
  words: string
  person: string
}
export interface Consultation extends ConsultationTerms {
  number: number
  entered_by: string
  waits: boolean
  answer: {
    words: string
    answered_on: string
    answered_by: string
    /** Whoever recorded it from paper. */
    entered_by: string
  } | null
  may: ('answer' | 'drop')[]
}
export interface Consultations {
  rows: Consultation[]
  may: 'consult'[]
}
/** A measure of the life meeting before, and what the ledger says of it now. */
export interface EarlierMeasure {
  owner: string | null
  problem: string
  measure: string
  /** '' : does not stand in the ledger. */
  status: keyof typeof words.ledger.problem_status | ''
}
export interface EarlierMeasures {
  meeting: { title: string; held_on: string } | null
  rows: EarlierMeasure[]
}
export interface WaitingLife {
  reviews: {
    id: string
    programme: string
    title: string
    unit: string
    held_on: string
    days_left: number
  }[]
  steps: {
    id: string
    programme: string
    meeting: string
    title: string
    due_on: string
    days_left: number
  }[]
}
export interface StepMessage {
  position: number | null
  title: string
  days: number
  counting: Counting
}
