import { describe, expect, it } from 'vitest'
import { pause_after } from './unread'

describe('the bell', () => {
  it('asks once a minute, and less often the longer the server does not answer', () => {
    expect([0, 1, 2, 3, 4, 30].map(pause_after)).toEqual([
      60_000, 120_000, 240_000, 480_000, 600_000, 600_000,
    ])
  })
})
