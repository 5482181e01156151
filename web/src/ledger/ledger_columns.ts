// The columns of the ledger for its two views, and the filters above it. What a person shows of them is their
// own choice; these are the columns there are.
import { list_areas, list_units } from '@/api'
import type { Column } from '@/base/table/columns'
import type { Choice, FilterField } from '@/base/table/filters'
import {
  deadline_kinds,
  holder_roles,
  measure_statuses,
  problem_statuses,
  waitings,
  type Waiting,
  type LedgerRow,
  type MeasureRow,
  type View,
} from './types'
import { words } from '@/words'

const w = words.ledger.columns
const may_edit = (row: LedgerRow) => row.may.includes('edit')

function holders(shown: string[]): Column<LedgerRow>[] {
  return holder_roles.map((role) => ({
    key: role,
    title: w[role],
    width: 120,
    editable: may_edit,
    hidden: !shown.includes(role),
    ...(role === 'responsible_units' ? { sort: 'unit' } : {}),
  }))
}
const tail: Column<LedgerRow>[] = [
  { key: 'due_on', title: w.due_on, width: 100, sort: 'due_on', hidden: true },
  { key: 'deadline_kind', title: w.deadline_kind, width: 90, hidden: true },
  { key: 'area', title: w.area, width: 160, hidden: true },
  { key: 'updated_at', title: w.updated_at, width: 140, sort: 'updated_at', hidden: true },
]
const deadline: Column<LedgerRow> = {
  key: 'deadline',
  title: w.deadline,
  width: 136,
  sort: 'due_on',
  editable: may_edit,
}
const status: Column<LedgerRow> = { key: 'status', title: w.status, width: 104, sort: 'status' }
const number: Column<LedgerRow> = {
  key: 'number',
  title: w.number,
  width: 52,
  sort: 'number',
  right: true,
}
const printed: Column<LedgerRow> = {
  key: 'printed_number',
  title: w.printed_number,
  width: 72,
  hidden: true,
}

const of_measures: Column<LedgerRow>[] = [
  {
    key: 'problem',
    title: w.problem,
    width: 210,
    merge: (row) => (row as MeasureRow).problem.id,
  },
  number,
  { key: 'text', title: w.text, editable: may_edit },
  ...holders(['responsible_units']),
  deadline,
  status,
  { key: 'progress', title: w.progress, width: 150, wide_only: true },
  printed,
  ...tail,
]
const of_problems: Column<LedgerRow>[] = [
  number,
  { key: 'text', title: w.problem_text, editable: may_edit },
  ...holders(['lead_leaders', 'responsible_units']),
  deadline,
  { ...status, width: 128 },
  { key: 'measures', title: w.measures, width: 84, right: true },
  printed,
  ...tail,
]
export const ledger_columns: Record<View, Column<LedgerRow>[]> = {
  measures: of_measures,
  problems: of_problems,
}

const choices = <Key extends string>(keys: readonly Key[], names: Record<Key, string>): Choice[] =>
  keys.map((value) => ({ value, label: names[value] }))

async function areas_of(programme: string): Promise<Choice[]> {
  const areas = await list_areas(programme)
  return areas.map((area) => ({
    value: area.id,
    label: words.ledger.area_group(area.printed_number, area.heading),
  }))
}

export function ledger_filters(view: View, programme: string): FilterField[] {
  const f = words.ledger.filters
  let areas: Promise<Choice[]> | undefined
  const other: Waiting[] = view === 'measures' ? ['claim'] : ['report', 'stalled']
  const units = async (text: string) =>
    (await list_units(text)).map((unit) => ({ value: unit.id, label: unit.name }))
  const fields: FilterField[] = [
    {
      key: 'status',
      label: f.status,
      kind: 'several',
      choices:
        view === 'measures'
          ? choices(measure_statuses, words.ledger.measure_status)
          : choices(problem_statuses, words.ledger.problem_status),
    },
    {
      key: 'tier',
      label: f.tier,
      kind: 'one',
      choices: choices(['overdue', 'due_soon', 'on_time'] as const, words.ledger.tiers),
    },
    { key: 'unit', label: f.unit, kind: 'search', find: units },
    {
      key: 'area',
      label: f.area,
      kind: 'search',
      find: async (text) => {
        areas ??= areas_of(programme)
        return (await areas).filter((area) => area.label.includes(text))
      },
    },
    {
      key: 'kind',
      label: f.kind,
      kind: 'several',
      choices: choices(deadline_kinds, words.ledger.deadline_kinds),
    },
    { key: 'due', label: f.due, kind: 'dates', from: 'due_from', to: 'due_to' },
    {
      key: 'waiting',
      label: f.waiting,
      kind: 'one',
      choices: choices(
        waitings.filter((one) => !other.includes(one)),
        words.waiting.waits,
      ),
    },
    { key: 'held_by', label: f.held_by, kind: 'search', find: units },
    { key: 'group', label: words.board.group, kind: 'given', name: words.board.group_key },
  ]
  // Areas belong to one programme.
  return programme ? fields : fields.filter((field) => field.key !== 'area')
}

export const ledger_filter_keys = [
  'waiting',
  'status',
  'tier',
  'unit',
  'held_by',
  'area',
  'kind',
  'due_from',
  'due_to',
  'group',
]
