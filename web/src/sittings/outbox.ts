// Entries of the record on their way to the server. Each is kept in this browser, under the id it was given, before
// it is sent the first time, and until the server has said that it has it: a lost line, a closed window or a power
// cut loses nothing, and sending twice writes once. What the server refuses stays here with its reason.
import { reactive } from 'vue'
import { Refused } from '@/api'
import type { Refusal } from '@/base/types'
import { disk_shelf, type Shelf } from './shelf'
import type { RecordEntry, Spoken, Unsent } from './types'

type Send = (said: Spoken, revision: number | null) => Promise<RecordEntry>

/** The server cannot be reached, is not itself, or waits for somebody to sign in: it is asked again. Anything else it
 *  said was an answer. */
const is_no_answer = ({ status }: Refused) => status === 0 || status === 401 || status >= 500

export class Outbox {
  readonly rows: Unsent[] = reactive([])
  /** False when this browser keeps nothing: what is unsent lives as long as the page. */
  keeps = true
  private round: Promise<boolean> | null = null

  /** `name` tells whose entries of which meeting they are; each has a place of its own, so that two windows of one
   *  recorder do not write over each other. */
  constructor(
    private readonly name: string,
    private readonly send: Send,
    private readonly written: (entry: RecordEntry) => void,
    private readonly shelf: Shelf<Unsent> = disk_shelf(),
  ) {}

  /** What an earlier page left; until then nobody knows whether all is sent. */
  async load(): Promise<void> {
    const found = await this.try_shelf(() => this.shelf.list(this.name + '.'))
    const known = (id: string) => this.rows.some((one) => one.said.id === id)
    for (const row of found ?? []) if (!known(row.said.id)) this.rows.push(row)
    this.rows.sort((a, b) => a.said.said_at_ms - b.said.said_at_ms)
  }
  async add(said: Spoken, revision: number | null = null): Promise<boolean> {
    const row: Unsent = { said, revision, refusal: null }
    const at = this.rows.findIndex((one) => one.said.id === said.id)
    if (at >= 0) this.rows.splice(at, 1, row)
    else this.rows.push(row)
    await this.keep(row)
    return this.flush()
  }
  /** Given up by its author, or sent. */
  async drop(id: string): Promise<void> {
    const at = this.rows.findIndex((one) => one.said.id === id)
    if (at >= 0) this.rows.splice(at, 1)
    await this.try_shelf(() => this.shelf.take_away(this.place(id)))
  }
  /** Sends what waits, the oldest first, until there is nothing left or nobody answers. True when all is sent. Asked
   *  again meanwhile, it is the same round. */
  flush(): Promise<boolean> {
    this.round ??= this.send_all().finally(() => (this.round = null))
    return this.round
  }

  private async send_all(): Promise<boolean> {
    for (let row = this.next(); row; row = this.next()) {
      const answered = await this.try_one(row)
      if (!answered) return false
    }
    return true
  }
  private next(): Unsent | undefined {
    return this.rows.find((one) => !one.refusal)
  }
  private async try_one(row: Unsent): Promise<boolean> {
    try {
      const entry = await this.send({ ...row.said }, row.revision)
      this.written(entry)
      await this.drop(row.said.id)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (is_no_answer(error)) return false
      await this.refuse(row, error.refusal)
    }
    return true
  }
  private async refuse(row: Unsent, refusal: Refusal): Promise<void> {
    row.refusal = refusal
    await this.keep(row)
  }
  private place(id: string): string {
    return `${this.name}.${id}`
  }
  private async keep(row: Unsent): Promise<void> {
    const plain = JSON.parse(JSON.stringify(row)) as Unsent // what is watched cannot be copied by the browser
    await this.try_shelf(() => this.shelf.put(this.place(row.said.id), plain))
  }
  /** Full or switched off: the page says so, and goes on. */
  private async try_shelf<T>(what: () => Promise<T>): Promise<T | undefined> {
    try {
      return await what()
    } catch {
      this.keeps = false
      return undefined
    }
  }
}
