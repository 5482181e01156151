// Which fields of a row people change in place, how a stale change is noticed, and what the two versions were.
import { ref, type Ref } from 'vue'
import { change_row, load_measure, load_problem, Refused } from '@/api'
import type { Deadline, LedgerRow, LongTerm, Responsibility, ResultKind, View } from '../types'
import { holder_roles } from '../types'
import { words } from '@/words'

export type EditField = 'text' | 'goal' | 'deadline' | 'responsibility' | 'demands' | 'long_term'
export interface Change {
  text?: string
  goal?: string
  deadline?: Deadline
  responsibility?: Responsibility
  demands?: ResultKind[]
  long_term?: LongTerm
}
export type Editable = Pick<
  LedgerRow,
  'id' | 'version' | 'text' | 'deadline' | 'responsibility'
> & {
  goal?: string
  demands?: ResultKind[]
  long_term?: LongTerm
  results_proposed?: ResultKind[]
}

/** Somebody else saved first: what I wanted, what stands there now. */
export interface Conflict {
  kind: View
  mine: Change
  theirs: Editable
}

export function field_of_column(column: string): EditField {
  return column === 'text' || column === 'deadline' || column === 'goal' ? column : 'responsibility'
}

export const load_item = (kind: View, id: string) =>
  kind === 'problems' ? load_problem(id) : load_measure(id)

export interface Changing {
  conflict: Ref<Conflict | null>
  /** True when saved; false when somebody was faster and `conflict` now shows both. */
  save: (kind: View, row: Editable, change: Change) => Promise<boolean>
}

export function use_changing(): Changing {
  const conflict = ref<Conflict | null>(null)
  return {
    conflict,
    async save(kind, row, change) {
      try {
        await change_row(kind, row.id, { version: row.version, ...change })
        conflict.value = null
        return true
      } catch (error) {
        if (!(error instanceof Refused) || error.refusal.code !== 'somebody_else_changed_it')
          throw error
        conflict.value = { kind, mine: change, theirs: await load_item(kind, row.id) }
        return false
      }
    },
  }
}

/** A field's value as people read it. */
export function in_words(field: EditField, value: unknown): string {
  if (field === 'deadline') {
    const deadline = value as Deadline
    const kind = words.ledger.deadline_kinds[deadline.kind]
    return [kind, deadline.text, deadline.date].filter(Boolean).join(words.app.semicolon)
  }
  if (field === 'responsibility') {
    const all = value as Responsibility
    return holder_roles
      .filter((role) => all[role]?.length)
      .map(
        (role) =>
          words.ledger.roles[role] +
          words.app.colon +
          all[role].map((holder) => holder.name).join(words.app.comma),
      )
      .join('\n')
  }
  if (field === 'demands') return words.ledger.results_named((value as ResultKind[]) ?? [])
  if (field === 'long_term') return words.ledger.long_term_in_words(value as LongTerm)
  return String(value ?? '')
}
