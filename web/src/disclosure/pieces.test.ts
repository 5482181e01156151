import { describe, expect, it } from 'vitest'
import { place_of, rows_of } from './pieces'
import type { Passage } from './types'

const passage = (more: Partial<Passage>): Passage => ({
  number: 1,
  paragraph: 0,
  from: 2,
  length: 2,
  original: '周伟',
  replacement: '某某',
  rule: 'person',
  ground: 'personal_privacy',
  must: true,
  decision: 'proposed',
  reason: '',
  decided_by: '',
  consented: false,
  ...more,
})

describe('pieces', () => {
  it('show what is inside and what goes out, beside each other', () => {
    const replaced = passage({ decision: 'replaced' })
    const [row] = rows_of(['局长周伟主持。'], [replaced])
    expect(row!.inside.map((one) => one.text)).toEqual(['局长', '周伟', '主持。'])
    expect(row!.out.map((one) => one.text)).toEqual(['局长', '某某', '主持。'])
    expect(row!.out[1]!.passage).toBe(replaced)
  })
  it('leave undecided and kept passages as they are', () => {
    for (const decision of ['proposed', 'kept'] as const)
      expect(rows_of(['局长周伟'], [passage({ decision })])[0]!.out.map((one) => one.text)).toEqual(
        ['局长', '周伟'],
      )
  })
  it('count rare characters as one', () => {
    const text = '𠀀局周伟'
    expect(rows_of([text], [passage({ from: 2 })])[0]!.inside.map((one) => one.text)).toEqual([
      '𠀀局',
      '周伟',
    ])
    expect(place_of(text, '周伟')).toBe(2)
  })
  it('keep a passage of which nothing is left', () => {
    const gone = passage({
      from: 0,
      length: 2,
      original: '局长',
      replacement: '',
      decision: 'replaced',
    })
    expect(rows_of(['局长周伟'], [gone])[0]!.out).toEqual([
      { text: '', passage: gone },
      { text: '周伟', passage: null },
    ])
  })
  it('find a wording where it was chosen, else the first time', () => {
    expect(place_of('问题和问题', '问题', 3)).toBe(3)
    expect(place_of('问题和问题', '问题', 1)).toBe(0)
    expect(place_of('问题', '没有')).toBe(-1)
    expect(place_of('问题', '')).toBe(-1)
  })
})
