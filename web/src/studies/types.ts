// Study before a life meeting as the contract has it.
import type { words } from '@/words'

export type StudyForm = keyof typeof words.studies.forms
export type StudyItem = keyof typeof words.studies.items
export type StudyAct = keyof typeof words.studies.acts

export interface Reading {
  title: string
  topic: string
  finish_on: string
  days_left: number
}
export interface StudyAttendance {
  participant: string
  attended: boolean
  reason: string
}
interface SessionTerms {
  id: string
  version: number
  held_on: string
  minutes: number
  form: StudyForm
  place: string
  host: string
  topic: string
  items: StudyItem[]
}
/** Version 0 of a new one. */
export interface NewSession extends SessionTerms {
  attendance: StudyAttendance[]
}
export interface StudySession extends SessionTerms {
  attendance: (StudyAttendance & { name: string })[]
  by: string
}
export interface StudyHours {
  participant: string
  name: string
  /** In minutes. */
  together: number
  alone: number
  missing: number
  notes: number
}
export interface OwnStudy {
  id: string
  studied_on: string
  minutes: number
  what: string
}
export interface StudyNote {
  id: string
  title: string
  text: string
  at: string
}
export interface StudyView {
  hours_min: number
  readings: Reading[]
  sessions: StudySession[]
  hours: StudyHours[]
  /** Of whoever looks. */
  own: OwnStudy[]
  notes: StudyNote[]
  /** That forms offer. */
  titles: string[]
  may: StudyAct[]
}
