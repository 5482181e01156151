// Bodies and the tiers of a row as the contract has them.
import type { Named } from '@/base/types'

export const body_kinds = ['leading_group', 'office', 'supervision_team', 'other'] as const
export type BodyKind = (typeof body_kinds)[number]
export const member_roles = ['head', 'deputy', 'member', 'recorder', 'support', 'sits_in'] as const
export type MemberRole = (typeof member_roles)[number]

export interface Member {
  role: MemberRole
  name: string
  person_id: string | null
  post: string
  unit: Named | null
  /** 分工; of somebody who sits in: as what. */
  duties: string
  portfolio: Named[]
  from_on: string | null
  until_on: string | null
  /** On the day that was asked for. */
  serves: boolean
}
/** A body as a plan proposes it. */
export interface BodyShape {
  kind: BodyKind
  name: string
  unit: Named | null
  duties: string
  formed_on: string | null
  dissolved_on: string | null
  stands: boolean
  members: Member[]
}
export interface Body extends BodyShape {
  id: string
  version: number
  may: ('edit' | 'remove')[]
}
export interface Bodies {
  rows: Body[]
  on: string
  may: 'add'[]
}

export interface MemberTerms extends Omit<Member, 'unit' | 'portfolio' | 'serves'> {
  unit_id: string | null
  portfolio: string[]
}
/** What the office writes; a new one with an id, a changed one with the version it was seen at. */
export interface BodyTerms extends Omit<BodyShape, 'unit' | 'stands' | 'members'> {
  id?: string
  version?: number
  unit_id: string | null
  members: MemberTerms[]
}

export type AnsweringTier = 'principal' | 'leader' | 'section_head'
export interface TierLine {
  tier: AnsweringTier
  who: {
    name: string
    post: string
    unit_name: string
    source: 'post' | 'body' | 'holder' | 'portfolio'
  }[]
  /** Units of the third tier that have no head. */
  without: string[]
}
