// The flat list of units as a tree: which lines are shown, by what is opened and what is searched for. Pure.
import type { Unit } from './types'

export interface UnitLine {
  unit: Unit
  depth: number
  /** How many units stand right below it, among those that are listed. */
  children: number
  opened: boolean
}

const key = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

export class UnitTree {
  private readonly by_id = new Map<string, Unit>()
  private readonly below = new Map<string, Unit[]>()
  /** Units whose parent is not among those listed: the top, or the top of what one may see. */
  readonly roots: Unit[] = []

  constructor(readonly units: Unit[]) {
    for (const unit of units) this.by_id.set(unit.id, unit)
    for (const unit of units) {
      const parent = unit.parent_id && this.by_id.get(unit.parent_id)
      const siblings = parent ? (this.below.get(parent.id) ?? []) : this.roots
      siblings.push(unit)
      if (parent) this.below.set(parent.id, siblings)
    }
  }

  find = (id: string | null | undefined) => (id ? this.by_id.get(id) : undefined)
  children_of = (id: string): Unit[] => this.below.get(id) ?? []

  /** From the top down to the unit itself. */
  line_to(unit: Unit): Unit[] {
    const line = [unit]
    for (let at = this.find(unit.parent_id); at; at = this.find(at.parent_id)) line.unshift(at)
    return line
  }
  path_words = (unit: Unit) =>
    this.line_to(unit)
      .map((one) => one.name)
      .join(' / ')

  matching(q: string): Unit[] {
    const wanted = key(q)
    return this.units.filter(
      (unit) => key(unit.name).includes(wanted) || key(unit.short_name).includes(wanted),
    )
  }

  /** What is opened at first: the top two levels while they are few, else the top one. */
  opened_at_first(): Set<string> {
    const opened = new Set(this.roots.map((unit) => unit.id))
    if (this.units.length <= 200)
      for (const root of this.roots)
        for (const unit of this.children_of(root.id)) opened.add(unit.id)
    return opened
  }

  /** The lines to show. With `q`, those that match with the way to them, everything else left out. */
  lines(opened: Set<string>, q = ''): UnitLine[] {
    const shown: UnitLine[] = []
    const kept = q ? new Set<string>() : undefined
    if (kept)
      for (const unit of this.matching(q)) for (const one of this.line_to(unit)) kept.add(one.id)
    const add = (unit: Unit, depth: number) => {
      if (kept && !kept.has(unit.id)) return
      const children = this.children_of(unit.id)
      const open = kept ? children.some((one) => kept.has(one.id)) : opened.has(unit.id)
      shown.push({ unit, depth, children: children.length, opened: open })
      if (open) for (const child of children) add(child, depth + 1)
    }
    for (const root of this.roots) add(root, 0)
    return shown
  }
}
