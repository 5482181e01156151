import { beforeEach, describe, expect, it } from 'vitest'
import { Refused } from '@/api'
import { Outbox } from './outbox'
import type { Shelf } from './shelf'
import type { RecordEntry, Spoken, Unsent } from './types'

let kept: Map<string, string>
let full: boolean
const shelf: Shelf<Unsent> = {
  async put(name, row) {
    if (full) throw new Error('full')
    kept.set(name, JSON.stringify(row))
  },
  async take_away(name) {
    kept.delete(name)
  },
  async list(beginning) {
    const found = [...kept].filter(([name]) => name.startsWith(beginning))
    return found.map(([, text]) => JSON.parse(text) as Unsent)
  },
}
let server: Map<string, Spoken>
let refusing: Refused | null
let written: string[]

const send = async (said: Spoken): Promise<RecordEntry> => {
  expect(full || [...kept.keys()].some((name) => name.endsWith(said.id)), 'kept first').toBe(true)
  if (refusing) throw refusing
  server.set(said.id, said)
  return { ...said, said_at: '', names_a_problem: true, by: '李强', own: true, revision: 1 }
}
const said = (id: string, words: string, at = 1): Spoken => ({
  id,
  kind: 'speech',
  turn: null,
  speaker: null,
  about: null,
  example: '',
  words,
  suggestion: '',
  reply: '',
  read_out: false,
  said_at_ms: at,
})
const open = (name = 'record.a.m') => new Outbox(name, send, (one) => written.push(one.id), shelf)
const gone = new Refused(0, { code: 'page_no_connection' })

beforeEach(() => {
  kept = new Map()
  full = false
  server = new Map()
  refusing = null
  written = []
})

describe('what is on its way', () => {
  it('is kept before it is sent and forgotten once the server has it', async () => {
    refusing = gone
    const outbox = open()
    expect(await outbox.add(said('1', '一'))).toBe(false)
    expect(kept.size).toBe(1)
    refusing = null
    expect(await outbox.flush()).toBe(true)
    expect(kept.size).toBe(0)
    expect(outbox.rows).toEqual([])
    expect(written).toEqual(['1'])
  })
  it('outlives the page, in the order in which it was said', async () => {
    refusing = gone
    const before = open()
    await before.add(said('2', '后说', 2))
    await before.add(said('1', '先说', 1))
    const after = open()
    await after.load()
    expect(after.rows.map((one) => one.said.words)).toEqual(['先说', '后说'])
    refusing = null
    await after.flush()
    expect([...server.keys()]).toEqual(['1', '2'])
  })
  it('belongs to one recorder and one meeting', async () => {
    refusing = gone
    await open('record.a.m').add(said('1', '一'))
    for (const other of ['record.b.m', 'record.a.n', 'record.a.m2']) {
      const outbox = open(other)
      await outbox.load()
      expect(outbox.rows).toEqual([])
    }
  })
  it('stays with its reason when it is refused, and lets the rest pass', async () => {
    refusing = new Refused(409, { code: 'record_is_closed' })
    const outbox = open()
    await outbox.add(said('1', '一'))
    refusing = null
    await outbox.add(said('2', '二', 2))
    expect([...server.keys()]).toEqual(['2'])
    expect(outbox.rows[0]!.refusal!.code).toBe('record_is_closed')
    const later = open()
    await later.load()
    expect(later.rows[0]!.refusal!.code).toBe('record_is_closed')
    await outbox.drop('1')
    expect(kept.size).toBe(0)
  })
  it('waits while nobody is signed in, and while the server fails', async () => {
    const outbox = open()
    for (const status of [401, 503]) {
      refusing = new Refused(status, { code: 'x' })
      expect(await outbox.add(said('1', '一'))).toBe(false)
      expect(outbox.rows[0]!.refusal).toBe(null)
    }
  })
  it('says when this browser keeps nothing, and sends all the same', async () => {
    full = true
    refusing = gone
    const outbox = open()
    await outbox.add(said('1', '一'))
    expect(outbox.keeps).toBe(false)
    expect(outbox.rows.length).toBe(1)
    refusing = null
    await outbox.flush()
    expect([...server.keys()]).toEqual(['1'])
  })
})
