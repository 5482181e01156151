// What the server says of ladders and of the notices they lead to.
import type { Named, Page } from '@/base/types'

export const causes = ['before_due', 'overdue', 'sent_back', 'stalled', 'in_review'] as const
export type Cause = (typeof causes)[number]
export const recipients = [
  'reporters',
  'unit_head',
  'row_leaders',
  'office',
  'supervision',
  'signers',
  'principal',
] as const
export type Recipient = (typeof recipients)[number]
/** Whose review is asked for is known of a review only. */
export const recipients_of = (cause: Cause): Recipient[] =>
  recipients.filter((one) => one !== 'signers' || cause === 'in_review')
export type Colour = 'blue' | 'yellow' | 'red'

export interface NewRung {
  cause: Cause
  amount: number
  days: 'calendar' | 'working'
  recipients: Recipient[]
  /** The name of the kind that is proposed, or ''. */
  notice: string
}
export interface Rung extends NewRung {
  colour: Colour
  /** From which day it holds; null: from the start. */
  since: string | null
}
export interface NoticeKind {
  name: string
  short_name: string
  requirement: string
  reply_days: number
}
export interface NewLadder {
  version: number
  mark_pattern: string
  kinds: NoticeKind[]
  rungs: NewRung[]
}
export interface Ladder extends NewLadder {
  rungs: Rung[]
  may: 'edit'[]
}

export const notice_states = [
  'proposed',
  'issued',
  'signed_for',
  'answered',
  'closed',
  'dismissed',
] as const
export type NoticeState = (typeof notice_states)[number]
export type NoticeAct = 'edit' | 'issue' | 'dismiss' | 'sign' | 'answer' | 'send_back' | 'close'

export interface NoticeBrief {
  id: string
  programme: { id: string; title: string }
  unit: Named
  kind: string
  colour: Colour
  /** Why the ladder proposed it, in words; '' : the office did. */
  rung: string
  state: NoticeState
  number: number
  mark: string
  /** Of what is to be put right at once; '' of a notice about measures. */
  matter: string
  basis: string
  requirement: string
  contact: string
  reply_by: string | null
  days_to_reply: number | null
  helped: boolean
  made_at: string
  rows: number
  version: number
  may: NoticeAct[]
}
export interface NoticeItem {
  id: string
  number: number
  text: string
  deadline_text: string
  due_on: string | null
  status: string
  responsible: string
}
export interface Notice extends NoticeBrief {
  measures: NoticeItem[]
  steps: { act: NoticeAct; at: string; by: string; text: string }[]
}
export interface NoticeDraft {
  version: number
  matter: string
  basis: string
  requirement: string
  contact: string
  reply_by: string | null
  measure_ids: string[]
}
export interface WaitingNotices {
  act: NoticeAct
  rows: NoticeBrief[]
  total: number
}
export interface NoticeCounts {
  unit: Named
  issued: number
  unsigned_for: number
  unanswered: number
  late: number
  closed: number
}
export type NoticePage = Page<NoticeBrief>
