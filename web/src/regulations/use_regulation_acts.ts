// Which form stands open on a list of regulations.
import { ref } from 'vue'
import type { Regulation } from './types'

export function use_regulation_acts(changed: () => void) {
  const editing = ref<{ one?: Regulation } | null>(null)
  const recording = ref<Regulation | null>(null)
  function saved(): void {
    editing.value = recording.value = null
    changed()
  }
  return { editing, recording, saved }
}
