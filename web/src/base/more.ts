// Rows that grow page by page, as far as somebody reads on.
import { computed, shallowRef, ref, type ComputedRef, type Ref } from 'vue'
import { refusals_of } from '@/base/act'
import type { Page, Refusal } from '@/base/types'

export interface Growing<Row, Found> {
  /** Null until the first page is there. */
  rows: Ref<Row[] | null>
  /** The page that came last, with whatever else it says. */
  last: Ref<Found | null>
  total: ComputedRef<number>
  refusal: Ref<Refusal | null>
  more: () => Promise<void>
  restart: () => void
}

export function use_more<Row, Found extends Page<Row>>(
  load: (page: number) => Promise<Found & Page<Row>>,
): Growing<Row, Found> {
  const rows = ref<Row[] | null>(null) as Ref<Row[] | null>
  const last = shallowRef(null) as Ref<Found | null>
  const refusal = ref<Refusal | null>(null)
  let page = 0
  let asked = 0

  async function more(): Promise<void> {
    const mine = ++asked
    try {
      const found = await load(page + 1)
      if (mine !== asked) return
      rows.value = [...(rows.value ?? []), ...found.rows]
      last.value = found
      refusal.value = null
      page++
    } catch (error) {
      if (mine === asked) refusal.value = refusals_of(error)[0]!
    }
  }
  function restart(): void {
    rows.value = null
    page = 0
    void more()
  }
  return { rows, last, total: computed(() => last.value?.total ?? 0), refusal, more, restart }
}
