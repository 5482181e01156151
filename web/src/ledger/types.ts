// Messages of programmes, problems and measures, as the contract has them.
import type { Review, ReviewStage } from './review/types'
import type { HistoryEntry, Named } from '@/base/types'
import type { EvidenceKind } from '@/evidence/types'

export const holder_roles = [
  'lead_leaders',
  'responsible_leaders',
  'lead_units',
  'responsible_units',
  'cooperating_units',
  'handlers',
] as const
export type HolderRole = (typeof holder_roles)[number]
export const is_unit_role = (role: HolderRole) => role.endsWith('_units')

export interface Holder {
  name: string
  id?: string | null
}
export type Responsibility = Record<HolderRole, Holder[]>

export const deadline_kinds = [
  'date',
  'relative',
  'recurring',
  'immediate',
  'staged',
  'long_term',
  'unspecified',
] as const
export type DeadlineKind = (typeof deadline_kinds)[number]
export interface Deadline {
  kind: DeadlineKind
  text: string
  date: string | null
}

export const measure_statuses = [
  'not_started',
  'under_way',
  'awaiting_review',
  'sent_back',
  'done',
  'long_term',
] as const
export type MeasureStatus = (typeof measure_statuses)[number]
export const problem_statuses = [
  'unclaimed',
  'under_way',
  'awaiting_review',
  'sent_back',
  'struck_off',
] as const
export type ProblemStatus = (typeof problem_statuses)[number]
export type Tier = 'overdue' | 'due_soon' | 'on_time' | 'long_term' | 'done' | 'none'
export const classifications = ['open', 'internal', 'secret', 'confidential'] as const
export type Classification = (typeof classifications)[number]
export const subject_guards = ['accountability', 'clues', 'life_meeting'] as const
export type SubjectGuard = (typeof subject_guards)[number]
export type InspectionKind = 'regular' | 'special' | 'look_back' | 'mobile'
export type View = 'measures' | 'problems'

export interface Counts {
  areas: number
  problems: number
  measures: number
  struck_off: number
  measures_done: number
  long_term: number
  overdue: number
  due_soon: number
  awaiting_review: number
  problems_awaiting_review: number
  time_used_percent: number | null
}

export interface Programme {
  id: string
  title: string
  inspected_unit: Named
  inspection: { name: string; kind: InspectionKind; inspecting_body: string }
  round_name: string
  feedback_on: string | null
  concentrated_end_on: string | null
  immediate_days: number
  classification: Classification
  review_chain: ReviewStage[]
  /** Kinds of evidence that must stand at a row before it is handed in. */
  required_evidence: { measure: EvidenceKind[]; problem: EvidenceKind[] }
  version: number
  counts: Counts
  may: string[]
}

export interface NewProgramme {
  id: string
  title: string
  inspected_unit_id: string
  inspection_name: string
  inspection_kind: InspectionKind
  inspecting_body: string
  round_name: string
  feedback_on: string
  concentrated_end_on: string | null
  classification: Classification
}

export interface AreaRef {
  id: string
  number: number
  printed_number: string
  heading: string
}

interface RowCommon {
  id: string
  programme_id: string
  number: number
  printed_number: string
  text: string
  version: number
  area: AreaRef | null
  responsibility: Responsibility
  deadline: Deadline
  due_on: string | null
  days_left: number | null
  tier: Tier
  /** How often its deadline was extended. */
  extensions: number
  updated_at: string
  guards: SubjectGuard[]
  may: string[]
}

export interface ProblemRef {
  id: string
  number: number
  printed_number: string
  text: string
  status: ProblemStatus
}

/** What goes on for long: the target of this stage, how often it is looked at again, and when next. */
export interface LongTerm {
  stage_target: string
  /** 0: no rhythm. */
  review_months: number
  next_review_on: string | null
  /** The review after this one, where there is a rhythm. */
  following_review_on?: string | null
}

export interface MeasureRow extends RowCommon {
  status: MeasureStatus
  problem: ProblemRef
  /** Counted results it must show before it is handed in for review. */
  demands: ResultKind[]
  long_term: LongTerm
  progress: { percent: number; text: string; at: string } | null
}

export interface ProblemRow extends RowCommon {
  status: ProblemStatus
  /** The stage of the review where it waits. */
  stage: string | null
  measures: { total: number; done: number; long_term: number }
  imported: boolean
}
export type LedgerRow = MeasureRow | ProblemRow

export const waitings = [
  'claim',
  'report',
  'returned',
  'review',
  'due_soon',
  'overdue',
  'stalled',
  'proof',
] as const
export type Waiting = (typeof waitings)[number]
export type Reach = 'unit' | 'all'
export type WaitingRow = LedgerRow & { programme: { id: string; title: string } }
/** One kind of thing that waits; view, waiting and held_by are the address of the list of them all. */
export interface WaitingSection {
  view: View
  waiting: Waiting
  held_by: string | null
  total: number
  rows: WaitingRow[]
}

