// Messages about rounds, feedback and clues, as the contract has them.
import type { Named, Page } from '@/base/types'
import type { InspectionKind } from '@/ledger/types'
import type { words } from '@/words'

export type Stage = keyof typeof words.rounds.stages
export interface RoundTerms {
  name: string
  term: string
  leading_office: string
  begins_on: string | null
  ends_on: string | null
}
export interface RoundRow extends RoundTerms {
  id: string
  version: number
  units: number
  programmes: number
}
export interface RoundPage extends Page<RoundRow> {
  may: string[]
}
export interface TeamTerms {
  name: string
  kind: InspectionKind
  inspecting_body: string
  head: string
  members: string
}
export interface InspectedUnit {
  unit: Named
  begins_on: string | null
  ends_on: string | null
  stage: Stage
  programme: { id: string; title: string } | null
  feedback_on: string | null
  /** How many documents. */
  feedback: number
  /** 0: known from its programme only. */
  version: number
}
export interface Team extends TeamTerms {
  id: string
  version: number
  units: InspectedUnit[]
}
export interface Round extends RoundTerms {
  id: string
  version: number
  teams: Team[]
  may: string[]
}
export interface NewTeam extends TeamTerms {
  id: string
  begins_on: string | null
  ends_on: string | null
  unit_ids: string[]
}

export type FeedbackKind = keyof typeof words.feedback.kinds
export type FeedbackState = keyof typeof words.feedback.states
export type CopyRole = keyof typeof words.feedback.roles
/** '' : by problems, or not yet. */
export type Answer = '' | keyof typeof words.feedback.answers
export interface Paper {
  kind: FeedbackKind
  document: string
  document_on: string | null
  file_name: string
  text: string
}
export interface FiledPaper {
  name: string
  type: string
  view: string
  bytes: number
  digest: string
  algorithm: string
}
export interface Delivery {
  delivered_on: string
  principal_told_on: string | null
  team_told_on: string | null
}
export interface Declaration {
  by: string
  on: string | null
  text: string
  promises: string[]
}
export interface Copy {
  role: CopyRole
  name: string
  unit_id: string | null
  told_on: string | null
  received_by: string
  received_on: string | null
}
export interface Coverage {
  sentences: number
  linked: number
  answered: number
  open: number
}
export interface NamedProblem {
  id: string
  number: number
  text: string
}
export interface Sentence {
  id: string
  text: string
  heading: boolean
  problem_ids: string[]
  answer: Answer
  reason: string
  answered_by: string
  proposals: { problem_id: string; likeness: number }[]
  version: number
}
export interface FeedbackRow extends Omit<Paper, 'text'> {
  id: string
  programme: { id: string; title: string }
  state: FeedbackState
  delivered_on: string | null
  principal_told_on: string | null
  team_told_on: string | null
  receipt: { by: string; on: string; on_paper: boolean } | null
  file: FiledPaper | null
  registered_by: string
  registered_at: string
  version: number
  may: string[]
  coverage: Coverage
}
export interface Feedback extends FeedbackRow {
  text: string
  declaration: Declaration
  copies: Copy[]
  declared: { areas: number | null; problems: number | null }
  linked_problems: number
  problems: NamedProblem[]
  unsourced: NamedProblem[]
  sentences: Sentence[]
}
export interface FeedbackList {
  rows: FeedbackRow[]
  may: string[]
  /** Whether the reader sees the inspected unit, and with it the feedback. */
  whole: boolean
}
export interface WantedAnswer {
  sentence_id: string
  version: number
  problem_ids: string[]
  answer: Answer
  reason: string
}
export interface FeedbackToSign {
  id: string
  programme: { id: string; title: string }
  kind: FeedbackKind
  document: string
  delivered_on: string
}
export interface SourceSentence {
  feedback_id: string
  kind: FeedbackKind
  document: string
  position: number
  text: string
}

export type Receiver = keyof typeof words.clues.receivers
export type Way = '' | keyof typeof words.clues.ways
export type ClueResult = '' | keyof typeof words.clues.results
export interface NewClue {
  id: string
  unit_id: string
  mark: string
  source: string
  person: string
  matter: string
  receiver: Receiver
  receiver_name: string
  handed_on: string
  months: number
}
export interface Handling {
  handler: string
  way: Way
  result: ClueResult
  result_text: string
  concluded_on: string | null
  returned_on: string | null
}
export interface Clue extends Omit<NewClue, 'unit_id'>, Handling {
  number: number
  unit: Named
  due_on: string
  days_over: number | null
  recorded_by: string
  recorded_at: string
  revoked: { by: string; at: string; reason: string } | null
  version: number
}
export interface CluePage extends Page<Clue> {
  results: { result: ClueResult; count: number }[]
  may: string[]
}
export interface OverdueClue {
  id: string
  number: number
  programme: { id: string; title: string }
  receiver_name: string
  due_on: string
  days_over: number
}
