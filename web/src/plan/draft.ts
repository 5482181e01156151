// Editing what was read from a document, as pure functions from one tree to the next; the old tree stays as
// it was, so that every step can be undone. Knows nothing of pages or of saving.
import type { Deadline } from '@/ledger/types'
import type {
  ImportCounts,
  ReadArea,
  ReadManifestation,
  ReadMeasure,
  ReadProblem,
  ReadResponsibility,
  Span,
} from './types'

export type Level = 'area' | 'problem' | 'manifestation' | 'measure'
export type AnyRow = ReadArea | ReadProblem | ReadManifestation | ReadMeasure
type ListName = 'areas' | 'problems' | 'manifestations' | 'measures'

/** Where a row stands: which list of its parent, and at what place, from the top down. */
export type Path = [list: ListName, at: number][]

/** A row as the page draws it. */
export interface Line {
  path: Path
  key: string
  level: Level
  row: AnyRow
  depth: number
  /** True when it or something above it is left out. */
  out: boolean
}

const level_of: Record<ListName, Level> = {
  areas: 'area',
  problems: 'problem',
  manifestations: 'manifestation',
  measures: 'measure',
}
const lists = ['manifestations', 'measures', 'problems'] as const

/** A copy of everything; the trees are plain JSON. */
const copy_of = (areas: ReadArea[]): ReadArea[] => JSON.parse(JSON.stringify(areas)) as ReadArea[]

const list_in = (parent: unknown, name: ListName): AnyRow[] =>
  ((parent as Record<string, AnyRow[] | undefined>)[name] ??= [] as AnyRow[])

export const key_of = (path: Path): string => path.map(([list, at]) => list + at).join('.')

export function text_of(row: AnyRow): string {
  return 'heading' in row ? row.heading : row.text
}

function children(row: AnyRow): [ListName, AnyRow[]][] {
  return lists
    .map((name): [ListName, AnyRow[]] => [
      name,
      (row as unknown as Record<string, AnyRow[]>)[name] ?? [],
    ])
    .filter(([, rows]) => rows.length > 0)
}

/** The tree as lines, in the order of the document. */
export function lines(areas: ReadArea[]): Line[] {
  const all: Line[] = []
  const walk = (rows: AnyRow[], list: ListName, above: Path, out: boolean) => {
    rows.forEach((row, at) => {
      const path: Path = [...above, [list, at]]
      const gone = out || row.dropped === true
      all.push({
        path,
        key: key_of(path),
        level: level_of[list],
        row,
        depth: above.length,
        out: gone,
      })
      for (const [name, below] of children(row)) walk(below, name, path, gone)
    })
  }
  walk(areas, 'areas', [], false)
  return all
}

/** How much would be imported. */
export function counts(areas: ReadArea[]): ImportCounts {
  const result: ImportCounts = { areas: 0, problems: 0, manifestations: 0, measures: 0 }
  for (const line of lines(areas)) {
    const unnamed = line.level === 'area' && text_of(line.row) === ''
    if (!line.out && !unnamed) result[`${line.level}s` as keyof ImportCounts]++
  }
  return result
}

interface Place {
  areas: ReadArea[]
  list: AnyRow[]
  at: number
  parent: AnyRow | null
  row: AnyRow
}

/** A fresh tree and the place in it that the path names. */
function open(areas: ReadArea[], path: Path): Place {
  const fresh = copy_of(areas)
  let list: AnyRow[] = fresh
  let parent: AnyRow | null = null
  path.forEach(([name, at], depth) => {
    if (depth > 0) list = list_in(parent, name)
    if (depth < path.length - 1) parent = list[at]!
  })
  const at = path[path.length - 1]![1]
  return { areas: fresh, list, at, parent, row: list[at]! }
}

export interface RowChange {
  number?: string
  text?: string
  responsibility?: ReadResponsibility
  deadline?: Deadline
  dropped?: boolean
}

export function change(areas: ReadArea[], path: Path, part: RowChange): ReadArea[] {
  const place = open(areas, path)
  const { text, ...rest } = part
  Object.assign(place.row, rest)
  if (text !== undefined) {
    if ('heading' in place.row) place.row.heading = text
    else place.row.text = text
  }
  return place.areas
}

function span_of(a: Span | undefined, b: Span | undefined): Span | undefined {
  if (!a || !b) return a ?? b
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) }
}

/** Whether there is a row before this one that it can be joined to. */
export const can_join = (path: Path): boolean => path[path.length - 1]![1] > 0

