// What is made public, as the contract has it.
export type Audience = 'internal' | 'public'
export type ReleaseSource = 'outline' | 'text' | 'release' | 'edition'
export type ReleaseState =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'published'
  | 'exempted'
  | 'withdrawn'
export type ReleaseAct =
  | 'write'
  | 'submit'
  | 'exempt'
  | 'approve'
  | 'give_back'
  | 'publish'
  | 'object'
  | 'withdraw'
export type Rule =
  | 'restricted'
  | 'case_matter'
  | 'id_number'
  | 'bank_account'
  | 'phone'
  | 'email'
  | 'own_word'
  | 'person'
  | 'company'
  | 'unit'
  | 'amount'
  | 'manual'
export const grounds = [
  'state_secret',
  'work_secret',
  'commercial_secret',
  'personal_privacy',
  'open_case',
  'public_opinion',
  'unrest',
  'other_sensitive',
  'wording',
] as const
export type Ground = (typeof grounds)[number]
export type Decision = 'proposed' | 'replaced' | 'kept' | 'dropped'

export interface Step {
  name: string
  at: string
}
export interface Publication {
  on: string
  channel: string
  link: string
  number: string
  objections_until: string | null
  by: string
}
export interface ReleaseBrief {
  id: string
  programme: { id: string; title: string }
  number: number
  audience: Audience
  title: string
  source: ReleaseSource
  previous_id: string | null
  edition_id: string | null
  state: ReleaseState
  begun: Step | null
  submitted: Step | null
  decided: Step | null
  withdrawn: Step | null
  exemption: { ground: Ground; reason: string } | null
  opinion: string
  withdrawal: string
  digest: string
  algorithm: string
  publication: Publication | null
  version: number
}
/** Places are in characters (code points) of a paragraph. */
export interface Passage {
  number: number
  paragraph: number
  from: number
  length: number
  original: string
  replacement: string
  rule: Rule
  ground: Ground
  must: boolean
  decision: Decision
  reason: string
  decided_by: string
  consented: boolean
}
export interface Objection {
  id: string
  received_on: string
  text: string
  answer: string
  by: string
  at: string
}
export interface Release extends ReleaseBrief {
  /** Whether its reader sees what it hides; text, passages and objections are empty for others. */
  inside: boolean
  text: string[]
  passages: Passage[]
  out: string[]
  intact: boolean
  objections_count: number
  objections: Objection[]
  may: ReleaseAct[]
}
export interface Hiding {
  names: 'some' | 'post'
  amounts: 'rounded' | 'removed' | 'as_it_is'
  companies: boolean
  unit_levels: number
  hidden_words: string[]
  spared_words: string[]
  version: number
}
export interface IssuedEdition {
  id: string
  title: string
  number: number
  document: string
  issued_on: string
}
export interface ReleaseList {
  rows: ReleaseBrief[]
  may_begin: boolean
  hiding: Hiding | null
  /** Issued reports that a text may begin with, the last one first. */
  editions: IssuedEdition[]
}
export interface WaitingReleases {
  to_approve: ReleaseBrief[]
  to_publish: ReleaseBrief[]
}
export interface NewRelease {
  id: string
  audience: Audience
  source: ReleaseSource
  title: string
  text: string
  previous_id: string | null
  edition_id: string | null
  with_accountability: boolean
  contacts: { phone: string; address: string; email: string }
}
export interface WantedDecision {
  number: number
  decision: Decision
  replacement: string
  ground: Ground
  reason: string
}
export type ReleaseDocument = 'text' | 'withheld'
export type ReleaseForm = 'docx' | 'pdf' | 'txt'
