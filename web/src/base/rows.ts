// Loads a page of rows whenever what is asked changes; the last question asked wins, the old rows stay on
// screen until the new ones are there.
import { computed, type ComputedRef, onUnmounted, reactive, watch } from 'vue'
import { refusals_of } from '@/base/act'
import type { Page, Refusal } from '@/base/types'

export interface Rows<Row> {
  rows: Row[]
  total: number
  loading: boolean
  loaded: boolean
  refusal: Refusal | null
  reload: () => Promise<void>
}

export function use_rows<Row, Question>(
  question: () => Question,
  load: (question: Question, signal: AbortSignal) => Promise<Page<Row>>,
  /** Rows of another shape must not be shown while the new ones are on their way. */
  shape: () => string = () => '',
): Rows<Row> {
  let running: AbortController | undefined
  const state = reactive({
    rows: [] as unknown[],
    total: 0,
    loading: false,
    loaded: false,
    refusal: null as Refusal | null,
    reload,
  })

  async function reload(): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    state.loading = true
    try {
      const page = await load(question(), mine.signal)
      if (mine !== running) return
      state.rows = page.rows
      state.total = page.total
      state.refusal = null
      state.loaded = true
    } catch (error) {
      if (mine !== running || (error instanceof DOMException && error.name === 'AbortError')) return
      state.refusal = refusals_of(error)[0]!
    } finally {
      if (mine === running) state.loading = false
    }
  }

  watch(shape, () => {
    state.rows = []
    state.total = 0
    state.loaded = false
  })
  watch(() => JSON.stringify(question()), reload, { immediate: true })
  onUnmounted(() => running?.abort())
  return state as unknown as Rows<Row>
}

/** A short list that came whole, searched and cut into pages here. */
export function page_of_whole<Row>(
  whole: Rows<Row>,
  asked: () => { q: string; page: number; page_size: number },
  texts_of: (row: Row) => (string | undefined)[],
): ComputedRef<Rows<Row>> {
  return computed(() => {
    const { q, page, page_size } = asked()
    const found = whole.rows.filter((row) => texts_of(row).some((text) => text?.includes(q)))
    const rows = found.slice((page - 1) * page_size, page * page_size)
    return { ...whole, rows, total: found.length }
  })
}
