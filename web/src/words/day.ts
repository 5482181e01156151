// A day as the office writes it: a date, or so many days, working days or months from an event of the programme. The
// words are what the server reckons from; what it did not write itself is kept as it is until somebody chooses anew.
import type { Deadline } from '@/ledger/types'

export const units = ['日', '个工作日', '个月'] as const
export type Unit = (typeof units)[number]
export interface Day {
  kind: 'date' | 'feedback' | 'end' | 'other'
  date: string
  count: number
  unit: Unit
  before: boolean
}

export function day_of(deadline: Deadline | null): Day {
  const day: Day = { kind: 'date', date: deadline?.date ?? '', count: 0, unit: '日', before: false }
  if (!deadline || deadline.kind === 'date') return day
  const text = deadline.text
  if (text === '反馈当日') return { ...day, kind: 'feedback' }
  if (text === '集中整改期结束') return { ...day, kind: 'end' }
  const found = /^(反馈后|集中整改期结束前|集中整改期结束后)(\d{1,3})(日|个工作日|个月)内?$/.exec(
    text,
  )
  if (!found) return { ...day, kind: 'other' }
  return {
    ...day,
    kind: found[1] === '反馈后' ? 'feedback' : 'end',
    count: Number(found[2]),
    unit: found[3] as Unit,
    before: found[1] === '集中整改期结束前',
  }
}

/** `within`: something is to be done by then (…日内), not on that day. */
export function deadline_of(day: Day, within: boolean, was: Deadline | null): Deadline {
  if (day.kind === 'other' && was) return was
  if (day.kind === 'date') return { kind: 'date', text: '', date: day.date || null }
  const words = (text: string): Deadline => ({ kind: 'relative', text, date: null })
  if (!day.count) return words(day.kind === 'feedback' ? '反馈当日' : '集中整改期结束')
  const event =
    day.kind === 'feedback' ? '反馈后' : day.before ? '集中整改期结束前' : '集中整改期结束后'
  return words(`${event}${day.count}${day.unit}${within && !day.before ? '内' : ''}`)
}
