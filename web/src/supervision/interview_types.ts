// Messages about interviews, as the contract has them.
import type { Named } from '@/base/types'

export interface NewInterview {
  id: string
  held_on: string
  begins_at: string
  place: string
  unit_id: string
  person: string
  post: string
  interviewers: string
  recorder: string
  cause: string
  problem: string
  answer: string
  requirement: string
  due_on: string | null
  signed: boolean
  unsigned_reason: string
}
export interface Interview extends Omit<NewInterview, 'unit_id'> {
  number: number
  unit: Named
  /** What is asked became this task; none where nobody of the office recorded it. */
  task_id: string | null
  recorded_by: string
  recorded_at: string
  revoked: { by: string; at: string; reason: string } | null
  version: number
}
