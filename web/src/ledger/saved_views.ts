// Views of the ledger that a person keeps by name: the level, the conditions, the order. They serve every programme,
// so what belongs to one of them (an area, the open row) is left out. Kept with the account, not in this browser.
import type { LocationQuery } from 'vue-router'
import { ledger_filter_keys } from './ledger_columns'

export interface SavedView {
  name: string
  query: Record<string, string>
}
/** Kept by the office for everybody who sees the programme. */
export interface SharedView {
  id: string
  name: string
  query: string
  by: string
  at: string
}
export interface SharedViews {
  rows: SharedView[]
  may_share: boolean
}
/** The preference that holds one's own. */
export const views_preference = 'ledger.views'
export const saved_views_max = 30
export const view_name_chars_max = 30

const kept = [
  'view',
  'q',
  'sort',
  'page_size',
  ...ledger_filter_keys.filter((key) => key !== 'area'),
]

/** The part of an address that a view keeps. */
export function kept_query(query: LocationQuery): Record<string, string> {
  const part: Record<string, string> = {}
  for (const key of kept) {
    const value = query[key]
    if (typeof value === 'string' && value) part[key] = value
  }
  return part
}

export function is_shown(view: SavedView, query: LocationQuery): boolean {
  const now = kept_query(query)
  const keys = Object.keys(view.query)
  return (
    keys.length === Object.keys(now).length && keys.every((key) => view.query[key] === now[key])
  )
}

/** As it stands in an address, and back; what an address cannot hold is left out. */
export const query_text = (view: SavedView): string => new URLSearchParams(view.query).toString()
export const view_of = (shared: SharedView): SavedView => ({
  name: shared.name,
  query: kept_query(Object.fromEntries(new URLSearchParams(shared.query))),
})

/** A view of the same name is replaced where it stands. */
export function with_view(views: SavedView[], view: SavedView): SavedView[] {
  const at = views.findIndex((one) => one.name === view.name)
  return at < 0 ? [...views, view] : views.map((one, i) => (i === at ? view : one))
}

/** What was kept, without whatever is no view: the text may be of another version. */
export function views_of(value: unknown): SavedView[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) => {
    const { name, query } = (one ?? {}) as { name?: unknown; query?: unknown }
    if (typeof name !== 'string' || !name || typeof query !== 'object' || !query) return []
    return [{ name, query: kept_query(query as LocationQuery) }]
  })
}
