// Files that were chosen and are not up yet: what is said of each, how far it is, why it was refused. Several go up
// at once, and one that is refused stops no other.
import { reactive } from 'vue'
import { refusals_of } from '@/base/act'
import { new_id } from '@/base/id'
import type { Refusal } from '@/base/types'
import { kind_in_name, pasted_name } from '@/words/evidence'
import type { EvidenceClaim } from './types'

export interface Staged {
  claim: EvidenceClaim
  file: File
  state: 'waiting' | 'sending' | 'refused'
  /** From 0 to 1. */
  sent: number
  refusal: Refusal | null
}

export const at_once_max = 3

/** The clipboard calls every picture the same. */
const is_nameless = (name: string) => /^image\.\w+$/i.test(name)

export function stage(file: File, now = new Date()): Staged {
  const name = is_nameless(file.name) ? pasted_name(now, file.name) : file.name
  return reactive({
    claim: {
      id: new_id(), // kept when it is sent again, so that a lost answer makes nothing twice
      name,
      kind: file.type.startsWith('image/') ? 'photograph' : kind_in_name(name),
      description: '',
      document_date: null,
    },
    file,
    state: 'waiting',
    sent: 0,
    refusal: null,
  })
}

/** What the page can see itself, before anything is sent. */
export function refusal_before(file: File, bytes_max: number): Refusal | null {
  if (file.size <= bytes_max) return null
  return { code: 'page_evidence_too_large', args: { name: file.name, max: bytes_max >> 20 } }
}

async function send_one(
  one: Staged,
  send: (one: Staged, told: (sent: number) => void) => Promise<void>,
): Promise<boolean> {
  one.state = 'sending'
  one.refusal = null
  one.sent = 0
  try {
    await send(one, (sent) => (one.sent = sent))
    return true
  } catch (error) {
    one.refusal = refusals_of(error)[0]!
    one.state = 'refused'
    return false
  }
}

/** Sends all; gives those that are up. */
export async function send_all(
  all: Staged[],
  send: (one: Staged, told: (sent: number) => void) => Promise<void>,
): Promise<Staged[]> {
  const left = [...all]
  const up: Staged[] = []
  async function work(): Promise<void> {
    for (let one = left.shift(); one; one = left.shift())
      if (await send_one(one, send)) up.push(one)
  }
  await Promise.all(Array.from({ length: Math.min(at_once_max, all.length) }, work))
  return up
}
