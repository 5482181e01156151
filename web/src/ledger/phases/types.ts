// Tasks and phases as the contract has them.
import type { Deadline, Tier, Waiting } from '../types'

export const task_states = ['open', 'reported', 'sent_back', 'confirmed', 'dropped'] as const
export type TaskState = (typeof task_states)[number]
export type TaskAct = 'edit' | 'report' | 'confirm' | 'send_back' | 'drop'
export type OriginKind = 'office' | 'milestone' | 'decision' | 'finding' | 'campaign'

export interface Task {
  id: string
  number: number
  programme: { id: string; title: string }
  text: string
  unit: { id: string; name: string }
  person: { name: string; id: string | null } | null
  origin: { kind: OriginKind; id: string }
  deadline: Deadline
  due_on: string | null
  days_left: number | null
  tier: Tier
  state: TaskState
  report: string
  reported_by: string | null
  reported_at: string | null
  remark: string
  decided_by: string | null
  decided_at: string | null
  version: number
  may: TaskAct[]
}
/** What the office writes; a new one with an id, a changed one with the version it was seen at. */
export interface TaskDraft {
  id?: string
  version?: number
  text: string
  unit_id: string
  person: { name: string; id: string | null } | null
  deadline: Deadline
}
export interface WaitingTasks {
  waiting: Waiting
  held_by: string | null
  rows: Task[]
  total: number
}

export type PhaseStanding = 'undated' | 'ahead' | 'current' | 'over'
export interface Phase {
  id: string
  position: number
  name: string
  description: string
  from: Deadline
  until: Deadline
  begins_on: string | null
  ends_on: string | null
  standing: PhaseStanding
  version: number
  milestones: Task[]
}
export interface Phases {
  rows: Phase[]
  tasks: {
    all: number
    open: number
    overdue: number
    due_soon: number
    reported: number
    confirmed: number
  }
  today: string
  may: 'set'[]
}
export interface PhaseDraft {
  id?: string
  version?: number
  position: number
  name: string
  description: string
  from: Deadline
  until: Deadline
}
export interface CurrentPhase {
  programme: { id: string; title: string }
  id: string
  name: string
  begins_on: string
  ends_on: string
  milestones: number
  confirmed: number
  overdue: number
  next: Task | null
}
