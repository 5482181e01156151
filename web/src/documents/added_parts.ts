// The place of the documents of a programme where other modules add sections of their own; app/parts.ts says which.
import type { Place } from '@/base/parts'

export const within_documents: Place<{ programme: string }> = Symbol('within_documents')