/** Joins a row to the one before it: the texts run on, what stands below both is kept. */
export function join(areas: ReadArea[], path: Path): ReadArea[] {
  if (!can_join(path)) return areas
  const { areas: fresh, list, at, row } = open(areas, path)
  const before = list[at - 1]!
  if ('heading' in before) before.heading += text_of(row)
  else before.text += text_of(row)
  const source = span_of(before.source, row.source)
  if (source) before.source = source
  for (const name of lists) {
    const below = (row as unknown as Record<string, AnyRow[]>)[name]
    if (below?.length) list_in(before, name).push(...below)
  }
  list.splice(at, 1)
  return fresh
}

const measures_of = (row: AnyRow): ReadMeasure[] => ('measures' in row ? row.measures : [])
/** What every level has, without what stands below. */
function bare(row: AnyRow) {
  const { number, source, dropped } = row
  const { responsibility, deadline, status, progress } = row as ReadMeasure
  return {
    number,
    text: text_of(row),
    ...(source ? { source } : {}),
    ...(dropped ? { dropped } : {}),
    ...(responsibility ? { responsibility } : {}),
    ...(deadline ? { deadline } : {}),
    ...(status ? { status } : {}),
    ...(progress ? { progress } : {}),
  }
}
const as_problem = (row: AnyRow): ReadProblem => ({
  ...bare(row),
  manifestations: [],
  measures: measures_of(row),
})
const as_manifestation = (row: AnyRow): ReadManifestation => ({
  ...bare(row),
  measures: measures_of(row),
})
/** A heading answers for nothing: who and by when stay only with rows below an area. */
const as_area = ({
  number,
  text,
  source,
  dropped,
  manifestations,
  measures,
}: ReadProblem): ReadArea => ({
  number,
  heading: text,
  ...(source ? { source } : {}),
  ...(dropped ? { dropped } : {}),
  problems: manifestations.map(as_problem),
  measures,
})

export function can_promote(path: Path): boolean {
  return path[path.length - 1]![0] !== 'areas'
}
export function can_demote(path: Path): boolean {
  const [list, at] = path[path.length - 1]!
  if (list === 'measures') return false
  return list === 'manifestations' || at > 0
}

/** One level up. A problem that becomes an area takes the problems after it along, as a heading would. */
export function promote(areas: ReadArea[], path: Path): ReadArea[] {
  if (!can_promote(path)) return areas
  const { areas: fresh, list, at, parent, row } = open(areas, path)
  const name = path[path.length - 1]![0]
  const [, parent_at] = path[path.length - 2]!
  if (name === 'problems') {
    const [, ...followers] = list.splice(at) as ReadProblem[]
    const area = as_area(row as ReadProblem)
    area.problems.push(...followers)
    fresh.splice(parent_at + 1, 0, area)
    return fresh
  }
  list.splice(at, 1)
  const in_area = path[path.length - 2]![0] === 'areas'
  if (name === 'manifestations') {
    const area = fresh[path[0]![1]]!
    area.problems.splice(parent_at + 1, 0, as_problem(row))
  } else if (in_area) {
    ;(parent as ReadArea).problems.push(as_problem(row))
  } else {
    const problem = fresh[path[0]![1]]!.problems[path[1]![1]]!
    const after = path.length === 4 ? path[2]![1] + 1 : problem.manifestations.length
    problem.manifestations.splice(after, 0, as_manifestation(row))
  }
  return fresh
}

/** One level down, under the row before it; what stood below stays in order. */
export function demote(areas: ReadArea[], path: Path): ReadArea[] {
  if (!can_demote(path)) return areas
  const { areas: fresh, list, at, parent, row } = open(areas, path)
  list.splice(at, 1)
  if ('heading' in row) {
    const before = fresh[at - 1]!
    before.problems.push(as_problem(row), ...row.problems)
  } else if ('manifestations' in row) {
    const before = list[at - 1] as ReadProblem
    before.manifestations.push(as_manifestation(row), ...row.manifestations)
  } else {
    const problem = parent as ReadProblem
    problem.measures.push({ ...bare(row) }, ...measures_of(row))
  }
  return fresh
}

const separators = /[、;；,，\n]+/
/** "甲局、乙局" → names. */
export function names_of(text: string): string[] {
  return text
    .split(separators)
    .map((name) => name.trim())
    .filter(Boolean)
}

/** The deepest line that was read from this paragraph. */
export function line_of(all: Line[], paragraph: number): Line | undefined {
  const holds = all.filter(
    ({ row }) => row.source && row.source.first <= paragraph && paragraph <= row.source.last,
  )
  const size = ({ row }: Line) => row.source!.last - row.source!.first
  return holds.sort((a, b) => size(a) - size(b) || b.depth - a.depth)[0]
}
