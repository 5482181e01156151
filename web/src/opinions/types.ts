// Opinions for a life meeting as the contract has them.
import type { SheetReport } from '@/accounts/types'
import type { Named, Page } from '@/base/types'
import type { words } from '@/words'

export type Channel = keyof typeof words.opinions.channels
export type Voice = keyof typeof words.opinions.voices
export type Source = keyof typeof words.opinions.sources
export type KeeperAct =
  | 'choose'
  | 'enter'
  | 'make_codes'
  | 'open_box'
  | 'strike'
  | 'deliver'
  | 'receive_for'
  | 'gather'

export interface CollectionTerms {
  form_title: string
  finish_on: string
  channels: { channel: Channel; handed_out: number }[]
  voices: Voice[]
}
export interface Delivery {
  participant: string
  name: string
  delivered: number
  received: number
  last_received_at: string | null
  on_paper: boolean
}
export interface Collection {
  collection: (CollectionTerms & { days_left: number; version: number }) | null
  team: { id: string; name: string; title: string; part: string }[]
  tally: { sheets: number; blank: number; opinions: number; of_team: number; of_persons: number }
  sheets: { channel: Channel; voice: Voice; sheets: number; opinions: number }[]
  about: { participant: string; name: string; opinions: number }[]
  deliveries: Delivery[]
  /** The keeper's. */
  undelivered: number | null
  own: { delivered: number; waiting: number } | null
  box: { codes: number; used: number; ballots: number } | null
  by_person: boolean
  may: (KeeperAct | 'receive')[]
}

/** What one says of whom; of the team: null. */
export interface Line {
  about: string | null
  text: string
}
export interface Sheet {
  id: string
  channel: Channel
  voice: Voice
  lines: Line[]
}
export interface Opinion {
  id: string
  number: number
  about: Named | null
  text: string
  intact: boolean
  received_at: string | null
  /** These the keeper's. */
  channel?: Channel
  voice?: Voice
  sheet_number?: number
  strike?: { reason: string; replaced_by: number | null; at: string; by: string } | null
  may?: 'strike'[]
}
export type OpinionPage = Page<Opinion>

export interface GatheredProblem {
  id: string
  number: number
  source: Source
  about: Named | null
  problem: { id: string; number: number | null } | null
  text: string
  opinions: number[]
  at: string
  by: string
  claims: { participant: Named; given_at: string; claimed_at: string | null }[]
  may: ('give' | 'claim' | 'drop')[]
}
export interface GatheredList {
  rows: GatheredProblem[]
  total: number
  claimed: number
  may: 'gather'[]
}
export interface NewGathered {
  id: string
  source: Source
  about: string | null
  problem: string | null
  text: string
  opinions: string[]
  given_to: string[]
}

export interface OpinionImportReport extends SheetReport {
  sheets: number
  blank_sheets: number
  opinions: number
}

/** What waits for whoever looks, in one meeting. */
export interface WaitingOpinions {
  meeting: string
  programme: string
  title: string
  to_receive: number
  to_claim: number
}

/** What the page without accounts shows to whoever has a code. */
export interface BoxPage {
  title: string
  unit: string
  form_title: string
  finish_on: string
  team: { id: string; name: string; title: string }[]
  voices: Voice[]
}
