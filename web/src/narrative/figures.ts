// A written text as words and figures in turn, as the server reads it.
export interface Piece {
  figure: boolean
  text: string
}

export function pieces_of(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(/\{\{((?:(?!\{\{|\}\}|\n).)+)\}\}/gu)) {
    if (found.index > from) pieces.push({ figure: false, text: text.slice(from, found.index) })
    pieces.push({ figure: true, text: found[1]! })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ figure: false, text: text.slice(from) })
  return pieces
}

export const token_of = (name: string) => `{{${name}}}`

/** Where a row behind a figure is looked at; null where it has no page of its own. */
export function page_of(kind: string, id: string, programme: string) {
  if (kind === 'problem' || kind === 'measure' || kind === 'meeting' || kind === 'campaign')
    return { name: kind, params: { id } }
  if (kind === 'regulation' || kind === 'study')
    return { name: 'regulations', params: { programme } }
  if (kind === 'accountability') return { name: 'accountability', params: { programme } }
  if (kind === 'clue') return { name: 'clues', params: { programme } }
  return null
}
