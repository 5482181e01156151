import { describe, expect, it } from 'vitest'
import cases from '@contract/ledger/percents.json'
import { asks_why, proposed_percent } from './percent'
import type { ResultKind } from './types'

describe('a percentage', () => {
  it.each(cases)('follows the rule of the contract: %j', (one) => {
    const counted: string[] = one.counted
    const demands = one.demands as ResultKind[]
    const missing = demands.filter((kind) => !counted.includes(kind))
    const standing = { before: one.before, demands, missing }
    expect(proposed_percent(standing)).toBe(one.proposed)
    expect(asks_why(one.percent, standing)).toBe(one.refused)
  })
})
