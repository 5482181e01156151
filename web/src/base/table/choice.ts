// Keeps how a person likes a table (columns, order, row height) on the server, so that it follows them to
// every machine. Saving is quiet: a failure costs only the preference.
import { ref, type Ref } from 'vue'
import { load_preference, save_preference } from '@/api'
import { choice_of, type ColumnChoice } from './columns'

export interface TableChoice {
  columns: Ref<ColumnChoice | null>
  compact: Ref<boolean>
  choose: (columns: ColumnChoice | null) => void
  set_compact: (compact: boolean) => void
}

export function use_table_choice(key: string): TableChoice {
  const columns = ref<ColumnChoice | null>(null)
  const compact = ref(false)
  const keep = () => {
    const value = { ...(columns.value ?? {}), compact: compact.value }
    save_preference(key, value).catch(() => {})
  }
  load_preference(key)
    .then((value) => {
      columns.value = choice_of(value)
      compact.value = (value as { compact?: unknown } | null)?.compact === true
    })
    .catch(() => {})
  return {
    columns,
    compact,
    choose(choice) {
      columns.value = choice
      keep()
    },
    set_compact(value) {
      compact.value = value
      keep()
    },
  }
}
