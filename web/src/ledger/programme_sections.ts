// The pages of a programme, by what they are about. A section leads to the first of its pages that its reader may open.
export const programme_sections = [
  { name: 'overview', pages: ['overview'] },
  { name: 'plan', pages: ['phases', 'bodies', 'imports'] },
  { name: 'plan', pages: ['draft', 'sub_plans', 'phases', 'imports'] },
  { name: 'plan', pages: ['phases', 'imports', 'work_plan'] },
  { name: 'plan', pages: ['feedback', 'phases', 'imports'] },
  { name: 'ledger', pages: ['ledger', 'changes', 'quality', 'slips'] },
  { name: 'lasting', pages: ['regulations', 'campaigns'] },
  { name: 'meetings', pages: ['meetings'] },
  { name: 'supervision', pages: ['notices', 'checks', 'interviews', 'accountability'] },
  { name: 'supervision', pages: ['notices', 'accountability', 'clues'] },
  { name: 'documents', pages: ['documents'] },
  { name: 'archive', pages: ['chronology', 'dossier'] },
] as const

export type ProgrammePlace = (typeof programme_sections)[number]['pages'][number]

/** Pages that are reached from another, and stand within it. */
const within: Record<string, ProgrammePlace> = {
  ladder: 'notices',
  coverage: 'quality',
  bin: 'ledger',
  batches: 'ledger',
  batch: 'ledger',
}

/** Which page of the sections an address belongs to. */
export const place_of = (route: string) => within[route] ?? route
