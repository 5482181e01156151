// Messages of evidence, as the contract has them.

export const evidence_kinds = [
  'system_document',
  'minutes',
  'circular',
  'voucher',
  'photograph',
  'decision',
  'other',
] as const
export type EvidenceKind = (typeof evidence_kinds)[number]
export type EvidenceType =
  | 'pdf'
  | 'jpeg'
  | 'png'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'ofd'
  | 'doc'
  | 'xls'
  | 'ppt'
  | 'text'
export type EvidenceHint =
  | 'named_otherwise'
  | 'made_after_claimed'
  | 'older_than_feedback'
  | 'not_scanned'
/** Which rows evidence can stand at. */
export type ProvenKind = 'problems' | 'measures'

/** What the one who brings a file says of it. */
export interface EvidenceClaim {
  id: string
  name: string
  kind: EvidenceKind
  description: string
  document_date: string | null
}
/** What is said otherwise of a file that stands there; `id` of the version that it makes. */
export interface EvidenceCorrection {
  id: string
  kind: EvidenceKind
  description: string
}
export interface EvidenceItem extends EvidenceClaim {
  version: number
  by: string
  at: string
  type: EvidenceType
  view: 'none' | 'image' | 'pdf' | 'blocks'
  bytes: number
  digest: string
  algorithm: string
  made_on: string | null
  modified_on: string | null
  author: string
  last_modified_by: string
}
/** Another row with the same file: the same evidence, or brought in once more. */
export interface EvidencePlace {
  kind: 'measure' | 'problem'
  id: string
  number: number
  shared: boolean
  programme: { id: string; title: string }
}
export interface EvidenceVersion extends EvidenceItem {
  /** Only what is said of the file differs from the version before. */
  corrected: boolean
  hints: EvidenceHint[]
  elsewhere: EvidencePlace[]
  elsewhere_unseen: number
}
export interface EvidenceSeries extends EvidenceVersion {
  earlier: EvidenceVersion[]
  may: ('replace' | 'correct' | 'remove')[]
}
export interface EvidenceList {
  file_bytes_max: number
  may: ('add' | 'link')[]
  /** Kinds that the programme asks for at this row. */
  required: { kind: EvidenceKind; stands: boolean }[]
  rows: EvidenceSeries[]
}

export type PreviewBlock =
  | { text: string; heading: boolean }
  | { table: number; table_name: string; cells: string[] }
export interface EvidencePreview {
  cut: boolean
  blocks: PreviewBlock[]
}
