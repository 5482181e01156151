import { describe, expect, it } from 'vitest'
import { cleaned, marked, pieces_of } from './marked'
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
