// What the command palette offers for what was typed. Pure: what the server must be asked is given to it.
import type { RouteLocationRaw } from 'vue-router'

export interface Entry {
  /** Under which heading it stands. */
  group: 'pages' | 'programme' | 'views' | 'rows' | 'programmes' | 'acts'
  name: string
  /** Said beside the name, where one name would not do. */
  note?: string
  to?: RouteLocationRaw
  act?: () => void
}

export type Level = 'measures' | 'problems'

/** A number, with the name of its level before it or without: the row it means; of both levels where none is said. */
export function row_asked(
  text: string,
  names: Record<Level, string>,
): { number: number; kinds: Level[] } | null {
  const typed = text.trim()
  const all: Level[] = ['measures', 'problems']
  const kind = all.find((one) => typed.startsWith(names[one]))
  const digits = (kind ? typed.slice(names[kind].length) : typed).trim()
  if (!/^\d{1,9}$/.test(digits) || !Number(digits)) return null
  return { number: Number(digits), kinds: kind ? [kind] : all }
}

/** The entries that have every word typed; those that begin with it first. */
export function matching(entries: Entry[], text: string): Entry[] {
  const typed = text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const said = (entry: Entry) => `${entry.name} ${entry.note ?? ''}`.toLowerCase()
  const first = typed[0] ?? ''
  return entries
    .filter((entry) => typed.every((word) => said(entry).includes(word)))
    .map((entry, i) => ({ entry, i, begins: entry.name.toLowerCase().startsWith(first) }))
    .sort((a, b) => Number(b.begins) - Number(a.begins) || a.i - b.i)
    .map(({ entry }) => entry)
}
