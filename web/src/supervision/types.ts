// Messages about who was called to account, as the contract has them.
import type { Named, Page } from '@/base/types'
import type { words } from '@/words'

export type Trigger = keyof typeof words.accountability.triggers
export type Form = keyof typeof words.accountability.forms

export interface NewAccountability {
  id: string
  problem_id: string | null
  unit_id: string
  /** '' where the unit itself is called to account. */
  person: string
  post: string
  triggers: Trigger[]
  form: Form
  /** Of the four ways of discipline, 1 to 4; 0: none. */
  stage: number
  double_inquiry: boolean
  facts: string
  decided_by: string
  decided_on: string
  document: string
}
export interface Accountability extends Omit<NewAccountability, 'problem_id' | 'unit_id'> {
  number: number
  problem: { id: string; number: number; text: string } | null
  unit: Named
  recorded_by: string
  recorded_at: string
  revoked: { by: string; at: string; reason: string } | null
  version: number
}
export interface AccountabilityPage extends Page<Accountability> {
  /** What holds, of the whole programme. */
  forms: { form: Form; persons: number; units: number }[]
  may: string[]
}
