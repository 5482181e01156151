import { describe, expect, it } from 'vitest'
import type { Unit } from './types'
import { UnitTree } from './unit_tree'

const unit = (
  id: string,
  name: string,
  parent_id: string | null = null,
  short_name = '',
): Unit => ({
  id,
  name,
  short_name,
  kind: 'department',
  parent_id,
  path: '',
  version: 1,
  closed_at: null,
  merged_into: null,
})
const tree = new UnitTree([
  unit('1', '云岭区'),
  unit('2', '财政局', '1', '财局'),
  unit('3', '国库科', '2'),
  unit('4', '教育局', '1'),
  unit('5', '第一中学', '4'),
  unit('9', '外来单位', 'not-seen'),
])
const shown = (opened: string[], q = '') =>
  tree.lines(new Set(opened), q).map((line) => ' '.repeat(line.depth) + line.unit.name)

describe('the tree of units', () => {
  it('shows what is opened and nothing below what is not', () => {
    expect(shown([])).toEqual(['云岭区', '外来单位'])
    expect(shown(['1', '4'])).toEqual(['云岭区', ' 财政局', ' 教育局', '  第一中学', '外来单位'])
    expect(shown(['4'])).toEqual(['云岭区', '外来单位'])
  })
  it('shows the way to what is searched for, by name or short name, whatever the width', () => {
    expect(shown([], '中学')).toEqual(['云岭区', ' 教育局', '  第一中学'])
    expect(shown([], ' 财 局')).toEqual(['云岭区', ' 财政局'])
    expect(shown([], '没有')).toEqual([])
  })
  it('says where a unit stands', () => {
    expect(tree.path_words(tree.find('3')!)).toBe('云岭区 / 财政局 / 国库科')
  })
  it('opens two levels at first', () => {
    expect([...tree.opened_at_first()].sort()).toEqual(['1', '2', '4', '9'])
  })
  it('holds a thousand units and more', () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      unit(String(i), '单位' + i, i ? String(Math.floor((i - 1) / 9)) : null),
    )
    const large = new UnitTree(many)
    const begin = performance.now()
    expect(large.lines(new Set(many.map((one) => one.id))).length).toBe(5000)
    expect(large.lines(new Set(), '单位4999').length).toBeGreaterThan(3)
    expect(performance.now() - begin).toBeLessThan(500)
  })
})
