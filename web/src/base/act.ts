// One thing a person does on a form: keeps "busy", and the refusals that came back, by field.
import { reactive } from 'vue'
import { Refused } from '@/api'
import type { Refusal } from '@/base/types'
import { all_of, sentence } from '@/words'

export interface Act {
  busy: boolean
  refusals: Refusal[]
  /** What the fields are called, so that the summary can name them. */
  labels: Record<string, string>
  /** Does it; undefined when it was refused (the refusals then say why). */
  run: <T>(what: () => Promise<T>) => Promise<T | undefined>
  /** Refuses on the page itself, before anything is sent. True when there was something to refuse. */
  refuse: (refusals: Refusal[]) => boolean
  error_of: (field: string) => string
  /** The field was changed: what was said about it no longer holds. */
  forget: (field: string) => void
}

/** What a thrown thing says, as refusals; anything unexpected is thrown on. */
export function refusals_of(error: unknown): Refusal[] {
  if (error instanceof Refused) return all_of(error.refusal)
  throw error
}

export function use_act(): Act {
  const act: Act = reactive({
    busy: false,
    refusals: [] as Refusal[],
    labels: {} as Record<string, string>,
    async run<T>(what: () => Promise<T>): Promise<T | undefined> {
      if (act.busy) return undefined
      act.busy = true
      act.refusals = []
      try {
        return await what()
      } catch (error) {
        act.refusals = refusals_of(error)
        return undefined
      } finally {
        act.busy = false
      }
    },
    refuse(refusals: Refusal[]) {
      act.refusals = refusals
      return refusals.length > 0
    },
    error_of(field: string) {
      const found = act.refusals.find((one) => one.field === field)
      return found ? sentence(found) : ''
    },
    forget(field: string) {
      if (act.refusals.some((one) => one.field === field))
        act.refusals = act.refusals.filter((one) => one.field !== field)
    },
  })
  return act
}

export const required = (field: string, value: unknown): Refusal[] =>
  (typeof value === 'string' ? value.trim() : value) ? [] : [{ code: 'page_required', field }]

export const at_least = (field: string, value: string, min: number): Refusal[] =>
  [...value.trim()].length >= min ? [] : [{ code: 'page_too_short', field, args: { min } }]
