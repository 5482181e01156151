// Messages about the office's own templates, as contract/templates has them.
import type { Refusal } from '@/base/types'

export type TemplateKind = 'docx' | 'xlsx'
export type TemplateAct = 'add_version' | 'use' | 'withdraw' | 'take_back'
export interface TemplateVersion {
  number: number
  file_name: string
  bytes: number
  marks: number
  by: string
  at: string
  faults: Refusal[]
}
export interface Template {
  id: string
  name: string
  kind: TemplateKind
  /** The number of the version in use; 0: none. */
  used: number
  version: number
  withdrawn: { at: string; by: string; reason: string } | null
  may: TemplateAct[]
  /** Newest first. */
  versions: TemplateVersion[]
}
export interface Templates {
  rows: Template[]
  file_bytes_max: number
  may: 'add'[]
}
export type FieldSort = 'text' | 'several' | 'number' | 'share' | 'day' | 'flag'
export interface TemplateField {
  name: string
  sort: FieldSort
  formats: string
  about: string
  sample: string
}
export interface TemplateFields {
  fields: TemplateField[]
  lists: (TemplateFields & { name: string; about: string })[]
}
export const starters = ['ledger-docx', 'ledger-xlsx', 'notices-docx'] as const
export type Starter = (typeof starters)[number]
