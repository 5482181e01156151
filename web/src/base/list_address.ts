// The state of a list lives in the address: page, size, sort, search and filters. Any view can be sent as a
// link. This file only reads and writes the query part; it loads nothing.
import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'

export interface ListState {
  page: number
  page_size: number
  sort: string
  q: string
  filters: Record<string, string>
}

export interface ListDefaults {
  sort: string
  page_size: number
  filters: string[]
}

export const page_sizes = [20, 50, 100, 200]

const one = (value: LocationQuery[string] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? ''

export function read_list(query: LocationQuery, defaults: ListDefaults): ListState {
  const size = Number(one(query.page_size))
  const filters: Record<string, string> = {}
  for (const key of defaults.filters) if (one(query[key])) filters[key] = one(query[key])
  return {
    page: Math.max(1, Math.floor(Number(one(query.page))) || 1),
    page_size: page_sizes.includes(size) ? size : defaults.page_size,
    sort: one(query.sort) || defaults.sort,
    q: one(query.q),
    filters,
  }
}

/** The query with the list's part replaced; what equals the default is left out, the rest is kept. */
export function write_list(
  query: LocationQuery,
  state: ListState,
  defaults: ListDefaults,
): LocationQuery {
  const after: LocationQuery = { ...query }
  const put = (key: string, value: string, plain: string) => {
    if (value === plain) delete after[key]
    else after[key] = value
  }
  put('page', String(state.page), '1')
  put('page_size', String(state.page_size), String(defaults.page_size))
  put('sort', state.sort, defaults.sort)
  put('q', state.q, '')
  for (const key of defaults.filters) put(key, state.filters[key] ?? '', '')
  return after
}

export interface ListAddress {
  state: ComputedRef<ListState>
  /** What the server is asked, filters flattened in. */
  query: ComputedRef<Record<string, string | number>>
  filter_count: ComputedRef<number>
  set: (change: Partial<ListState>) => void
  reset: () => void
}

export function use_list_address(defaults: ListDefaults): ListAddress {
  const route = useRoute()
  const router = useRouter()
  const state = computed(() => read_list(route.query, defaults))
  const set = (change: Partial<ListState>) => {
    const next = { ...state.value, page: 1, ...change }
    void router.replace({ query: write_list(route.query, next, defaults), hash: route.hash })
  }
  return {
    state,
    query: computed(() => {
      const { page, page_size, sort, q, filters } = state.value
      return { page, page_size, sort, ...(q ? { q } : {}), ...filters }
    }),
    filter_count: computed(() => Object.keys(state.value.filters).length),
    set,
    reset: () => set({ q: '', filters: {} }),
  }
}
