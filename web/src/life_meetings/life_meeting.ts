// The life meeting whose pages are open, loaded once by LifeMeetingPage for the pages inside it.
import { inject, provide, type InjectionKey, type Ref } from 'vue'
import { load_life_meeting } from '@/api'
import { use_loaded, type Loaded } from '@/base/loaded'
import type { LifeMeeting } from './types'
import { words } from '@/words'

export interface OpenLifeMeeting {
  /** There is one whenever a page inside is shown. */
  meeting: Ref<LifeMeeting>
  reload: () => Promise<void>
}
const key: InjectionKey<OpenLifeMeeting> = Symbol('life_meeting')

export function provide_life_meeting(id: string): Loaded<LifeMeeting> {
  const loaded = use_loaded(async () => {
    const now = await load_life_meeting(id)
    document.title = words.app.page_title(now.title)
    return now
  })
  provide(key, { meeting: loaded.found as Ref<LifeMeeting>, reload: loaded.reload })
  return loaded
}

export const use_life_meeting = (): OpenLifeMeeting => inject(key)!
