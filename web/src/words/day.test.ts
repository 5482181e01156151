import { describe, expect, it } from 'vitest'
import { day_of, deadline_of } from './day'
import type { Deadline } from '@/ledger/types'

const said = (text: string): Deadline => ({ kind: 'relative', text, date: null })

describe('a day as the office writes it', () => {
  it('is read back from its own words', () => {
    for (const text of [
      '反馈当日',
      '反馈后15日内',
      '反馈后1个月内',
      '集中整改期结束',
      '集中整改期结束前20日',
      '集中整改期结束后2个月内',
    ])
      expect(deadline_of(day_of(said(text)), true, null).text).toBe(text)
    expect(deadline_of(day_of(said('反馈后11日')), false, null).text).toBe('反馈后11日')
    const date: Deadline = { kind: 'date', text: '2024年7月5日前', date: '2024-07-05' }
    expect(deadline_of(day_of(date), true, date)).toEqual({
      kind: 'date',
      text: '',
      date: '2024-07-05',
    })
  })
  it('keeps words that it did not write until somebody chooses anew', () => {
    const theirs = said('反馈后三个月内')
    const day = day_of(theirs)
    expect(day.kind).toBe('other')
    expect(deadline_of(day, true, theirs)).toBe(theirs)
    expect(
      deadline_of({ ...day, kind: 'feedback', count: 3, unit: '个月' }, true, theirs).text,
    ).toBe('反馈后3个月内')
  })
})