export interface ReviewRefusal {
  at: string
  by: string
  reason: string
  requirement: string
}
export interface Step {
  status: string
  at: string
  by: string
}
export interface StrikeOff {
  slip_number: number
  at: string
  by: string
  applied_by: string
  opinion: string
  imported: boolean
  /** What proved it on that day. */
  evidence: SlipFile[]
}
export interface SlipFile {
  row_kind: 'problem' | 'measure'
  row_number: number
  name: string
  digest: string
  algorithm: 'sha256' | 'sm3'
  bytes: number
}
export interface Application {
  at?: string
  by?: string
  summary: string
  similar_check: string
  problem_solved: boolean
  responsibility_pursued: 'pursued' | 'not_needed'
  responsibility_note: string
  measures_carried_out: boolean
  /** Without a name and a day where they sign in a stage of the chain. */
  lead_leader: { name: string; on: string | null }
  principal: { name: string; on: string | null }
}

export interface Manifestation {
  id: string
  printed_number: string
  text: string
}

export interface Source {
  document: string
  first: number
  last: number
}

export type ProblemMeasure = MeasureRow & {
  manifestation_ids: string[]
  also_serves: { problem_id: string; number: number }[]
}

export interface Problem extends Omit<ProblemRow, 'measures'> {
  programme: { id: string; title: string; review_chain: ReviewStage[] }
  goal: string
  manifestations: Manifestation[]
  measures: ProblemMeasure[]
  source: Source | null
  application: Application | null
  review: Review | null
  strike_off: StrikeOff | null
  predecessor: { id: string; number: number } | null
  successor: { id: string; number: number } | null
  refusals: ReviewRefusal[]
  steps: Step[]
}

export const result_kinds = [
  'regulations',
  'recovered_yuan',
  'persons_held',
  'similar_checks',
  'campaigns',
  'honours',
  'other',
] as const
export type ResultKind = (typeof result_kinds)[number]
export interface Result {
  kind: ResultKind
  quantity: number
  unit: string
}

export interface NewEntry {
  id: string
  text: string
  percent: number
  /** Why the percentage does not follow the rule; "" where it does. */
  percent_reason: string
  evidence_note: string
  results: Result[]
}
export interface Entry extends NewEntry {
  at: string
  by: string
  /** Where it stood in a workbook that was filled in; null: typed on the page. */
  source?: { file: string; sheet: string; row: number } | null
}

export interface Measure extends MeasureRow {
  programme: { id: string; title: string }
  manifestation_ids: string[]
  also_serves: { problem_id: string; number: number }[]
  entries: Entry[]
  /** What its wording speaks of. */
  results_proposed: ResultKind[]
  refusals: ReviewRefusal[]
  steps: Step[]
}

/** The three who sign a handover. */
export const handover_parts = ['giver', 'taker', 'witness'] as const
export type HandoverPart = (typeof handover_parts)[number]
export type HandoverState = 'open' | 'completed' | 'taken_back'
export interface HandoverSignature {
  part: HandoverPart
  at: string
  by: string
  on_paper: boolean
  signed_on: string
  note: string
}
export interface HandoverBrief {
  id: string
  unit: Named
  post_title: string
  post_is_head: boolean
  giver: Named
  taker: Named | null
  witness_unit: string
  risk_note: string
  state: HandoverState
  list_digest: string
  opened_at: string
  opened_by: string
  due_on: string
  ended_at: string | null
  signatures: HandoverSignature[]
  version: number
  /** The part that this person may sign now. */
  to_sign: HandoverPart | null
}
export interface Handover extends HandoverBrief {
  may: ('change' | 'name_taker' | 'take_back')[]
  /** The parts whose paper the office may register. */
  on_paper: HandoverPart[]
}
export interface HandoverItem {
  position: number
  programme: { id: string; title: string }
  kind: 'problem' | 'measure' | 'task'
  id: string
  number: number
  text: string
  status: string
  deadline_kind: DeadlineKind
  due_on: string | null
  percent: number | null
  roles: string[]
  kept: boolean
}

export type ExtensionState = 'pending' | 'approved' | 'refused' | 'withdrawn'
export type ExtensionLevel = 'office' | 'supervision'
export interface Extension {
  id: string
  programme: { id: string; title: string }
  row: { kind: 'problem' | 'measure'; id: string; number: number; text: string }
  nth: number
  old_text: string
  old_due_on: string
  wanted_on: string
  reason: string
  leader_name: string
  leader_on: string | null
  /** The supervising side is asked, too. */
  supervised: boolean
  state: ExtensionState
  asked_by: string
  asked_at: string
  opinions: { level: ExtensionLevel; agreed: boolean; at: string; by: string; note: string }[]
  version: number
  may: ('agree' | 'refuse' | 'withdraw')[]
}

/** A row that was touched between two days. */
export interface RowChange {
  id: string
  number: number
  text: string
  is_new: boolean
  by: string
  at: string
  changes: HistoryEntry['changes']
}
export interface Changes {
  from: string
  to: string
  view: View
  rows: RowChange[]
  total: number
  reports: number
  page: number
  page_size: number
}
