// What a person asks of many rows, from the form to the message. Pure.
import { deadline_kinds, holder_roles, type Deadline, type Holder, type HolderRole } from '../types'
import type { ResultKind } from '../types'
import type { BulkChange, HolderWay } from './types'
import type { Refusal } from '@/base/types'

export const reason_chars_min = 5

export interface RoleForm {
  way: HolderWay | ''
  holders: Holder[]
  instead_of: Holder[]
}
export interface BulkForm {
  with_deadline: boolean
  deadline: Deadline
  roles: Record<HolderRole, RoleForm>
  with_demands: boolean
  demands: ResultKind[]
}

export function empty_form(): BulkForm {
  const roles = {} as Record<HolderRole, RoleForm>
  for (const role of holder_roles) roles[role] = { way: '', holders: [], instead_of: [] }
  return {
    with_deadline: false,
    deadline: { kind: deadline_kinds[0], text: '', date: null },
    roles,
    with_demands: false,
    demands: [],
  }
}

export function change_of(form: BulkForm): BulkChange {
  const change: BulkChange = { holders: [] }
  if (form.with_deadline) change.deadline = { ...form.deadline, text: form.deadline.text.trim() }
  for (const role of holder_roles) {
    const { way, holders, instead_of } = form.roles[role]
    if (!way) continue
    const one = { role, way, holders: [...holders] }
    change.holders.push(way === 'swap' ? { ...one, instead_of: instead_of[0] } : one)
  }
  if (form.with_demands) change.demands = [...form.demands]
  return change
}

/** What the server would refuse, said before it is asked; `role` names the field. */
export function faults_of(form: BulkForm, role_name: (role: HolderRole) => string): Refusal[] {
  const change = change_of(form)
  if (!change.deadline && !change.demands && !change.holders.length)
    return [{ code: 'nothing_is_asked_for' }]
  const faults: Refusal[] = []
  if (change.deadline?.kind === 'date' && !change.deadline.date && !change.deadline.text)
    faults.push({ code: 'deadline_needs_a_day_or_words', field: 'deadline' })
  for (const { role, way, holders, instead_of } of change.holders)
    if ((way !== 'replace' && !holders.length) || (way === 'swap' && !instead_of))
      faults.push({ code: 'holders_missing', field: role, args: { value: role_name(role) } })
  return faults
}
