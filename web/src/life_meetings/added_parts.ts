// The place of the plan's page where other modules add a summary of theirs; app/parts.ts says which.
import type { Place } from '@/base/parts'
import type { LifeMeeting } from './types'

export const within_life_plan: Place<{ meeting: LifeMeeting }> = Symbol('within_life_plan')
