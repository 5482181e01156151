// What every module's messages share: pages of rows, refusals, filters. Types only.

export interface Page<Row> {
  rows: Row[]
  total: number
}

/** A refusal as the server words it; the Chinese sentence is looked up by `code`. */
export interface Installation {
  version: string
  classified_content: 'refused' | 'allowed'
  /** Whether people may sign in by the directory of the house. */
  ldap: boolean
  /** Whether people may sign in by the identity provider of the house. */
  oidc: boolean
  password_chars_min: number
  password_classes_min: number
}

export interface Refusal {
  code: string
  field?: string
  args?: Record<string, string | number>
  also?: Refusal[]
}

export interface Versioned {
  id: string
  version: number
}

/** A change as history shows it. */
export interface HistoryEntry {
  at: string
  by: string
  act: string
  version: number
  /** The change of many rows that this one was part of. */
  batch: { id: string; reason: string; rows: number } | null
  changes: { field: string; old: unknown; new: unknown }[]
}

export interface Named {
  id: string
  name: string
}
