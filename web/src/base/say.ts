// Short messages that pass by, and questions that must be answered first.
import { ElMessage, ElMessageBox } from 'element-plus'
import 'element-plus/es/components/message/style/css'
import 'element-plus/es/components/message-box/style/css'
import type { Refusal } from '@/base/types'
import { sentence, words } from '@/words'

export function say(text: string): void {
  ElMessage({ message: text, type: 'success', duration: 2500, grouping: true })
}

export function say_refusal(refusal: Refusal): void {
  ElMessage({
    message: sentence(refusal),
    type: 'error',
    duration: 6000,
    showClose: true,
    grouping: true,
  })
}

export async function ask(text: string, yes: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(text, yes, {
      confirmButtonText: yes,
      cancelButtonText: words.app.cancel,
      closeOnClickModal: false,
    })
    return true
  } catch {
    return false
  }
}

export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    say(words.app.copied)
  } catch {
    // Plain HTTP addresses have no clipboard.
    ElMessage({
      message: `${words.app.copy_failed}${words.app.colon}${text}`,
      duration: 0,
      showClose: true,
    })
  }
}
