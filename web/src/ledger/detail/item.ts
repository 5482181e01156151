// One problem or measure, open: loading it, its history, and telling the two kinds apart.
import { ref, type Ref } from 'vue'
import { load_history } from '@/api'
import { refusals_of } from '@/base/act'
import type { HistoryEntry, Refusal } from '@/base/types'
import { load_item } from '../edit/fields'
import type { Measure, Problem, ResultKind, View } from '../types'

export type Item = Problem | Measure
export const as_problem = (item: Item) => item as Problem
export const as_measure = (item: Item) => item as Measure
/** Which official documents it has now. */
export function papers_of(item: Item | null) {
  if (!item) return []
  if ('long_term' in item) {
    const goes_on = item.status === 'long_term' || item.long_term.stage_target !== ''
    return goes_on ? (['long_term_application'] as const) : []
  }
  const applied = ['awaiting_review', 'sent_back', 'struck_off'].includes(item.status)
  return applied && !item.imported
    ? (['clearing_sheet', 'strike_off_application'] as const)
    : (['clearing_sheet'] as const)
}

export interface OpenItem {
  item: Ref<Item | null>
  history: Ref<HistoryEntry[]>
  refusal: Ref<Refusal | null>
  reload: () => Promise<void>
  /** Only the history: what was open on the page stays as it is. */
  refresh_history: () => Promise<void>
}

export function use_item(kind: View, id: string): OpenItem {
  const item = ref<Item | null>(null) as Ref<Item | null>
  const history = ref<HistoryEntry[]>([])
  const refusal = ref<Refusal | null>(null)
  async function reload(): Promise<void> {
    try {
      const [now, past] = await Promise.all([load_item(kind, id), load_history(kind, id)])
      item.value = now
      history.value = past
      refusal.value = null
    } catch (error) {
      refusal.value = refusals_of(error)[0]!
    }
  }
  async function refresh_history(): Promise<void> {
    history.value = await load_history(kind, id)
  }
  void reload()
  return { item, history, refusal, reload, refresh_history }
}

/** The states of the ordinary way through, and where this item stands on it. */
export function stations(kind: View, item: Item): { status: string; here: boolean }[] {
  const end = item.status === 'long_term' ? 'long_term' : 'done'
  const way =
    kind === 'problems'
      ? ['unclaimed', 'under_way', 'awaiting_review', 'struck_off']
      : ['not_started', 'under_way', 'awaiting_review', end]
  // Sent back is where one works again: it takes the place of "under way".
  const stands = way.map((status) =>
    status === 'under_way' && item.status === 'sent_back' ? 'sent_back' : status,
  )
  return stands.map((status) => ({ status, here: status === item.status }))
}

/** How much of this kind was reported on the measure so far. */
export const reported_of = (measure: Measure, kind: ResultKind): number =>
  measure.entries
    .flatMap((entry) => entry.results)
    .filter((one) => one.kind === kind)
    .reduce((sum, one) => sum + one.quantity, 0)
/** Counted results it must show and does not show yet. */
export const still_demanded = (measure: Measure): ResultKind[] =>
  measure.demands.filter((kind) => !reported_of(measure, kind))
