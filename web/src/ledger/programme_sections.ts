// The pages of a programme, by what they are about. A section leads to the first of its pages that its reader may open.
import { cleared, may } from '@/accounts/session'

export const programme_sections = [
  { name: 'overview', pages: ['overview'] },
  {
    name: 'plan',
    pages: ['feedback', 'draft', 'sub_plans', 'bodies', 'phases', 'work_plan', 'imports'],
  },
  { name: 'ledger', pages: ['ledger', 'changes', 'quality', 'slips'] },
  { name: 'lasting', pages: ['regulations', 'campaigns'] },
  { name: 'meetings', pages: ['meetings'] },
  { name: 'life_meetings', pages: ['life_meetings'] },
  {
    name: 'supervision',
    pages: ['notices', 'checks', 'interviews', 'accountability', 'clues'],
  },
  { name: 'documents', pages: ['documents', 'narratives', 'releases', 'proofreading'] },
  { name: 'archive', pages: ['chronology', 'dossier'] },
] as const

export type ProgrammePlace = (typeof programme_sections)[number]['pages'][number]

/** Whether this reader is led to a page: what is restricted is not named to others. */
export const is_open = (page: string) =>
  (page !== 'interviews' || may('review')) &&
  (page !== 'accountability' || cleared('accountability')) &&
  (page !== 'clues' || cleared('clues'))

/** Pages that are reached from another, and stand within it. */
const within: Record<string, ProgrammePlace> = {
  ladder: 'notices',
  coverage: 'quality',
  bin: 'ledger',
  batches: 'ledger',
  batch: 'ledger',
  life_begin: 'life_meetings',
}

/** Which page of the sections an address belongs to. */
export const place_of = (route: string) => within[route] ?? route
