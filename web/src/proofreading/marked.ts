// A passage cut where findings mark it. Places count characters, not UTF-16 units: rare hanzi take two of those.
import type { Finding, Passage } from './types'

export interface Piece {
  text: string
  finding?: Finding
}

/** In order; of findings that overlap the first is marked. */
export function pieces_of(text: string, findings: Finding[]): Piece[] {
  const chars = Array.from(text)
  const pieces: Piece[] = []
  let at = 0
  for (const finding of findings) {
    if (finding.end <= finding.begin || finding.begin < at) continue
    if (finding.begin > at) pieces.push({ text: chars.slice(at, finding.begin).join('') })
    pieces.push({ text: chars.slice(finding.begin, finding.end).join(''), finding })
    at = finding.end
  }
  if (at < chars.length) pieces.push({ text: chars.slice(at).join('') })
  return pieces
}

/** The words a finding marks. */
export const marked = (text: string, finding: Finding) =>
  Array.from(text).slice(finding.begin, finding.end).join('')

/** The text that was read. */
export const lines_of = (passages: Passage[]) => passages.map((one) => one.text).join('\n')

/** Keys of all that can be put right and is not to stay as it is. */
export const safe_fixes = (findings: Finding[]) =>
  findings.filter((one) => one.fix !== null && !one.set_aside).map((one) => one.key)

/** What is pasted, as the server takes it: without carriage returns, control characters and halves of pairs. */
export function cleaned(text: string): string {
  return Array.from(text.replace(/\r\n?/g, '\n'))
    .map((c) => {
      const code = c.codePointAt(0)!
      if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
      return code < 0x20 && c !== '\n' && c !== '\t' ? '' : c
    })
    .join('')
}
