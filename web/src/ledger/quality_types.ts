// What the server answers about the quality of a ledger.
import type { Page } from '@/base/types'
import type { View } from './types'

/** In the order in which the page lists them. */
export const quality_checks = [
  'holder_missing',
  'no_measures',
  'total_differs',
  'numbering_gap',
  'manifestation_uncovered',
  'deadline_missing',
  'day_impossible',
  'copied',
  'evidence_older',
  'evidence_reused',
  'uncounted',
  'long_term_open',
  'vague',
] as const
export type Check = (typeof quality_checks)[number]

/** A text in pieces, some of them marked. */
export type Parts = { text: string; marked: boolean }[]
export interface Finding {
  check: Check
  weight: number
  view: View
  id: string
  number: number
  unit: string
  parts: Parts
  facts: Record<string, string>
  twin: { id: string; number: number; unit: string; programme_title: string; parts: Parts } | null
}
export interface Quality extends Page<Finding> {
  checks: { check: Check; count: number }[]
  units: { unit: string; count: number }[]
  elsewhere_cut: boolean
}

/** A problem, or one of its manifestations, beside the measures that answer it. */
export interface CoverageRow {
  problem: {
    id: string
    number: number
    printed_number: string
    text: string
    unit: string
    status: string
  }
  manifestation: { printed_number: string; text: string } | null
  measures: number
  /** The first of them that this person sees. */
  first: { id: string; number: number } | null
}
export interface Coverage extends Page<CoverageRow> {
  uncovered: number
}
