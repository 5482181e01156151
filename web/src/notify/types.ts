// Messages as the contract has them.
import type { Refusal } from '@/base/types'

export type EventKind =
  | 'measure_accepted'
  | 'measure_sent_back'
  | 'strike_off_applied'
  | 'problem_struck_off'
  | 'problem_sent_back'
  | 'rows_assigned'
  | 'handover_to_sign'
  | 'handover_completed'
  | 'extension_asked'
  | 'extension_decided'
  | 'rows_due_soon'
  | 'rows_overdue'
  | 'rows_sent_back'
  | 'rows_stalled'
  | 'reviews_lying'
  | 'notices_proposed'
  | 'notice_issued'
  | 'notice_answered'
  | 'notice_sent_back'
  | 'notice_closed'
  | 'tasks_given'
  | 'task_reported'
  | 'task_confirmed'
  | 'task_sent_back'
  | 'task_dropped'
  | 'tasks_due_soon'
  | 'tasks_overdue'
  | 'meeting_called'
  | 'meeting_moved'
  | 'meeting_cancelled'
  | 'meeting_closed'
  | 'feedback_delivered'
  | 'feedback_signed'
  | 'feedback_copied'
  | 'clue_handed_over'
  | 'check_planned'
  | 'check_changed'
  | 'check_cancelled'
  | 'findings_entered'
  | 'plan_for_comment'
  | 'plan_to_commit'
  | 'plan_to_review'
  | 'plan_returned'
  | 'plan_approved'
  | 'plan_issued'
  | 'sub_plan_wanted'
  | 'sub_plan_returned'
  | 'life_plan_to_review'
  | 'life_plan_returned'
  | 'life_plan_approved'
  | 'life_meeting_called'
  | 'life_meeting_moved'
  | 'life_meeting_cancelled'
  | 'life_people_changed'
  | 'life_consulted'
  | 'life_answered'
  | 'statement_to_review'
  | 'statement_returned'
  | 'statement_remarked'
  | 'statement_sent_up'
  | 'statement_approved'
  | 'statement_filed'
  | 'talk_arranged'
  | 'talk_moved'
  | 'talk_cancelled'
  | 'talk_to_sign'
  | 'opinions_delivered'
  | 'gathered_given'

export interface Message {
  id: string
  at: string
  kind: EventKind
  programme: { id: string; title: string }
  subject: {
    kind:
      | 'measure'
      | 'problem'
      | 'import'
      | 'handover'
      | 'programme'
      | 'notice'
      | 'batch'
      | 'task'
      | 'meeting'
      | 'feedback'
      | 'clue'
      | 'check'
      | 'life_meeting'
      | 'talk'
      | 'plan_version'
      | 'sub_plan'
    id: string
    number: number
    text: string
  }
  by: string
  note: string
  read_at: string | null
}

export interface MessagePage {
  rows: Message[]
  total: number
  unread: number
}

export const rhythms = ['never', 'half_hour', 'day'] as const
export type Rhythm = (typeof rhythms)[number]
/** What a person chose; `offered` and `bundle_minutes` are the installation's. */
export interface MailBox {
  offered: boolean
  bundle_minutes: number
  address: string
  rhythm: Rhythm
  version: number
}

export const webhook_shapes = ['wecom', 'dingtalk', 'generic'] as const
export type WebhookShape = (typeof webhook_shapes)[number]
export const webhook_rhythms = ['at_once', 'half_hour', 'day'] as const
export type WebhookRhythm = (typeof webhook_rhythms)[number]

export interface Delivery {
  id: string
  kind: 'messages' | 'trial'
  count: number
  state: 'pending' | 'sent' | 'failed'
  tries: number
  made_at: string
  next_at: string | null
  done_at: string | null
  error: Refusal | null
}
/** As its owner sees it: of the address only where it leads to, of the secret whether there is one. */
export interface Webhook {
  id: string
  name: string
  shape: WebhookShape
  origin: string
  has_secret: boolean
  rhythm: WebhookRhythm
  enabled: boolean
  version: number
  last: Delivery | null
}
export interface Webhooks {
  /** None: the installation offers no webhooks. */
  hosts: string[]
  bundle_minutes: number
  webhooks_max: number
  rows: Webhook[]
}
/** An empty url or secret leaves what is there. */
export type WantedWebhook = Pick<Webhook, 'name' | 'shape' | 'rhythm' | 'enabled' | 'version'> & {
  url: string
  secret: string
}
