// The programme whose pages are open, loaded once by ProgrammePage for the pages inside it.
import { inject, provide, ref, type InjectionKey, type Ref } from 'vue'
import { load_programme } from '@/api'
import { refusals_of } from '@/base/act'
import type { Refusal } from '@/base/types'
import type { Counts, Programme } from './types'

export interface OpenProgramme {
  programme: Ref<Programme | null>
  refusal: Ref<Refusal | null>
  reload: () => Promise<void>
}
const key: InjectionKey<OpenProgramme> = Symbol('programme')

export function provide_programme(id: string): OpenProgramme {
  const programme = ref<Programme | null>(null)
  const refusal = ref<Refusal | null>(null)
  const reload = async () => {
    try {
      programme.value = await load_programme(id)
    } catch (error) {
      refusal.value = refusals_of(error)[0]!
    }
  }
  const open = { programme, refusal, reload }
  provide(key, open)
  void reload()
  return open
}

/** Outside the pages of one programme there is none. */
export const use_programme = (): OpenProgramme =>
  inject(key, () => ({ programme: ref(null), refusal: ref(null), reload: async () => {} }), true)

/** Share of measures that somebody verified: done or turned into long-term keeping up. */
export function verified_percent(counts: Counts): number {
  if (!counts.measures) return 0
  return Math.floor(((counts.measures_done + counts.long_term) * 100) / counts.measures)
}
