import { describe, expect, it } from 'vitest'
import {
  can_demote,
  can_join,
  can_promote,
  change,
  counts,
  demote,
  join,
  line_of,
  lines,
  names_of,
  promote,
  type Path,
} from './draft'
import type { ReadArea } from './types'

const measure = (text: string, at = 1) => ({ number: '①', text, source: { first: at, last: at } })
function plan(): ReadArea[] {
  return [
    {
      number: '（一）',
      heading: '甲方面',
      measures: [],
      source: { first: 1, last: 9 },
      problems: [
        {
          number: '1.',
          text: '问题一',
          source: { first: 2, last: 5 },
          manifestations: [
            {
              number: '一是',
              text: '表现一',
              measures: [measure('表现的措施', 4)],
              source: { first: 3, last: 4 },
            },
            { number: '二是', text: '表现二', measures: [] },
          ],
          measures: [measure('措施一', 5), measure('措施二', 5)],
        },
        {
          number: '2.',
          text: '问题二',
          manifestations: [],
          measures: [measure('措施三', 7)],
          source: { first: 6, last: 7 },
        },
        { number: '3.', text: '问题三', manifestations: [], measures: [] },
      ],
    },
    { number: '（二）', heading: '乙方面', problems: [], measures: [measure('方面的措施')] },
  ]
}
/** The tree as people would write it down. */
const drawn = (areas: ReadArea[]) =>
  lines(areas).map(({ depth, level, row }) => {
    const text = 'heading' in row ? row.heading : row.text
    return '  '.repeat(depth) + level[0] + (level === 'manifestation' ? 'f' : '') + ' ' + text
  })
const a0: Path = [['areas', 0]]
const p = (n: number): Path => [...a0, ['problems', n]]

describe('the draft of an import', () => {
  it('is drawn in the order of the document', () => {
    expect(drawn(plan())).toEqual([
      'a 甲方面',
      '  p 问题一',
      '    mf 表现一',
      '      m 表现的措施',
      '    mf 表现二',
      '    m 措施一',
      '    m 措施二',
      '  p 问题二',
      '    m 措施三',
      '  p 问题三',
      'a 乙方面',
      '  m 方面的措施',
    ])
  })

  it('is never changed in place, so that every step can be undone', () => {
    const before = plan()
    const kept = JSON.stringify(before)
    change(before, p(0), { text: '改' })
    join(before, p(1))
    promote(before, p(1))
    demote(before, p(1))
    expect(JSON.stringify(before)).toBe(kept)
  })

  it('changes number, text, heading and deadline', () => {
    const deadline = { kind: 'date' as const, text: '6月底前', date: '2027-06-30' }
    const after = change(plan(), p(1), { number: '2、', text: '新文字', deadline })
    expect(after[0]!.problems[1]).toMatchObject({ number: '2、', text: '新文字', deadline })
    expect(change(plan(), a0, { text: '新方面' })[0]!.heading).toBe('新方面')
  })

  it('leaves a row out with all that is below it, and counts what is left', () => {
    expect(counts(plan())).toEqual({ areas: 2, problems: 3, manifestations: 2, measures: 5 })
    const after = change(plan(), p(0), { dropped: true })
    expect(counts(after)).toEqual({ areas: 2, problems: 2, manifestations: 0, measures: 2 })
    expect(lines(after).filter((line) => line.out)).toHaveLength(6)
    expect(counts(change(after, p(0), { dropped: false }))).toEqual(counts(plan()))
  })

  it('does not count an area that the document does not have', () => {
    expect(counts([{ number: '', heading: '', problems: [], measures: [] }]).areas).toBe(0)
  })

  it('joins two rows: the texts run on, nothing below is lost, the source covers both', () => {
    const after = join(plan(), p(1))
    expect(after[0]!.problems).toHaveLength(2)
    expect(after[0]!.problems[0]).toMatchObject({
      number: '1.',
      text: '问题一问题二',
      source: { first: 2, last: 7 },
    })
    expect(after[0]!.problems[0]!.measures.map((one) => one.text)).toEqual([
      '措施一',
      '措施二',
      '措施三',
    ])
    expect(can_join(p(0))).toBe(false)
    expect(join(plan(), p(0))).toEqual(plan())
  })
})

describe('one level up', () => {
  it('a problem becomes an area and takes the problems after it along', () => {
    expect(drawn(promote(plan(), p(1)))).toEqual([
      ...drawn(plan()).slice(0, 7),
      'a 问题二',
      '  m 措施三',
      '  p 问题三',
      'a 乙方面',
      '  m 方面的措施',
    ])
  })
  it('a manifestation becomes the problem after its own', () => {
    const after = promote(plan(), [...p(0), ['manifestations', 0]])
    expect(after[0]!.problems.map((one) => one.text)).toEqual([
      '问题一',
      '表现一',
      '问题二',
      '问题三',
    ])
    expect(after[0]!.problems[1]!.measures[0]!.text).toBe('表现的措施')
  })
  it('a measure becomes a manifestation, one hanging on an area a problem', () => {
    const under_problem = promote(plan(), [...p(0), ['measures', 0]])
    expect(under_problem[0]!.problems[0]!.manifestations.map((one) => one.text)).toEqual([
      '表现一',
      '表现二',
      '措施一',
    ])
    const under_manifestation = promote(plan(), [...p(0), ['manifestations', 0], ['measures', 0]])
    expect(under_manifestation[0]!.problems[0]!.manifestations.map((one) => one.text)).toEqual([
      '表现一',
      '表现的措施',
      '表现二',
    ])
    const under_area = promote(plan(), [
      ['areas', 1],
      ['measures', 0],
    ])
    expect(under_area[1]!.problems[0]!.text).toBe('方面的措施')
  })
  it('an area is at the top already', () => {
    expect(can_promote(a0)).toBe(false)
  })
})

describe('one level down', () => {
  it('an area becomes a problem of the area before it', () => {
    const after = demote(plan(), [['areas', 1]])
    expect(after).toHaveLength(1)
    expect(after[0]!.problems[3]).toMatchObject({
      text: '乙方面',
      measures: [{ text: '方面的措施' }],
    })
  })
  it('a problem becomes a manifestation of the problem before it', () => {
    const after = demote(plan(), p(1))
    expect(after[0]!.problems[0]!.manifestations[2]).toMatchObject({
      text: '问题二',
      measures: [{ text: '措施三' }],
    })
  })
  it('a manifestation becomes a measure, and its measures follow it', () => {
    const after = demote(plan(), [...p(0), ['manifestations', 0]])
    expect(after[0]!.problems[0]!.measures.map((one) => one.text)).toEqual([
      '措施一',
      '措施二',
      '表现一',
      '表现的措施',
    ])
  })
  it('is not possible without something above, nor below a measure', () => {
    expect(can_demote(a0)).toBe(false)
    expect(can_demote(p(0))).toBe(false)
    expect(can_demote([...p(0), ['measures', 1]])).toBe(false)
    expect(demote(plan(), p(0))).toEqual(plan())
  })
})

describe('the way from the text to the row', () => {
  it('leads to the deepest row that was read from the paragraph', () => {
    const all = lines(plan())
    expect(line_of(all, 4)!.level).toBe('measure')
    expect(line_of(all, 6)!.key).toBe('areas0.problems1')
    expect(line_of(all, 99)).toBeUndefined()
  })
  it('names are separated as people separate them', () => {
    expect(names_of('区财政局、区审计局; 办公室，')).toEqual(['区财政局', '区审计局', '办公室'])
  })
})
