// Reports and their editions, as the contract has them.
import type { Paper } from '@/documents/types'
import type { Line } from '@/drafting/types'

export const narrative_kinds = ['progress_report', 'principal_report', 'other_report'] as const
export type NarrativeKind = (typeof narrative_kinds)[number]
export type NarrativePart = string
export type NarrativeAct = 'write' | 'issue'

export interface EditionBrief {
  id: string
  number: number
  kind: NarrativeKind
  title: string
  document_number: string
  issued_on: string
  issuer: string
  addressee: string
  signer: string
  issued_by: string
  issued_at: string
  digest: string
  /** Only people who are cleared for more see it. */
  restricted: boolean
}
interface Head {
  id: string
  programme: { id: string; title: string }
  kind: NarrativeKind
  title: string
  editions: number
  version: number
}
export interface NarrativeRow extends Head {
  begun_at: string
  begun_by: string
  /** It may be looked at while it is being written. */
  open: boolean
  issued: EditionBrief[]
}
export interface NarrativeList {
  rows: NarrativeRow[]
  kinds: NarrativeKind[]
  principal: string
  may_begin: boolean
}
export interface NewNarrative {
  id: string
  kind: NarrativeKind
  title: string
  principal: string
}

export interface Hold {
  by: string
  own: boolean
  until: string
}
export interface NarrativeSection {
  part: NarrativePart
  heading: string
  printed_heading: string
  live: boolean
  annex: boolean
  lines: number
  revision: number
  text: string
  at: string
  by: string
  hold: Hold | null
  placeholders: string[]
  stale: { name: string; was: string; is: string }[]
}
export interface FigureBrief {
  name: string
  unit: string
  words: string
}
export interface FigureRows extends FigureBrief {
  rows: { kind: string; id: string; number: number; text: string; amount: number }[]
}
export interface Narrative extends Head {
  principal: string
  unit: string
  receiver: string
  may: NarrativeAct[]
  sections: NarrativeSection[]
  figures: FigureBrief[]
  issued: EditionBrief[]
}
export interface WritingState {
  version: number
  editions: number
  sections: { part: NarrativePart; revision: number; by: string; hold: Hold | null }[]
}
export interface SectionDraft {
  revision: number
  heading: string
  text: string
}
export interface WantedEdition {
  id: string
  version: number
  number: string
  issued_on: string
  issuer: string
  addressee: string
  signer: string
  restricted: boolean
}
export interface Edition {
  edition: EditionBrief
  programme: string
  narrative: string
  /** It says what it said when it was issued. */
  sound: boolean
  compared: string | null
  annexes: { part: NarrativePart; heading: string }[]
  figures: FigureBrief[]
  paper: Paper
}
export interface EditionDifference {
  parts: { part: NarrativePart; heading: string; lines: Line[] }[]
  figures: { name: string; was: string; is: string }[]
}
