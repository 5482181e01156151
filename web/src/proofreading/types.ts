export const kinds = [
  'placeholder',
  'figure',
  'numbering',
  'date',
  'name',
  'wording',
  'leftover',
  'punctuation',
  'personal',
  'layout',
] as const
export type Kind = (typeof kinds)[number]
export const severities = ['must', 'should', 'hint'] as const
export type Severity = (typeof severities)[number]

export interface Passage {
  text: string
  paragraph: number
  table?: number
  row?: number
  column?: number
}
export interface SetAside {
  reason: string
  by: string
  at: string
}
/** `begin` and `end` count characters of the passage; both 0: about the document as a whole. */
export interface Finding {
  key: string
  kind: Kind
  severity: Severity
  passage: number
  begin: number
  end: number
  reason: string
  suggestion: string
  fix: string | null
  set_aside?: SetAside
}
export interface Reading {
  programme: string | null
  format: string
  digest: string
  passages: Passage[]
  findings: Finding[]
  may: 'set_aside'[]
}

/** A text that is written here, at one of its revisions. */
export interface OwnText {
  text: string
  revision: number
}

export type Group = 'character' | 'formulation' | 'title' | 'outdated' | 'own'
export interface WordingTerms {
  wrong: string
  right: string
  reason: string
  unless: string[]
  severity: Severity
  in_force: boolean
}
export interface WordingEntry extends WordingTerms {
  id: string
  group: Group
  version: number
  by: string
  at: string | null
}
export interface Wordings {
  rows: WordingEntry[]
  may: 'keep'[]
}
