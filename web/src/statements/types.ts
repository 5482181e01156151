// Statements and criticisms as the contract has them.
import type { words } from '@/words'

type W = typeof words.statements
export type StatementKind = keyof W['kinds']
export type StatementState = keyof W['states']
export type StatementAct = keyof W['acts']
export type StatementStep = Exclude<StatementAct, 'write' | 'remark'>
export type HintKind = keyof W['hints']
export type Aspect = keyof W['aspects']
export type CauseHeading = keyof W['cause_headings']
export type Declared = keyof W['declared']
export type Causes = keyof W['causes']
export type Sight = 'state' | 'approved' | 'handed_in' | 'all'

export interface StatementMeeting {
  id: string
  title: string
  programme_id: string
  held_on: string
  state: string
}
export type StatementDays = Record<keyof W['days'], string | null>
export interface StatementBrief {
  id: string
  kind: StatementKind
  participant: { id: string; name: string; title: string } | null
  state: StatementState
  edition: number
  handed_in_at: string | null
  approved_at: string | null
  version: number
  sight: Sight
  may: StatementAct[]
}
export interface StatementRow extends StatementBrief {
  open_remarks: number
}
export interface Asked {
  reviewer_id: string | null
  upward: boolean
  aspects: Aspect[]
  declared: Declared[]
  causes: Causes
  version: number
}
export interface StatementList {
  meeting: StatementMeeting
  asked: Asked
  days: StatementDays
  rows: StatementRow[]
  may_begin: StatementKind[]
  may_ask: boolean
}
export interface StatementHint {
  kind: HintKind
  /** Both empty where the whole text is meant. */
  sentence: string
  because: string
  dismissed: boolean
}
export interface StatementSection {
  position: number
  part: 'declared' | 'problem' | 'cases' | 'causes' | 'measures'
  heading: string
  guide: string
  revision: number
  text: string
  at: string
  by: string
  hints: StatementHint[]
}
export interface StatementRemark {
  id: string
  position: number
  quote: string
  words: string
  at: string
  by: string
  voice: keyof W['voices']
  answer: { adopted: boolean; words: string; at: string } | null
}
export interface Statement extends StatementBrief {
  meeting: StatementMeeting
  days: StatementDays
  /** Of what was sent up: who is asked, and who has agreed. */
  approvals: { seat: keyof W['seats']; agreed_at: string | null }[]
  own: boolean
  reviews: boolean
  checks_copies: boolean
  sections: StatementSection[]
  hints: StatementHint[]
  remarks: StatementRemark[]
  steps: { act: StatementAct; words: string; at: string; by: string }[]
}
export interface FoundCopy {
  position: number
  heading: string
  kind: string
  /** Empty where it may not be read. */
  label: string
  degree: keyof W['degrees']
  percent: number
  readable: boolean
  passages: { own: string; other: string }[]
}
export interface CopyReport {
  compared: number
  found: FoundCopy[]
}

export interface CriticismText {
  matter: string
  problem: string
  advice: string
}
export interface CriticismHint {
  field: string
  kind: HintKind
  sentence: string
  because: string
}
export interface Criticism extends CriticismText {
  id: string
  author_id: string
  author: string
  about_id: string
  about: string
  at: string
  version: number
  hints: CriticismHint[]
}
export interface CriticismList {
  demanded: number
  meeting_state: string
  team: { id: string; name: string; title: string; own: boolean }[]
  own: Criticism[]
  heard: Criticism[]
  tallies: { author_id: string; about_id: string; count: number }[]
  may_write: boolean
}
export interface WaitingStatement {
  what: keyof W['home_acts']
  statement_id: string | null
  whose: string
  count: number
  due_on: string | null
  meeting: { id: string; title: string; programme_id: string }
}

/** A problem that a meeting of the programme analysed, with what its minutes say. */
export interface TypicalCase {
  number: number
  problem: string
  meeting: string
  held_on: string
  conclusion: string
}
