// The steps taken in a draft: undo, redo, and saving a moment after the last change.
import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import { refusals_of } from '@/base/act'
import type { Refusal } from '@/base/types'
import type { ReadArea } from './types'

export interface Edits {
  areas: ComputedRef<ReadArea[]>
  can_undo: ComputedRef<boolean>
  can_redo: ComputedRef<boolean>
  unsaved: Ref<boolean>
  saving: Ref<boolean>
  refusal: Ref<Refusal | null>
  put: (areas: ReadArea[]) => void
  undo: () => void
  redo: () => void
  /** Saves now; true when nothing is left unsaved. */
  flush: () => Promise<boolean>
}

export function use_edits(
  start: ReadArea[],
  save: (areas: ReadArea[]) => Promise<void>,
  pause_ms = 800,
): Edits {
  const past = shallowRef<ReadArea[][]>([])
  const future = shallowRef<ReadArea[][]>([])
  const now = shallowRef(start)
  const unsaved = ref(false)
  const saving = ref(false)
  const refusal = ref<Refusal | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    const mine = now.value
    saving.value = true
    try {
      await save(mine)
      refusal.value = null
      if (mine === now.value) unsaved.value = false
    } catch (error) {
      refusal.value = refusals_of(error)[0]!
    } finally {
      saving.value = false
    }
  }
  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    running = running.then(() => (unsaved.value ? write() : undefined))
    await running
    return !unsaved.value
  }
  function stand(at: ReadArea[]): void {
    now.value = at
    unsaved.value = true
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pause_ms)
  }
  return {
    areas: computed(() => now.value),
    can_undo: computed(() => past.value.length > 0),
    can_redo: computed(() => future.value.length > 0),
    unsaved,
    saving,
    refusal,
    put(areas) {
      if (areas === now.value) return
      past.value = [...past.value.slice(-199), now.value]
      future.value = []
      stand(areas)
    },
    undo() {
      const before = past.value[past.value.length - 1]
      if (!before) return
      past.value = past.value.slice(0, -1)
      future.value = [...future.value, now.value]
      stand(before)
    },
    redo() {
      const after = future.value[future.value.length - 1]
      if (!after) return
      future.value = future.value.slice(0, -1)
      past.value = [...past.value, now.value]
      stand(after)
    },
    flush,
  }
}
