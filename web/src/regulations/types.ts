// The register of regulations as the contract has it.
import type { Named, Page } from '@/base/types'
import type { words } from '@/words'

export type RegulationChange = keyof typeof words.regulations.changes
export type RegulationKind = keyof typeof words.regulations.kinds
export type RegulationState = keyof typeof words.regulations.states
export type RegulationStepAct = keyof typeof words.regulations.acts
export type RegulationAct = RegulationStepAct | 'edit'
export type WhichRegulations = 'done' | 'drafting' | 'ended'

export interface AnsweredRow {
  id: string
  number: number
  text: string
}
export interface RegulationStep {
  act: RegulationStepAct
  on: string
  document: string
  note: string
  by: string
  at: string
}
export interface Regulation {
  id: string
  programme: { id: string; title: string }
  number: number
  change: RegulationChange
  kind: RegulationKind
  title: string
  replaces: string
  unit: Named
  due_on: string | null
  days_left: number | null
  state: RegulationState
  document: string
  submitted_on: string | null
  issued_on: string | null
  effective_on: string | null
  repealed_on: string | null
  problems: AnsweredRow[]
  measures: AnsweredRow[]
  steps: RegulationStep[]
  version: number
  may: RegulationAct[]
}
export interface RegulationCounts {
  made: number
  revised: number
  abolished: number
  drafting: number
  in_review: number
  overdue: number
  ended: number
}
export interface Register extends Page<Regulation> {
  counts: RegulationCounts
  may: 'add'[]
}
/** What the office writes; a new one with an id, a changed one with the version it was seen at. */
export interface RegulationTerms {
  id?: string
  version?: number
  change: RegulationChange
  kind: RegulationKind
  title: string
  replaces: string
  unit_id: string
  due_on: string | null
  problem_ids: string[]
  measure_ids: string[]
}
export interface NewStudy {
  id: string
  title: string
  studied_on: string
  occasion: string
  unit_id: string
  persons: number
}
export interface Study extends Omit<NewStudy, 'unit_id'> {
  unit: Named
  by: string
  version: number
  may: 'remove'[]
}
export interface StudyPage extends Page<Study> {
  may: 'add'[]
}
export interface ClaimDifference {
  measure: AnsweredRow
  claimed: number
  issued: number
  drafting: number
}
