// Sittings and what follows them, as the contract has them.
import type { LifeState } from '@/life_meetings/types'
import type { Refusal } from '@/base/types'
import type { words } from '@/words'

export type Topic = keyof typeof words.sittings.topics
export type PresenceState = keyof typeof words.sittings.presences
export type EntryKind = keyof typeof words.sittings.entry_kinds
export type SittingAct =
  | 'arrange'
  | 'note_presence'
  | 'grant_leave'
  | 'open'
  | 'move'
  | 'close'
  | 'record'
  | 'add_remark'

export interface TurnTerms {
  id: string
  topic: Topic
  about: string | null
  speaker: string | null
  title: string
  minutes: number
}
export interface Turn extends TurnTerms {
  words: string
  spent_ms: number
}
export interface Presence {
  participant: string
  state: PresenceState
  arrived_at: string | null
  left_at: string | null
  reason: string
  granted_by: string
  granted_at: string | null
}
export interface PresenceChange {
  participant: string
  state: PresenceState
  reason: string
  left: boolean
}
export interface SittingState {
  state: LifeState
  version: number
  writings: number
  turn: string | null
  turn_since: string | null
  now: string
}
export interface Sitting extends SittingState {
  opened_at: string | null
  opened_by: string
  closed_at: string | null
  closed_by: string
  digest: string
  quorum: { team: number; present: number; needed: number; reached: boolean }
  turns: Turn[]
  presences: Presence[]
  reads_record: boolean
  may: SittingAct[]
}
/** As the page of a recorder makes and sends it. */
export interface Spoken {
  id: string
  kind: EntryKind
  turn: string | null
  speaker: string | null
  about: string | null
  example: string
  words: string
  suggestion: string
  reply: string
  read_out: boolean
  said_at_ms: number
}
export interface RecordEntry extends Spoken {
  said_at: string
  names_a_problem: boolean
  by: string
  own: boolean
  revision: number
}
export interface CriticismCount {
  participant: string
  received: number
  given: number
  hopes: number
}
export interface MeetingRecord {
  entries: RecordEntry[]
  remarks: { id: string; text: string; at: string; by: string }[]
  figures: {
    entries: number
    criticisms: number
    last_year: number
    read_out: number
    members: CriticismCount[]
  }
  digest: string
  sound: boolean
  may: SittingAct[]
}
/** An entry that the server has not acknowledged. `revision`: of the one that it puts right. */
export interface Unsent {
  said: Spoken
  revision: number | null
  refusal: Refusal | null
}

export type ListSource = keyof typeof words.sittings.sources
export interface ListTerms {
  owner: string | null
  source: ListSource
  source_note: string
  entry: string | null
  problem: string
  measure: string
  goal: string
  leader: string | null
  holder: string
  due_on: string | null
}
export interface ListItem extends ListTerms {
  id: string
  number: number
  complete: boolean
  ledger_problem: string | null
  status: string
  version: number
  may_change: boolean
}
export type LifeTextKind = keyof typeof words.sittings.texts
export interface LifeText {
  kind: LifeTextKind
  text: string
  version: number
  by: string
  at: string | null
  issued_on: string | null
  issued_by: string
  digest: string
  may_write: boolean
}
export type SittingPaper = keyof typeof words.sittings.papers
export type Recipient = keyof typeof words.sittings.recipients
export interface PackageTerms {
  id: string
  version: number
  recipient: Recipient
  name: string
  contents: SittingPaper[]
  due_on: string
}
export interface Package extends PackageTerms {
  days_left: number | null
  delivered_on: string | null
  delivered_by: string
  receipt: string
}
export type PackageForm = PackageTerms & {
  delivery: { delivered_on: string; receipt: string } | null
}
export type PublishedSubject = keyof typeof words.sittings.published
export interface PublicationTerms {
  id: string
  subject: PublishedSubject
  scope: string
  published_on: string
  publisher: string
  remark: string
}
export interface Publication extends PublicationTerms {
  by: string
  at: string
}
export interface BranchTerms {
  id: string
  version: number
  branch: string
  due_on: string
  held_on: string | null
  leaders: string
  remark: string
}
export interface BranchMeeting extends BranchTerms {
  overdue: boolean
}
export type Material = keyof typeof words.sittings.materials
export type FiledState = keyof typeof words.sittings.filed
export interface ArchiveLine {
  material: Material
  state: FiledState
  remark: string
  by: string
  at: string | null
}
export interface Afterwards {
  items: ListItem[]
  texts: LifeText[]
  packages: Package[]
  publications: Publication[]
  branches: BranchMeeting[]
  catalogue: ArchiveLine[]
  owners: (string | null)[]
  sees_follow_up: boolean
  papers: SittingPaper[]
  may: ('enter' | 'follow_up' | 'file')[]
}
export interface PackageDue {
  meeting: string
  programme: string
  title: string
  name: string
  due_on: string
  days_left: number
}

export type LeadKind = keyof typeof words.sittings.leading.kinds
export interface LeadAct {
  kind: LeadKind
  done: number
  required: number
  minutes: number
  first_on: string | null
  is_done: boolean
}
export interface Arrival {
  participant: string
  notes: number
  claimed: number
  offered: number
  rules: number
  rules_of: number
  minutes_missing: number
  has_arrived: boolean
}
/** What the principal does first, and what has arrived with each of the team; as far as this reader is told. */
export interface Leading {
  acts: LeadAct[]
  members: Arrival[]
}
