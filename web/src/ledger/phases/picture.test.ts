import { describe, expect, it } from 'vitest'
import { picture_of } from './picture'
import type { Phase, Task } from './types'

const phase = (id: string, begins_on: string | null, ends_on: string | null, days: string[] = []) =>
  ({
    id,
    begins_on,
    ends_on,
    milestones: days.map((due_on) => ({ due_on, state: 'open' }) as Task),
  }) as Phase

describe('the picture of phases', () => {
  it('spans whole months and puts what overlaps into lanes of its own', () => {
    const found = picture_of(
      [
        phase('a', '2024-05-09', '2024-05-12'),
        phase('b', '2024-05-13', '2024-07-31', ['2024-06-30']),
        phase('c', '2024-05-13', '2024-12-31'),
      ],
      '2024-06-15',
      8,
    )!
    expect(found.bars.map((bar) => bar.lane)).toEqual([0, 0, 1])
    expect(found.lanes).toBe(2)
    expect(found.months.map((month) => month.text)).toEqual([
      '2024-05-01',
      '2024-06-01',
      '2024-07-01',
      '2024-08-01',
      '2024-09-01',
      '2024-10-01',
      '2024-11-01',
      '2024-12-01',
    ])
    expect(found.bars[2]!.until).toBe(1)
    expect(found.today).toBeCloseTo(45.5 / 245, 5)
    expect(found.marks[0]!.lane).toBe(0)
    expect(found.marks[0]!.at).toBeCloseTo(60.5 / 245, 5)
  })
  it('leaves names of months out where there is no room', () => {
    const found = picture_of([phase('a', '2024-01-01', '2024-12-31')], '2030-01-01', 4)!
    expect(found.months.map((month) => month.text.slice(0, 7))).toEqual([
      '2024-01',
      '2024-04',
      '2024-07',
      '2024-10',
    ])
    expect(found.months[0]!.is_year).toBe(true)
    expect(found.today).toBeNull()
  })
  it('runs to the edge where a day is not known, and is nothing where none is', () => {
    const found = picture_of(
      [phase('a', '2024-05-10', null), phase('b', null, '2024-05-20')],
      '2024-05-01',
      4,
    )!
    expect(found.bars[0]!.open_end).toBe(true)
    expect(found.bars[0]!.until).toBe(1)
    expect(found.bars[1]!.from).toBe(0)
    expect(picture_of([phase('a', null, null)], '2024-05-01', 4)).toBeNull()
  })
})
