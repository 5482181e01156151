import { describe, expect, it } from 'vitest'
import { matching, row_asked, type Entry } from './palette'

const levels = { measures: '措施', problems: '问题' }

describe('a row asked for by number', () => {
  it('may name its level', () => {
    expect(row_asked('12', levels)).toEqual({ number: 12, kinds: ['measures', 'problems'] })
    expect(row_asked(' 措施12 ', levels)).toEqual({ number: 12, kinds: ['measures'] })
    expect(row_asked('问题 3', levels)).toEqual({ number: 3, kinds: ['problems'] })
  })
  it('is nothing else', () => {
    for (const text of ['', '0', '措施', '12a', '1234567890'])
      expect(row_asked(text, levels)).toBeNull()
  })
})

describe('what matches', () => {
  const entries: Entry[] = [
    { group: 'pages', name: '整改工作' },
    { group: 'pages', name: '工作日历' },
    { group: 'programme', name: '台账', note: '财政局整改' },
  ]
  const names = (text: string) => matching(entries, text).map((entry) => entry.name)
  it('is everything until something is typed', () => {
    expect(names(' ')).toEqual(['整改工作', '工作日历', '台账'])
  })
  it('has every word, what begins with the first one first', () => {
    expect(names('工作')).toEqual(['工作日历', '整改工作'])
    expect(names('财政 台账')).toEqual(['台账'])
    expect(names('没有')).toEqual([])
  })
})
