import { describe, expect, it } from 'vitest'
import { marked } from './marked'

describe('passages of a statement', () => {
  it('are marked where they stand first, and none twice', () => {
    expect(marked('学习不够，学习不深。', ['学习', '习不够', '没有的话', ''])).toEqual([
      { text: '学习', marked: true },
      { text: '不够，学习不深。', marked: false },
    ])
    expect(marked('学习不够', [])).toEqual([{ text: '学习不够', marked: false }])
    expect(marked('', ['学习'])).toEqual([])
  })
})
