import { describe, expect, it } from 'vitest'
import { all_as, first_filter, mine_of, rows_shown, to_write, undecided } from './report_sheet'
import type { CheckedRow, Verdict } from './report_sheet_types'

const row = (number: number, verdict: Verdict): CheckedRow => ({
  sheet: 'a',
  row: number + 3,
  verdict,
  submit: false,
  measure: { id: String(number), number, printed_number: '', text: '' },
  cells: [],
  theirs: null,
  faults: [],
  notes: [],
})
const rows = [row(1, 'changes'), row(2, 'conflicts'), row(3, 'conflicts'), row(4, 'unchanged')]

describe('a checked workbook', () => {
  it('is written as far as it changes something and as conflicts were decided', () => {
    expect(to_write(rows, {})).toBe(1)
    expect(undecided(rows, { 2: 'mine' })).toBe(1)
    expect(mine_of(rows, { 1: 'mine', 2: 'mine', 3: 'theirs' })).toEqual([2])
    expect(to_write(rows, all_as(rows, 'mine'))).toBe(3)
    expect(undecided(rows, all_as(rows, 'theirs'))).toBe(0)
  })
  it('shows first what needs a decision', () => {
    expect(first_filter(rows)).toBe('conflicts')
    expect(first_filter([row(1, 'changes'), row(2, 'faulty')])).toBe('faulty')
    expect(first_filter([row(1, 'unchanged')])).toBe('')
    expect(rows_shown(rows, 'conflicts')).toHaveLength(2)
    expect(rows_shown(rows, '')).toHaveLength(4)
  })
})
