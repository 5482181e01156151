// The places of the pages of documents where other modules add parts of their own; app/parts.ts says which.
import type { Place } from '@/base/parts'
import type { DocumentKind } from './types'

/** On the page of a document, before the buttons that take it out. */
export const document_acts: Place<{
  programme: string
  kind: DocumentKind
  id: string
  on: string
}> = Symbol('document_acts')

/** On the page of a programme’s documents, behind those that the program brings along. */
export const within_documents: Place<{ programme: string }> = Symbol('within_documents')
