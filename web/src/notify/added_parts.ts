// The place of the settings page where other modules add sections of their own; app/parts.ts says which.
import type { Place } from '@/base/parts'

export const settings_parts: Place<object> = Symbol('settings_parts')
