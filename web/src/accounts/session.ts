// Who is signed in. One value for the whole page; only this file changes it.
import { computed, shallowRef } from 'vue'
import * as api from '@/api'
import { drafts_of } from '@/base/drafts'
import type { Session } from './types'

const current = shallowRef<Session | null>(null)

export const session = computed(() => current.value)
/** The page on which what comes first is done, or nothing when all is done. */
export function page_of_step(now: Session): string | null {
  if (now.next_step === 'code') return 'code'
  if (now.next_step === 'password' || now.must_change_password) return 'password'
  return now.next_step === 'second_factor' ? 'security' : null
}

export const may = (act: string): boolean => current.value?.acts.includes(act) ?? false

/** Whether this person may see what is guarded so. */
export const cleared = (guard: string): boolean => current.value?.cleared.includes(guard) ?? false

/** Whether anything can wait for this person to be done; a plan may ask everybody who is told names. */
export const works = (): boolean =>
  ['report_progress', 'claim_problem', 'review'].some(may) ||
  (may('read_ledger') && may('read_names'))

function settle(now: Session): Session {
  drafts_of(now.account.id)
  current.value = now
  return now
}

export function forget_session(): void {
  current.value = null
}

/** Asks the server who is signed in; nobody is no failure. */
export async function resume_session(): Promise<void> {
  try {
    settle(await api.load_session())
  } catch {
    forget_session()
  }
}

export const sign_in = async (account: string, password: string) =>
  settle(await api.sign_in(account, password))

export const give_code = async (code: string) => settle(await api.give_code(code))

export const change_password = async (old: string, fresh: string) =>
  settle(await api.change_password(old, fresh))

export async function sign_out(): Promise<void> {
  await api.sign_out().catch(() => {})
  forget_session()
}
