// Messages about the dossier, as contract/dossier has them.
import type { Page } from '@/base/types'

export const stages = [
  'feedback',
  'publication',
  'special_meeting',
  'life_meeting',
  'plan',
  'concentrated',
  'reports',
  'results',
  'follow_up',
  'evaluation',
] as const
export type Stage = (typeof stages)[number]
export type LineState = 'asked' | 'not_applicable' | 'dropped'

export interface DossierFile {
  id: string
  title: string
  responsible: string
  document: string
  dated_on: string | null
  pages: number
  remark: string
  name: string
  by: string
  at: string
}
export interface DossierLine {
  key: string
  stage: Stage
  name: string
  source: string
  /** Whether the reader may see what fills it. */
  open: boolean
  state: LineState
  reason: string
  by: string
  at: string | null
  version: number
  pieces: number
  files: DossierFile[]
}
export interface Volume {
  id: string
  number: number
  sealed_at: string
  sealed_by: string
  missing: string[]
  reason: string
  pieces: number
  files: number
  bytes: number
}
export interface Dossier {
  lines: DossierLine[]
  volumes: Volume[]
  tally: { asked: number; filled: number; not_applicable: number; missing: string[] }
  waiting: number
  file_bytes_max: number
  may: ('keep' | 'seal')[]
}
export interface Piece {
  number: number
  stage: Stage
  line: string
  title: string
  responsible: string
  document: string
  dated_on: string | null
  pages: number
  bytes: number
  remark: string
  guarded: boolean
}
export type PiecePage = Page<Piece>

export interface LineEdit {
  key: string
  version: number
  name?: string
  state?: LineState
  reason: string
}
export interface FileClaim {
  id: string
  line: string
  title: string
  responsible: string
  document: string
  dated_on: string
  pages: number | undefined
  remark: string
}
