// How far a measure is, by the same rule as the server's, so that the form proposes what the server would take and asks
// for a reason before it is refused. contract/ledger/percents.json holds both to it.
import type { Refusal } from '@/base/types'
import { words } from '@/words'
import type { ResultKind } from './types'

export const percent_steps = [20, 50, 80, 100] as const
export const reason_least = 5

export interface Standing {
  /** Of the last report. */
  before: number
  demands: ResultKind[]
  /** Demanded and not shown, this report counted in. */
  missing: ResultKind[]
}

export function proposed_percent({ before, demands, missing }: Standing): number {
  const by_results = !demands.length
    ? 20
    : !missing.length
      ? 100
      : missing.length < demands.length
        ? 50
        : 20
  return Math.max(before, by_results)
}

/** The refusal that comes back without a reason; "" where none is needed. */
export function asks_why(
  percent: number,
  standing: Standing,
): '' | 'percent_fell' | 'percent_without_results' | 'percent_set_by_hand' {
  if (percent === standing.before || percent === proposed_percent(standing)) return ''
  if (percent < standing.before) return 'percent_fell'
  if (percent === 100 && standing.missing.length) return 'percent_without_results'
  return percent_steps.some((step) => step === percent) ? '' : 'percent_set_by_hand'
}

/** What is refused where the reason says too little; null where none is needed. */
export function percent_refusal(percent: number, standing: Standing): Refusal | null {
  const code = asks_why(percent, standing)
  if (!code) return null
  const kinds = standing.missing.map((kind) => words.ledger.result_kinds[kind])
  const accepted = {
    percent_fell: String(standing.before),
    percent_without_results: kinds.join(words.app.comma),
    percent_set_by_hand: percent_steps.join(words.app.comma),
  }[code]
  return { code, field: 'percent_reason', args: { value: percent, accepted, least: reason_least } }
}
