// Messages of accounts, units and persons, as the contract has them.
import type { Named } from '@/base/types'
import type { words } from '@/words'

/** The roles of src/accounts/role.cpp, by the words that the pages have for them. */
export type Role = keyof typeof words.accounts.roles

export interface Session {
  account: Named
  person: Named
  unit: Named | null
  role: Role
  acts: string[]
  csrf: string
  must_change_password: boolean
}

export interface Account {
  id: string
  name: string
  person: Named | null
  unit: Named | null
  role: Role
  disabled: boolean
  last_sign_in_at: string | null
  version: number
  initial_password?: string
}

export interface NewAccount {
  id: string
  name: string
  person_name: string
  unit_id: string | null
  role: Role
}

export interface Unit {
  id: string
  name: string
  short_name: string
  kind: string
  parent_id: string | null
  path: string
  version: number
}

export interface Person {
  id: string
  name: string
  unit_id: string | null
  unit_name: string
  post: string
}
