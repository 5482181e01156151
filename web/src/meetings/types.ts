// Meetings as the contract has them.
export const meeting_kinds = [
  'coordination',
  'joint',
  'push',
  'mobilisation',
  'leading_group',
] as const
export type MeetingKind = (typeof meeting_kinds)[number]
export type MeetingState = 'planned' | 'called' | 'running' | 'closed' | 'cancelled'
export type Standing = 'attends' | 'sits_in'
export type Duty = 'none' | 'host' | 'recorder'
export type Attendance = 'unanswered' | 'coming' | 'leave' | 'proxy' | 'present' | 'absent'
export type Every = 'week' | 'half_month' | 'month' | 'dates'
export type MeetingAct =
  | 'edit'
  | 'set_agenda'
  | 'call'
  | 'cancel'
  | 'answer'
  | 'note_attendance'
  | 'open'
  | 'write_minutes'
  | 'close'
  | 'add_remark'

/** Who is invited: a person, a unit that sends somebody, or somebody known by name only. */
export interface Invited {
  name: string
  person_id: string | null
  unit_id: string | null
  standing: Standing
  duty: Duty
}
export interface Participant extends Invited {
  attendance: Attendance
  reason: string
  proxy: string
  own: boolean
}
export interface Terms {
  kind: MeetingKind
  title: string
  held_on: string
  begins_at: string
  minutes: number
  place: string
  participants: Invited[]
}
export interface MeetingBrief extends Omit<Terms, 'participants'> {
  id: string
  programme: { id: string; title: string }
  series_id: string | null
  state: MeetingState
  closed_at: string | null
  closed_by: string
  opened_at: string | null
  reason: string
  version: number
  may: MeetingAct[]
}
export interface MeetingRow extends MeetingBrief {
  items: number
  decisions: number
  host: string
}
export interface OwnMeeting extends MeetingBrief {
  participants: Participant[]
}

export type Reason =
  | 'overdue'
  | 'sent_back'
  | 'extension'
  | 'due_soon'
  | 'stalled'
  | 'task'
  | 'moved_on'
export type Subject = 'none' | 'measure' | 'problem' | 'task'
export interface RowState {
  number: number
  text: string
  due_on: string | null
  status: string
  percent: number
  unit_label: string
  days_left: number | null
}
export interface Decision {
  id: string
  matter: string
  unit_id: string | null
  unit_name: string
  person_id: string | null
  person_name: string
  due_on: string | null
  task_id: string
}
export interface Proposal {
  subject: Subject
  subject_id: string
  reasons: Reason[]
  row: RowState
}
export interface AgendaItem extends Proposal {
  id: string
  heard: string
  discussion: string
  moved_on: boolean
  carried_from: string | null
  decisions: Decision[]
  version: number
}
export interface AgendaLine {
  id: string
  subject: Subject
  subject_id: string
  title: string
}
export type Minute = Pick<AgendaItem, 'version' | 'heard' | 'discussion' | 'moved_on'> & {
  decisions: Pick<Decision, 'id' | 'matter' | 'unit_id' | 'person_id' | 'due_on'>[]
}
export interface Meeting extends OwnMeeting {
  items: AgendaItem[]
  figures: Record<string, number>
  remarks: { at: string; by: string; text: string }[]
  next_on: string | null
}

export interface SeriesTerms {
  kind: MeetingKind
  title: string
  every: Every
  day: number
  dates: string[]
  ended: boolean
}
export interface Series extends SeriesTerms {
  id: string
  version: number
  next: { date: string; certain: boolean }[]
}
