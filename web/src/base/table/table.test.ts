import { describe, expect, it } from 'vitest'
import { choice_of, in_order, move, shown, toggle, type Column } from './columns'
import { filter_keys, list_of } from './filters'
import { ids_between, spans, starts } from './spans'

const columns: Column[] = [
  { key: 'a', title: 'A' },
  { key: 'b', title: 'B' },
  { key: 'c', title: 'C', hidden: true },
]
const keys = (list: Column[]) => list.map((column) => column.key).join('')

describe('the choice of columns', () => {
  it('shows the columns that are not hidden from the start', () => {
    expect(keys(shown(columns, null))).toBe('ab')
  })
  it('shows a hidden column that was chosen and hides a shown one', () => {
    const choice = toggle(columns, toggle(columns, null, 'c'), 'a')
    expect(keys(shown(columns, choice))).toBe('bc')
  })
  it('never hides the last one', () => {
    const one = toggle(columns, null, 'a')
    expect(keys(shown(columns, toggle(columns, one, 'b')))).toBe('b')
  })
  it('moves a column and keeps the others in order', () => {
    expect(keys(in_order(columns, move(columns, null, 'c', 0)))).toBe('cab')
    expect(keys(in_order(columns, move(columns, null, 'a', 99)))).toBe('bca')
  })
  it('puts a column that is newer than the choice at the end, hidden as it is by itself', () => {
    const choice = { order: ['b', 'a'], hidden: [] }
    expect(keys(in_order(columns, choice))).toBe('bac')
    expect(keys(shown(columns, choice))).toBe('ba')
  })
  it('forgets columns that are gone', () => {
    expect(keys(in_order(columns, { order: ['x', 'b'], hidden: ['x'] }))).toBe('bac')
  })
  it('does not trust what the server kept', () => {
    expect(choice_of({ order: ['a'], hidden: [] })).toEqual({ order: ['a'], hidden: [] })
    for (const wrong of [null, 7, {}, { order: 'a', hidden: [] }, { order: [1], hidden: [] }])
      expect(choice_of(wrong)).toBeNull()
  })
})

describe('merged cells', () => {
  const rows = ['p1', 'p1', 'p2', 'p1'].map((problem) => ({ problem, area: '一' }))
  it('cover consecutive rows of the same key', () => {
    expect(spans(rows, (row) => row.problem)).toEqual([2, 0, 1, 1])
  })
  it('end where a group ends', () => {
    const split = rows.map((row, i) => ({ ...row, area: i < 1 ? '一' : '二' }))
    expect(
      spans(
        split,
        (row) => row.problem,
        (row) => row.area,
      ),
    ).toEqual([1, 1, 1, 1])
    expect(starts(split, (row) => row.area)).toEqual([true, true, false, false])
  })
  it('of no rows are none', () => {
    expect(spans([], () => '')).toEqual([])
  })
})

describe('filters', () => {
  it('name every key of the address they use', () => {
    expect(
      filter_keys([
        { key: 'status', label: '', kind: 'several', choices: [] },
        { key: 'due', label: '', kind: 'dates', from: 'due_from', to: 'due_to' },
      ]),
    ).toEqual(['status', 'due_from', 'due_to'])
  })
  it('of several values are separated by commas', () => {
    expect(list_of('a,b')).toEqual(['a', 'b'])
    expect(list_of(undefined)).toEqual([])
  })
})

describe('ticking with Shift', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  it('takes every row between, in either direction', () => {
    expect(ids_between(rows, 'b', 'd')).toEqual(['b', 'c', 'd'])
    expect(ids_between(rows, 'd', 'b')).toEqual(['b', 'c', 'd'])
  })
  it('takes the one row where the other is gone', () => {
    expect(ids_between(rows, 'x', 'c')).toEqual(['c'])
  })
})
