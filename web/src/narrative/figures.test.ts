import { describe, expect, it } from 'vitest'
import { page_of, pieces_of, token_of } from './figures'

describe('a written text', () => {
  it('is words and figures in turn', () => {
    expect(pieces_of('共{{问题总数}}个，已销号{{已销号问题数}}个')).toEqual([
      { figure: false, text: '共' },
      { figure: true, text: '问题总数' },
      { figure: false, text: '个，已销号' },
      { figure: true, text: '已销号问题数' },
      { figure: false, text: '个' },
    ])
  })
  it('keeps brackets that name no figure as they are', () => {
    expect(pieces_of('{{}}和{{')).toEqual([{ figure: false, text: '{{}}和{{' }])
    expect(pieces_of('{{一\n二}}')).toEqual([{ figure: false, text: '{{一\n二}}' }])
    expect(pieces_of('{{甲{{乙}}')).toEqual([
      { figure: false, text: '{{甲' },
      { figure: true, text: '乙' },
    ])
    expect(pieces_of(token_of('乙'))).toEqual([{ figure: true, text: '乙' }])
  })
  it('leads from the rows behind a figure to their pages, where they have one', () => {
    expect(page_of('problem', 'p', 'g')).toEqual({ name: 'problem', params: { id: 'p' } })
    expect(page_of('clue', 'c', 'g')).toEqual({ name: 'clues', params: { programme: 'g' } })
    expect(page_of('evidence', 'e', 'g')).toBeNull()
  })
})
