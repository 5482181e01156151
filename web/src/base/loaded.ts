// One thing a page shows, asked for at once, and again by reload; what was shown stays until the new is there.
import { ref, type Ref } from 'vue'
import { refusals_of } from '@/base/act'
import type { Refusal } from '@/base/types'

export interface Loaded<T> {
  /** Null until it is there. */
  found: Ref<T | null>
  /** Why it could not be had the last time. */
  refusal: Ref<Refusal | null>
  reload: () => Promise<void>
}

export function use_loaded<T>(load: () => Promise<T>): Loaded<T> {
  const found = ref<T | null>(null) as Ref<T | null>
  const refusal = ref<Refusal | null>(null)
  async function reload(): Promise<void> {
    try {
      found.value = await load()
      refusal.value = null
    } catch (error) {
      refusal.value = refusals_of(error)[0]!
    }
  }
  void reload()
  return { found, refusal, reload }
}
