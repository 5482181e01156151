// Plans as documents, as the contract has them.
export const parts = [
  'requirements',
  'principles',
  'tasks',
  'calendar',
  'safeguards',
  'group',
  'ledger',
] as const
export type Part = (typeof parts)[number]
export type Outline = 'county' | 'bureau' | 'township' | 'school' | 'enterprise'
export type PlanState =
  | 'draft'
  | 'consultation'
  | 'deliberated'
  | 'joint_review'
  | 'approved'
  | 'issued'
export type PlanAct =
  | 'write'
  | 'consult'
  | 'comment'
  | 'answer'
  | 'deliberate'
  | 'commit'
  | 'submit'
  | 'review'
  | 'take_back'
  | 'issue'
  | 'revise'

export interface PlanBrief {
  id: string
  programme: { id: string; title: string }
  number: number
  outline: Outline
  title: string
  reason: string
  state: PlanState
  round: number
  version: number
  issue: { number: string; on: string; recipients: string } | null
}
export interface PlanList {
  rows: PlanBrief[]
  outlines: Outline[]
  may_begin: boolean
}
export interface NewPlan {
  id: string
  outline: Outline
  title: string
  import_id: string | null
}

export type BlockKind = 'paragraph' | 'area' | 'problem' | 'measure' | 'phase' | 'head' | 'row'
export interface Block {
  kind: BlockKind
  row: string
  text?: string
  cells?: string[]
}
export interface PlanSection {
  part: Part
  heading: string
  live: boolean
  annex: boolean
  revision: number
  text: string
  at: string
  by: string
  placeholders: string[]
  blocks: Block[]
}
export type Adopted = '' | 'yes' | 'no'
export interface PlanComment {
  id: string
  part: Part
  problem_id: string | null
  problem_text: string
  text: string
  inside: boolean
  unit_name: string
  by: string
  at: string
  adopted: Adopted
  answer: string
  answered_by: string
  answered_at: string | null
}

export const review_seats = [
  'discipline',
  'organisation',
  'publicity',
  'inspection_office',
  'inspection_team',
] as const
export type ReviewSeat = (typeof review_seats)[number]
export type Variant = 'three' | 'four' | 'five'
export type Grade = 'good' | 'fair' | 'poor'
export type Verdict = 'agreed' | 'returned'
export const check_items = [
  'every_problem',
  'targeted',
  'responsibility',
  'deadline',
  'wording',
  'whole',
  'nothing_softened',
  'backed',
] as const
export type CheckItem = (typeof check_items)[number]
export interface Check {
  item: CheckItem
  met: boolean
  remark: string
}
export interface Opinion {
  verdict: Verdict
  grade: Grade
  reason: string
  by: string
  at: string
  checks: Check[]
}
export interface Seated {
  seat: ReviewSeat
  unit_id: string
  unit_name: string
  own: boolean
  opinion: Opinion | null
}
export interface Round {
  number: number
  variant: Variant
  opened_at: string
  opened_by: string
  due_on: string
  days_left: number
  ended_at: string | null
  outcome: 'open' | 'agreed' | 'returned' | 'taken_back'
  reason: string
  seats: Seated[]
}

export interface Plan extends PlanBrief {
  consult_until: string | null
  deliberation: {
    held_on: string
    held_by: string
    meeting_id: string | null
    conclusion: string
  } | null
  commitment: { name: string; on: string } | null
  digest: string
  issued_by: string
  may: PlanAct[]
  frozen: boolean
  is_last: boolean
  sections: PlanSection[]
  comments: PlanComment[]
  rounds: Round[]
  variants: { variant: Variant; seats: ReviewSeat[] }[]
  review_days: number
}

export interface Line {
  change: 'kept' | 'added' | 'removed'
  text: string
}
export interface Difference {
  part: Part
  kind: BlockKind
  what: 'added' | 'removed' | 'changed'
  row: string
  lines: Line[]
}
export interface Wording {
  revision: number
  at: string
  by: string
  text: string
  lines: Line[]
}

export type PlanWaits = 'review' | 'commit' | 'comment' | 'rewrite' | 'late'
export interface WaitingPlan extends PlanBrief {
  due_on: string | null
  days_left: number | null
  units: string
}
export interface WaitingPlans {
  waits: PlanWaits
  total: number
  rows: WaitingPlan[]
}

export interface SubPlan {
  id: string
  goals: string
  text: string
  state: 'submitted' | 'returned' | 'accepted'
  submitted_by: string
  submitted_at: string
  decided_by: string
  decided_at: string | null
  reason: string
  version: number
}
export interface OwingUnit {
  unit_id: string
  unit_name: string
  problems: number
  measures: number
  plan: SubPlan | null
  may: ('submit' | 'decide')[]
}
