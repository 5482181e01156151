// Where passages stand in a text: pieces in order, those that were quoted marked.
export interface Piece {
  text: string
  marked: boolean
}

/** The first place of each quote; quotes that overlap one before them are left out. */
export function marked(text: string, quotes: string[]): Piece[] {
  const places = quotes
    .filter((one) => one !== '')
    .map((one) => ({ from: text.indexOf(one), length: one.length }))
    .filter((one) => one.from >= 0)
    .sort((a, b) => a.from - b.from)
  const pieces: Piece[] = []
  let at = 0
  for (const { from, length } of places) {
    if (from < at) continue
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false })
    pieces.push({ text: text.slice(from, from + length), marked: true })
    at = from + length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}
