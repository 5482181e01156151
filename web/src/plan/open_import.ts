// The import whose four screens are open, loaded once by ImportPage for the screens inside it.
import { inject, provide, ref, type InjectionKey, type Ref } from 'vue'
import { load_import } from '@/api'
import { refusals_of } from '@/base/act'
import type { Refusal } from '@/base/types'
import type { Import } from './types'

export interface OpenImport {
  current: Ref<Import | null>
  refusal: Ref<Refusal | null>
  reload: () => Promise<void>
}
const key: InjectionKey<OpenImport> = Symbol('import')

export function provide_import(id: string): OpenImport {
  const current = ref<Import | null>(null)
  const refusal = ref<Refusal | null>(null)
  const reload = async () => {
    try {
      current.value = await load_import(id)
      refusal.value = null
    } catch (error) {
      refusal.value = refusals_of(error)[0]!
    }
  }
  const open = { current, refusal, reload }
  provide(key, open)
  void reload()
  return open
}

export const use_import = (): OpenImport => inject(key)!
