// Messages of the journal as auditors see it. Types only.

/** A fact has "value", a change "old" and "new"; of what is not open there is the name alone. */
export interface EntryField {
  field: string
  value?: string
  old?: string
  new?: string
}

export interface Entry {
  chain: string
  sequence: number
  programme_title: string
  at: string
  actor: { id: string; name: string; account: string }
  act: string
  subject: { kind: string; id: string; name: string; person: string; number: number | null }
  address: string
  erased: boolean
  open: boolean
  fields: EntryField[]
  payload_digest: string
  previous: string
  algorithm: string
  hash: string
}

export interface EntryPage {
  rows: Entry[]
  next: string | null
}

export interface Sources {
  programmes: { id: string; title: string }[]
  signing: { algorithm: string; public_key: string; fingerprint: string }
}

/** What is looked for, as it stands in the address of the page. */
export const query_keys = [
  'from',
  'to',
  'actor',
  'act',
  'kind',
  'subject',
  'chain',
  'text',
  'details',
] as const
export type EntryQuery = Partial<Record<(typeof query_keys)[number], string>>

export interface Integrity {
  running: boolean
  walked: number
  started_at: string | null
  started_by: string
  finished_at: string | null
  failed: boolean
  sound: boolean | null
  last_anchored_at: string | null
  /** How far restricted content is encrypted at rest. */
  sealing: 'off' | 'partly' | 'whole'
  chains: {
    chain: string
    title: string
    entries: number
    erased: number
    head: string
    fault: { sequence: number; what: string } | null
  }[]
}
