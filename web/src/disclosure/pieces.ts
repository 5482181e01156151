// A paragraph in pieces, inside and as it goes out, so that both stand beside each other with what was replaced marked.
import type { Passage } from './types'

export interface Piece {
  text: string
  passage: Passage | null
}

/** Places are in code points, so a text is cut as a row of those. */
function cut(paragraph: string, passages: Passage[], said: (one: Passage) => string): Piece[] {
  const chars = Array.from(paragraph)
  const pieces: Piece[] = []
  let at = 0
  const put = (text: string, passage: Passage | null) => {
    if (text || passage) pieces.push({ text, passage })
  }
  for (const one of [...passages].sort((a, b) => a.from - b.from)) {
    put(chars.slice(at, one.from).join(''), null)
    put(said(one), one)
    at = one.from + one.length
  }
  put(chars.slice(at).join(''), null)
  return pieces
}

export interface Row {
  number: number
  inside: Piece[]
  out: Piece[]
}

/** Every paragraph with what stands there inside and outside. */
export function rows_of(text: string[], passages: Passage[]): Row[] {
  const under = new Map<number, Passage[]>()
  for (const one of passages) under.set(one.paragraph, [...(under.get(one.paragraph) ?? []), one])
  return text.map((paragraph, number) => {
    const here = under.get(number) ?? []
    const out = (one: Passage) => (one.decision === 'replaced' ? one.replacement : one.original)
    return {
      number,
      inside: cut(paragraph, here, (one) => one.original),
      out: cut(paragraph, here, out),
    }
  })
}

/** Where `wanted` stands in a paragraph, at `near` where it does, else the first time; -1 where nowhere. */
export function place_of(paragraph: string, wanted: string, near = -1): number {
  const chars = Array.from(paragraph)
  const sought = Array.from(wanted)
  const stands = (at: number) => sought.every((char, i) => chars[at + i] === char)
  if (!sought.length) return -1
  if (near >= 0 && stands(near)) return near
  for (let at = 0; at + sought.length <= chars.length; ++at) if (stands(at)) return at
  return -1
}
