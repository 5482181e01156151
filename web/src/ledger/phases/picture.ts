// Where phases and milestones stand in the picture of a programme's calendar. Pure: days in, places out. A place is a
// share of the width from 0 to 1.
import type { Phase, Task } from './types'

const day_ms = 86_400_000
export const days_of = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / day_ms)
const day_text = (days: number) => new Date(days * day_ms).toISOString().slice(0, 10)

export interface Bar {
  phase: Phase
  /** Bars that overlap in time stand in different lanes. */
  lane: number
  from: number
  until: number
  /** The day itself is not known: the bar runs to the edge. */
  open_begin: boolean
  open_end: boolean
}
export interface Mark {
  task: Task
  lane: number
  at: number
}
export interface Picture {
  bars: Bar[]
  marks: Mark[]
  months: { at: number; text: string; is_year: boolean }[]
  lanes: number
  /** Null when today lies outside. */
  today: number | null
}

/** Whole months around everything that has a day; null where nothing has one. */
function bounds(phases: Phase[]): [number, number] | null {
  const days = phases
    .flatMap((phase) => [
      phase.begins_on,
      phase.ends_on,
      ...phase.milestones.map((task) => task.due_on),
    ])
    .filter((day): day is string => !!day)
    .sort()
  if (!days.length) return null
  const [first, last] = [days[0]!, days[days.length - 1]!]
  const next = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 1))
  return [days_of(`${first.slice(0, 7)}-01`), next.getTime() / day_ms]
}

function months_between(from: number, until: number): { days: number; month: number }[] {
  const months = []
  const at = new Date(from * day_ms)
  while (at.getTime() / day_ms < until) {
    months.push({ days: at.getTime() / day_ms, month: at.getUTCMonth() })
    at.setUTCMonth(at.getUTCMonth() + 1)
  }
  return months
}

/** `room`: how many names of months there is room for. */
export function picture_of(phases: Phase[], today: string, room: number): Picture | null {
  const edge = bounds(phases)
  if (!edge) return null
  const [first, last] = edge
  const place = (days: number) => (days - first) / (last - first)
  const bars: Bar[] = []
  const ends: number[] = [] // of the last bar of each lane
  for (const phase of phases) {
    if (!phase.begins_on && !phase.ends_on) continue
    const from = phase.begins_on ? days_of(phase.begins_on) : first
    // To the end of its last day.
    const until = phase.ends_on ? days_of(phase.ends_on) + 1 : last
    let lane = ends.findIndex((end) => end <= from)
    if (lane < 0) lane = ends.length
    ends[lane] = until
    bars.push({
      phase,
      lane,
      from: place(from),
      until: place(until),
      open_begin: !phase.begins_on,
      open_end: !phase.ends_on,
    })
  }
  const lane_of = new Map(bars.map((bar) => [bar.phase.id, bar.lane]))
  const marks = phases.flatMap((phase) =>
    phase.milestones
      .filter((task) => task.due_on && task.state !== 'dropped')
      .map((task) => ({
        task,
        lane: lane_of.get(phase.id) ?? 0,
        at: place(days_of(task.due_on!) + 0.5),
      })),
  )
  const all = months_between(first, last)
  const step = Math.max(1, Math.ceil(all.length / Math.max(1, room)))
  const months = all
    .filter((_, i) => i % step === 0)
    .map(({ days, month }) => ({
      at: place(days),
      text: day_text(days),
      is_year: month === 0,
    }))
  const now = place(days_of(today) + 0.5)
  return {
    bars,
    marks,
    months,
    lanes: Math.max(1, ends.length),
    today: now >= 0 && now <= 1 ? now : null,
  }
}
