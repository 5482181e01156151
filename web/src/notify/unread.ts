// How many messages nobody has read yet, for the bell at the top. Asks now and then, but only while the person
// is at work: a page left open must not keep its session alive.
import { onMounted, onUnmounted, ref } from 'vue'
import { count_unread } from '@/api'
import { LivePage } from './live'

const pause_ms = 60_000
const pause_ms_max = 600_000
const at_work_ms = 300_000
const signs_of_work = ['pointerdown', 'keydown', 'wheel'] as const

export const unread = ref(0)

const listeners = new Set<() => void>()
/** `ask` is called whenever something that several people work on at once has changed, while this page is open. */
export function watch_changes(ask: () => void): void {
  onMounted(() => listeners.add(ask))
  onUnmounted(() => listeners.delete(ask))
}

let worked_at = Date.now()
/** What people look at together is work, too, though nobody presses a key: the running sheet of a meeting. */
export function count_as_work(): void {
  worked_at = Date.now()
}

export async function refresh_unread(): Promise<void> {
  unread.value = await count_unread()
}

/** Longer after each failure, so that a server that is down is not asked by everybody at once. */
export const pause_after = (failures: number): number =>
  Math.min(pause_ms * 2 ** failures, pause_ms_max)

export function watch_unread(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  count_as_work()

  const at_work = () => !document.hidden && Date.now() - worked_at < at_work_ms
  // A hint makes the page ask at once what it would have asked within the minute.
  const live = new LivePage(
    () => {
      if (at_work()) void refresh_unread().catch(() => {})
    },
    undefined,
    () => listeners.forEach((ask) => ask()),
  )
  const look = () => live.look(!at_work())

  async function ask(): Promise<void> {
    look()
    try {
      if (at_work()) await refresh_unread()
      failures = 0
    } catch {
      failures++
    }
    timer = setTimeout(() => void ask(), pause_after(failures))
  }
  onMounted(() => {
    for (const sign of signs_of_work)
      document.addEventListener(sign, count_as_work, { passive: true })
    document.addEventListener('visibilitychange', look)
    void ask()
  })
  onUnmounted(() => {
    for (const sign of signs_of_work) document.removeEventListener(sign, count_as_work)
    document.removeEventListener('visibilitychange', look)
    live.close()
    clearTimeout(timer)
  })
}
