// What is filled in of a plan, and how it goes out as a message.
import { reactive } from 'vue'
import { new_id } from '@/base/id'
import type { ChosenPerson } from '@/accounts/types'
import type {
  Demands,
  DutyKind,
  Length,
  LifeMeeting,
  Part,
  PlanMessage,
  ProposedPlan,
} from './types'
import { words } from '@/words'

export interface FormPerson {
  id: string
  part: Part
  person: ChosenPerson
  title: string
  /** Stands in the meeting already: leaves with a reason only. */
  stays: boolean
}
export interface PlanForm {
  title: string
  theme: string
  basis: string
  focus: string
  held_on: string
  begins_at: string
  length: Length
  sessions: string
  place: string
  contact: ChosenPerson
  demands: Demands
  people: FormPerson[]
  duties: Record<DutyKind, string>
}

export const duty_kinds = Object.keys(words.life_meetings.duties) as DutyKind[]
export const lines_of = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const new_person = (part: Part): FormPerson => ({
  id: new_id(),
  part,
  person: { person_id: null, person_name: '' },
  title: '',
  stays: false,
})

const no_duties = (): Record<DutyKind, string> =>
  Object.fromEntries(duty_kinds.map((kind) => [kind, ''])) as Record<DutyKind, string>

export const empty_form = (): PlanForm =>
  reactive({
    title: words.life_meetings.usual_title,
    theme: '',
    basis: '',
    focus: '',
    held_on: '',
    begins_at: '09:00',
    length: 'half_day',
    sessions: '',
    place: '',
    contact: { person_id: null, person_name: '' },
    demands: {
      study_hours_min: 4,
      criticisms_each_min: 1,
      plan_days: 15,
      drafts_days: 5,
      report_days: 15,
    },
    people: [new_person('principal'), new_person('member'), new_person('recorder')],
    duties: no_duties(),
  })

export function form_of(meeting: LifeMeeting): PlanForm {
  const duties = no_duties()
  for (const one of meeting.duties) duties[one.kind] = one.who
  const leader = meeting.contact_leader
  return reactive({
    title: meeting.title,
    theme: meeting.theme,
    basis: meeting.basis,
    focus: meeting.focus.join('\n'),
    held_on: meeting.held_on,
    begins_at: meeting.begins_at,
    length: meeting.length,
    sessions: meeting.sessions.join('\n'),
    place: meeting.place,
    contact: { person_id: leader?.id ?? null, person_name: leader?.name ?? '' },
    demands: { ...meeting.demands },
    people: meeting.participants
      .filter((one) => !one.left_on)
      .map((one) => ({
        id: one.id,
        part: one.part,
        person: { person_id: one.person_id, person_name: one.name },
        title: one.title,
        stays: true,
      })),
    duties,
  })
}

/** What a document says goes into the form; what it leaves open stays as it was. */
export function take_over(form: PlanForm, read: ProposedPlan): void {
  if (read.title) form.title = read.title
  if (read.theme) form.theme = read.theme
  if (read.held_on) form.held_on = read.held_on
  if (read.begins_at) form.begins_at = read.begins_at
  if (read.length) form.length = read.length
  if (read.place) form.place = read.place
  if (read.focus.length) form.focus = read.focus.join('\n')
  if (read.plan_days) form.demands.plan_days = read.plan_days
  if (read.report_days) form.demands.report_days = read.report_days
}

export const message_of = (form: PlanForm): PlanMessage => ({
  title: form.title,
  theme: form.theme,
  basis: form.basis,
  focus: lines_of(form.focus),
  held_on: form.held_on,
  begins_at: form.begins_at,
  length: form.length,
  sessions: form.length === 'whole_day' ? lines_of(form.sessions) : [],
  place: form.place,
  contact_leader: form.contact.person_name
    ? { name: form.contact.person_name, id: form.contact.person_id }
    : null,
  demands: form.demands,
  participants: form.people
    .filter((one) => one.person.person_name)
    .map((one) => ({
      id: one.id,
      part: one.part,
      name: one.person.person_name,
      title: one.title,
      person_id: one.person.person_id,
    })),
  duties: duty_kinds.map((kind) => ({ kind, who: form.duties[kind] })),
})
