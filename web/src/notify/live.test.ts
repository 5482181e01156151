import { describe, expect, it } from 'vitest'
import { LivePage } from './live'

function pages() {
  const opened: { closed: boolean; readyState: number; say: () => void }[] = []
  let news = 0
  const page = new LivePage(
    () => news++,
    () => {
      const source = { closed: false, readyState: 1, say: () => {} }
      opened.push(source)
      return Object.assign(source, {
        close: () => void (source.closed = true),
        addEventListener: (_: string, listener: unknown) =>
          void (source.say = listener as () => void),
      })
    },
  )
  return { page, opened, news: () => news }
}

describe('a live page', () => {
  it('holds one stream while it is to be seen, and none while it is hidden', () => {
    const { page, opened } = pages()
    page.look(true)
    expect(opened).toHaveLength(0)
    page.look(false)
    page.look(false)
    expect(opened).toHaveLength(1)
    page.look(true)
    expect(opened[0]!.closed).toBe(true)
  })
  it('passes hints on and opens again what the server has ended', () => {
    const { page, opened, news } = pages()
    page.look(false)
    opened[0]!.say()
    expect(news()).toBe(1)
    opened[0]!.readyState = 2
    page.look(false)
    expect(opened).toHaveLength(2)
  })
})
