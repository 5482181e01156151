// The days of a year as the calendar page shows them. Dates are plain text; no clock, no time zone.
import type { CalendarDay } from './types'

const two = (n: number) => String(n).padStart(2, '0')

export interface Cell {
  date: string
  day: number
  weekday: number
}

/** Leading blanks are null; weeks begin on Monday. */
export function cells_of_month(year: number, month: number): (Cell | null)[] {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const cells: (Cell | null)[] = Array.from({ length: (first + 6) % 7 }, () => null)
  for (let day = 1; day <= length; day++)
    cells.push({ date: `${year}-${two(month)}-${two(day)}`, day, weekday: (first + day - 1) % 7 })
  return cells
}

export const ordinary = (weekday: number): boolean => weekday !== 0 && weekday !== 6

/** Turns a day into the opposite of what it is; a day that is ordinary again is no exception any more. */
export function turn(days: CalendarDay[], cell: Cell): CalendarDay[] {
  const rest = days.filter((one) => one.date !== cell.date)
  if (rest.length < days.length) return rest
  const fresh = { date: cell.date, working: !ordinary(cell.weekday), note: '' }
  return [...rest, fresh].sort((a, b) => (a.date < b.date ? -1 : 1))
}
