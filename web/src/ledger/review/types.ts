// The review of an application for strike-off, stage by stage, and the register of slips.
import type { Page } from '@/base/types'

/** A line of the register of slips. */
export interface SlipLine {
  slip_number: number
  problem_id: string
  number: number
  text: string
  unit: string
  at: string
  by: string
  applied_by: string
  imported: boolean
  files: number
}
export interface SlipRegister extends Page<SlipLine> {
  struck_off: number
  slips: number
}

export const seats = [
  'responsible_leader',
  'lead_leader',
  'principal',
  'rectification_office',
  'supervision_team',
  'discipline_office',
  'organisation_department',
  'inspection_office',
] as const
export type Seat = (typeof seats)[number]
export type Quorum = 'all' | 'any'
export interface ReviewStage {
  name: string
  seats: Seat[]
  quorum: Quorum
}
export interface Signing {
  seat: Seat | null
  named: string
  asked_by: string
  state: 'waiting' | 'open' | 'agreed' | 'returned' | 'not_needed' | 'superseded'
  taken_by: string
  taken_until: string | null
  by: string
  at: string | null
  opinion: string
}
export interface StageOfReview {
  stage: number
  name: string
  quorum: Quorum
  state: 'waiting' | 'open' | 'done' | 'returned' | 'ended'
  signings: Signing[]
}
export interface Review {
  stages: StageOfReview[]
  /** What was said in rounds that were gone back over. */
  earlier: {
    stage: number
    name: string
    agreed: boolean
    by: string
    at: string
    opinion: string
  }[]
  nobody: boolean
}
export interface SignerOffered {
  account_id: string
  name: string
  unit: string
  role: string
}
