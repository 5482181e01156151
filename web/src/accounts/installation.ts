// What this installation is: asked once, also before anybody signs in.
import { shallowRef } from 'vue'
import type { SignInSource } from './types'
import { load_installation } from '@/api'
import type { Installation } from '@/base/types'

const known = shallowRef<Installation | null>(null)

export async function learn_installation(): Promise<void> {
  known.value = await load_installation().catch(() => null)
}
/** Where nothing is known, nothing classified is allowed. */
export const classified_allowed = (): boolean => known.value?.classified_content === 'allowed'
export const has_ldap = (): boolean => known.value?.ldap ?? false
export const has_oidc = (): boolean => known.value?.oidc ?? false
/** By whom an account may be recognised here. */
export const sources_here = (): SignInSource[] => [
  'local',
  ...(has_ldap() ? (['ldap'] as const) : []),
  ...(has_oidc() ? (['oidc'] as const) : []),
]
/** How long a password must be here, and of how many classes of characters. */
export const password_rule = (): [chars: number, classes: number] => [
  known.value?.password_chars_min ?? 8,
  known.value?.password_classes_min ?? 3,
]
