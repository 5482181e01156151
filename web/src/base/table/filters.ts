// What a filter form consists of; values are strings because they live in the address.

export interface Choice {
  value: string
  label: string
}

export type FilterField =
  | { key: string; label: string; kind: 'several'; choices: Choice[] }
  | { key: string; label: string; kind: 'one'; choices: Choice[] }
  | { key: string; label: string; kind: 'search'; find: (text: string) => Promise<Choice[]> }
  | { key: string; label: string; kind: 'dates'; from: string; to: string }
  /** Comes by a link; here it can only be seen and taken away. */
  | { key: string; label: string; kind: 'given'; name: (value: string) => string }

/** The keys of the address that these fields use. */
export function filter_keys(fields: FilterField[]): string[] {
  return fields.flatMap((field) => (field.kind === 'dates' ? [field.from, field.to] : [field.key]))
}

export const list_of = (value: string | undefined): string[] => (value ? value.split(',') : [])
