// Messages of accounts, units and persons, as the contract has them.
import type { Named, Refusal } from '@/base/types'
import type { words } from '@/words'

/** The roles of src/accounts/role.cpp, by the words that the pages have for them. */
export type Role = keyof typeof words.accounts.roles

export interface Session {
  account: Named
  person: Named
  unit: Named | null
  role: Role
  custom_role: string | null
  acts: string[]
  csrf: string
  must_change_password: boolean
  /** What must be done before anything else: '' when nothing. */
  next_step: '' | 'code' | 'password' | 'second_factor'
  /** The restricted classes this person may see. */
  cleared: string[]
  /** Those absent whose work this person does today. */
  stands_in_for: { name: string; until_on: string }[]
}

/** Somebody's holding of a post; without a first day nobody knows since when, without a last day it is held. */
export interface Post {
  id: string
  unit_id: string
  person: Named
  title: string
  head: boolean
  from_on: string | null
  until_on: string | null
  version: number
}
/** Somebody registered, or a name that is not yet. */
export interface ChosenPerson {
  person_id: string | null
  person_name: string
}
export interface PostTerms {
  title: string
  head: boolean
  from_on: string | null
  until_on: string | null
}

export interface DelegationEnd {
  account_id: string
  name: string
  unit_name: string
}
export interface Delegation {
  id: string
  from: DelegationEnd
  to: DelegationEnd
  from_on: string
  until_on: string
  reason: string
  state: 'planned' | 'active' | 'over'
  made_at: string
  ended_at: string | null
  ended_by_name: string
}

export interface FactorState {
  set_up: boolean
  offered: boolean
  required: boolean
  recovery_codes_left: number
}

export interface OfferedFactor {
  secret: string
  address: string
  picture: { size: number; path: string }
}

export interface OwnSession {
  id: string
  signed_in_at: string
  last_seen_at: string
  address: string
  browser: string
  present: boolean
}

/** Who recognises the owner: we, the directory of the house, or its identity provider. */
export type SignInSource = 'local' | 'ldap' | 'oidc'

export interface Account {
  id: string
  name: string
  person: Named | null
  unit: Named | null
  role: Role
  custom_role: string | null
  source: SignInSource
  disabled: boolean
  last_sign_in_at: string | null
  version: number
  initial_password?: string
}

export type GuardName = keyof typeof words.accounts.permissions.guard_names

export interface GrantedPart {
  unit_id: string | null
  unit_name: string
  programme_id: string | null
}

/** A role that the installation made: a fixed one with fewer acts. */
export interface CustomRole {
  id: string
  name: string
  base: Role
  acts: ActName[]
  closed: boolean
  version: number
}
export type ActName = keyof typeof words.accounts.acts
export interface Roles {
  fixed: { name: Role; acts: ActName[]; custom: boolean }[]
  custom: CustomRole[]
}

/** A token that lets a program do part of what its owner may do. */
export interface OwnToken {
  id: string
  name: string
  acts: ActName[]
  purpose: 'program' | 'calendar'
  created_at: string
  expires_at: string
  last_used_at: string | null
  live: boolean
}
export interface OwnTokens {
  days_max: number
  /** What a token may be given at most. */
  acts: ActName[]
  rows: OwnToken[]
}

/** One of anybody's, as a system administrator sees it. */
export interface IssuedToken extends OwnToken {
  account_id: string
  account: string
  person: string
  /** Its owner's account is out of use, and the token with it. */
  disabled: boolean
}

export interface Grant {
  role: Role
  custom_role_id: string | null
  parts: GrantedPart[]
  guards: GuardName[]
}

export interface AccountGrant extends Grant {
  id: string
  name: string
  person: Named | null
  unit: Named | null
  disabled: boolean
  version: number
}

export interface WantedPermission {
  id: string
  account_id: string
  version: number
  role: Role
  parts: { unit_id: string | null; programme_id: string | null }[]
  guards: GuardName[]
  custom_role_id: string | null
  reason: string
}

export interface PermissionChange extends Grant {
  id: string
  state: 'pending' | 'applied' | 'refused'
  account_id: string
  account_name: string
  person_name: string
  reason: string
  asked_by: string
  asked_at: string
  own: boolean
  decided_by: string
  decided_at: string | null
  note: string
}

export interface NewAccount {
  id: string
  name: string
  person_name: string
  unit_id: string | null
  role: Role
  source: SignInSource
}

export interface Unit {
  id: string
  name: string
  short_name: string
  kind: string
  parent_id: string | null
  path: string
  version: number
  closed_at: string | null
  merged_into: string | null
}

export interface UnitView {
  unit: Unit
  open_units: number
  persons: number
  active_accounts: number
  open_rows: number
  scoped_accounts: number
}

/** What was found in a workbook of units and persons. `row` counts as the workbook does; 0: the sheet. */
export interface SheetFault {
  sheet: string
  row: number
  column: string
  value: string
  fault: Refusal
}

/** What the check of a filled workbook says, whatever it is of. */
export interface SheetReport {
  bad_rows: number
  faults_total: number
  faults: SheetFault[]
}
export interface UnitImportReport extends SheetReport {
  units: number
  persons: number
  notes: SheetFault[]
}

export interface Person {
  id: string
  name: string
  unit_id: string | null
  unit_name: string
  post: string
}
