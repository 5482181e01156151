// Rows that grow page by page, as far as somebody reads on.
import { ref, type Ref } from 'vue'
import { refusals_of } from '@/base/act'
import type { Page, Refusal } from '@/base/types'

export interface Growing<Row> {
  /** Null until the first page is there. */
  rows: Ref<Row[] | null>
  total: Ref<number>
  refusal: Ref<Refusal | null>
  more: () => Promise<void>
  restart: () => void
}

export function use_more<Row>(load: (page: number) => Promise<Page<Row>>): Growing<Row> {
  const rows = ref<Row[] | null>(null) as Ref<Row[] | null>
  const total = ref(0)
  const refusal = ref<Refusal | null>(null)
  let page = 0
  let asked = 0

  async function more(): Promise<void> {
    const mine = ++asked
    try {
      const found = await load(page + 1)
      if (mine !== asked) return
      rows.value = [...(rows.value ?? []), ...found.rows]
      total.value = found.total
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
  return { rows, total, refusal, more, restart }
}
