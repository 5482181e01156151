// Messages as the contract has them.
export type EventKind =
  | 'measure_accepted'
  | 'measure_sent_back'
  | 'strike_off_applied'
  | 'problem_struck_off'
  | 'problem_sent_back'
  | 'rows_assigned'
  | 'handover_to_sign'
  | 'handover_completed'

export interface Message {
  id: string
  at: string
  kind: EventKind
  programme: { id: string; title: string }
  subject: {
    kind: 'measure' | 'problem' | 'import' | 'handover'
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
