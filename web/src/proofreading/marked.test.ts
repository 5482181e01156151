import { describe, expect, it } from 'vitest'
import { cleaned, lines_of, marked, pieces_of, safe_fixes } from './marked'
import type { Finding } from './types'

const finding = (key: string, begin: number, end: number): Finding => ({
  key,
  kind: 'wording',
  severity: 'must',
  passage: 0,
  begin,
  end,
  reason: '',
  suggestion: '',
  fix: null,
})
const shown = (text: string, findings: Finding[]) =>
  pieces_of(text, findings).map((one) => (one.finding ? `[${one.text}]` : one.text))

describe('a passage', () => {
  it('is cut where findings mark it, by characters', () => {
    expect(shown('𠮷大部份好', [finding('a', 2, 4)])).toEqual(['𠮷大', '[部份]', '好'])
    expect(marked('𠮷大部份好', finding('a', 2, 4))).toBe('部份')
  })
  it('marks the first of what overlaps, and nothing of the whole', () => {
    expect(shown('甲乙丙', [finding('a', 0, 0), finding('b', 0, 2), finding('c', 1, 3)])).toEqual([
      '[甲乙]',
      '丙',
    ])
    expect(shown('', [])).toEqual([])
  })
  it('is pasted without what the server refuses', () => {
    expect(cleaned('甲\r\n乙\u000b\ud800丙\t𠮷')).toBe('甲\n乙\ufffd丙\t𠮷')
  })
})

describe('what can be put right', () => {
  it('is what has a safe fix and is not to stay as it is', () => {
    const fixable = (key: string, more: Partial<Finding> = {}): Finding => ({
      ...finding(key, 0, 1),
      fix: '分',
      ...more,
    })
    const aside = { reason: '引用原文', by: '张敏', at: '' }
    expect(
      safe_fixes([
        finding('a', 0, 1),
        fixable('b'),
        fixable('c', { set_aside: aside }),
        fixable('d', { fix: '' }),
      ]),
    ).toEqual(['b', 'd'])
  })
  it('gives back every line of the text, empty ones too', () => {
    const passages = ['甲', '', '乙'].map((text, i) => ({ text, paragraph: i + 1 }))
    expect(lines_of(passages)).toBe('甲\n\n乙')
  })
})
