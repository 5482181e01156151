// Large type (适老化): everything 1.3 times as big. Kept in this browser, because it belongs to the screen.
import { ref } from 'vue'

const name = 'zhenggai.large_type'

function kept(): boolean {
  try {
    return localStorage.getItem(name) === '1'
  } catch {
    return false
  }
}

export const is_large = ref(false)

export function set_large(large: boolean): void {
  is_large.value = large
  document.documentElement.classList.toggle('large', large)
  try {
    if (large) localStorage.setItem(name, '1')
    else localStorage.removeItem(name)
  } catch {
    // Storage switched off: it holds until the page is closed.
  }
}
set_large(kept())
