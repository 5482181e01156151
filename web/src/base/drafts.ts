// Long texts not yet sent, kept in this browser per account and row, so that a closed window, a lost session
// or a conflict loses nothing. Removed once the server has the text. Nothing else is kept locally but what a recorder
// has not yet sent of a sitting.
import { ref, watch, type Ref } from 'vue'

const prefix = 'zhenggai.draft.'
let whose = ''

/** Drafts belong to the account that wrote them. */
export function drafts_of(account: string): void {
  whose = account
}

export interface Draft<T> {
  value: Ref<T>
  found: boolean
  drop: () => void
}

function read<T>(name: string): T | undefined {
  try {
    const kept = localStorage.getItem(name)
    return kept ? (JSON.parse(kept) as T) : undefined
  } catch {
    return undefined // Storage switched off or filled by hand: there is no draft.
  }
}

export function use_draft<T extends object>(key: string, fresh: () => T): Draft<T> {
  const name = `${prefix}${whose}.${key}`
  const kept = read<T>(name)
  const value = ref({ ...fresh(), ...kept }) as Ref<T>
  let empty = JSON.stringify(fresh())
  let dropped = false
  watch(
    value,
    (now) => {
      const text = JSON.stringify(now)
      try {
        if (dropped || text === empty) localStorage.removeItem(name)
        else localStorage.setItem(name, text)
      } catch {
        // Full or switched off: the text still stands in the form.
      }
    },
    { deep: true, flush: 'sync' },
  )
  return {
    value,
    found: kept !== undefined && JSON.stringify(value.value) !== empty,
    drop() {
      dropped = true
      value.value = fresh()
      empty = JSON.stringify(value.value)
      dropped = false
    },
  }
}
