import { describe, expect, it } from 'vitest'
import { cells_of_month, turn } from './days'

describe('the sheet of a month', () => {
  it('begins on Monday with blanks before the first', () => {
    const cells = cells_of_month(2026, 11) // 1 November 2026 is a Sunday
    expect(cells.slice(0, 7).map((cell) => cell?.day ?? 0)).toEqual([0, 0, 0, 0, 0, 0, 1])
    expect(cells.filter(Boolean)).toHaveLength(30)
  })
  it('knows leap years', () => {
    expect(cells_of_month(2028, 2).filter(Boolean)).toHaveLength(29)
    expect(cells_of_month(2026, 2).filter(Boolean)).toHaveLength(28)
  })
})

describe('a click on a day', () => {
  const friday = { date: '2026-10-02', day: 2, weekday: 5 }
  const saturday = { date: '2026-10-10', day: 10, weekday: 6 }
  it('turns a working day into a holiday and a Saturday into a working day', () => {
    const days = turn(turn([], saturday), friday)
    expect(days).toEqual([
      { date: '2026-10-02', working: false, note: '' },
      { date: '2026-10-10', working: true, note: '' },
    ])
  })
  it('a second time makes it ordinary again', () => {
    expect(turn(turn([], friday), friday)).toEqual([])
  })
})
