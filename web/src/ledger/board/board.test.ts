import { describe, expect, it } from 'vitest'
import { count_in, kinds_in, share, sum_of } from './board'
import type { Group } from './types'

const group = (name: string, done: number, overdue: number, yuan: number): Group => ({
  key: name,
  name,
  total: done + 1,
  overdue,
  cells: [
    { status: 'under_way', count: 1, overdue },
    { status: 'done', count: done, overdue: 0 },
  ],
  results: yuan ? [{ kind: 'recovered_yuan', quantity: yuan, unit: '元' }] : [],
})

describe('the last line of the board', () => {
  it('adds up every group', () => {
    const sum = sum_of([group('财政局', 2, 1, 500), group('审计局', 4, 0, 0)])
    expect([sum.total, sum.overdue]).toEqual([8, 1])
    expect(count_in(sum, 'done')).toBe(6)
    expect(count_in(sum, 'sent_back')).toBe(0)
    expect(sum.results).toEqual([{ kind: 'recovered_yuan', quantity: 500, unit: '元' }])
  })
  it('leaves the groups as they were', () => {
    const one = group('财政局', 2, 1, 500)
    sum_of([one, group('审计局', 4, 0, 7)])
    expect(one.results[0]!.quantity).toBe(500)
    expect(one.cells[1]!.count).toBe(2)
  })
})

describe('columns and shares', () => {
  it('name what was reported', () => {
    expect(kinds_in([group('财政局', 1, 0, 0)])).toEqual([])
    expect(kinds_in([group('财政局', 1, 0, 9)])).toEqual(['recovered_yuan'])
  })
  it('say 100 of all only', () => {
    expect([share(299, 300), share(3, 3), share(0, 0)]).toEqual([99, 100, 0])
  })
})
