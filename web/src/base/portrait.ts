// Pages that are printed upright, as letters are; everything else is printed across.
import { onMounted, onUnmounted } from 'vue'

/** While this page is shown, what is printed stands upright. */
export function use_portrait(): void {
  onMounted(() => document.documentElement.classList.add('portrait'))
  onUnmounted(() => document.documentElement.classList.remove('portrait'))
}
