// Campaigns as the contract has them.
import type { Named, Page } from '@/base/types'
import type { Task } from '@/ledger/phases/types'
import type { MeasureStatus, ResultKind } from '@/ledger/types'
import type { words } from '@/words'

export type CampaignState = keyof typeof words.campaigns.states
export type CampaignAct = 'edit' | 'choose' | 'add_milestone' | 'conclude' | 'give_up'

export interface CampaignBrief {
  id: string
  programme: { id: string; title: string }
  number: number
  name: string
  goal: string
  unit: Named
  leader: { name: string; id: string | null } | null
  begins_on: string
  ends_on: string
  days_left: number | null
  state: CampaignState
  /** Of what it came to, or why it was given up. */
  summary: string
  over_at: string | null
  over_by: string
  tally: { all: number; done: number; long_term: number; awaiting_review: number; overdue: number }
  version: number
  may: CampaignAct[]
}
export interface GroupedMeasure {
  id: string
  number: number
  problem_number: number
  text: string
  status: MeasureStatus
  percent: number
  due_on: string | null
  days_left: number | null
  unit_label: string
  last_entry: string
  finished: boolean
  /** Why it was not finished when the campaign was concluded. */
  reason: string
}
export interface Campaign extends CampaignBrief {
  measures: GroupedMeasure[]
  results: { kind: ResultKind; quantity: number }[]
  milestones: Task[]
}
export interface CampaignPage extends Page<CampaignBrief> {
  may: 'open'[]
}
/** What the office writes; a new one with an id, a changed one with the version it was seen at. */
export interface CampaignTerms {
  id?: string
  version?: number
  name: string
  goal: string
  unit_id: string
  leader: { name: string; id: string | null } | null
  begins_on: string
  ends_on: string
}
