// Whether the screen is too narrow for a table of columns; rows are then stacked and nothing is merged.
import { onMounted, onUnmounted, ref, type Ref } from 'vue'

export function use_narrow(): Ref<boolean> {
  const media =
    typeof matchMedia === 'function' ? matchMedia('screen and (max-width: 640px)') : null
  const narrow = ref(media?.matches ?? false)
  const look = () => (narrow.value = media?.matches ?? false)
  onMounted(() => media?.addEventListener('change', look))
  onUnmounted(() => media?.removeEventListener('change', look))
  return narrow
}
