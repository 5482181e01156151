// The tabs of a life meeting, in their order: the name of a route, what it is called, to whom it is shown.
import type { LifeMeeting } from './types'
import { words } from '@/words'

export interface LifeTab {
  name: string
  title: string
  open: (meeting: LifeMeeting) => boolean
}

export const life_tabs: LifeTab[] = [
  { name: 'life_plan', title: words.life_meetings.tabs.plan, open: () => true },
  { name: 'life_study', title: words.studies.title, open: () => true },
  { name: 'life_opinions', title: words.opinions.title, open: () => true },
  {
    name: 'life_talks',
    title: words.talks.tab,
    open: ({ standing }) => standing.keeper || standing.superior || standing.own !== null,
  },
  {
    name: 'life_statements',
    title: words.statements.tab,
    open: ({ standing }) =>
      standing.keeper || standing.superior || standing.contact || standing.own !== null,
  },
  {
    name: 'life_criticisms',
    title: words.statements.criticisms_tab,
    open: ({ standing }) => standing.keeper || standing.own !== null,
  },
  {
    name: 'life_leading',
    title: words.sittings.leading.tab,
    open: ({ standing }) =>
      standing.keeper ||
      standing.superior ||
      (['principal', 'member'].includes(standing.part ?? '') && !standing.has_left),
  },
  { name: 'life_sitting', title: words.sittings.tab, open: () => true },
  {
    name: 'life_afterwards',
    title: words.sittings.after_tab,
    open: ({ standing }) =>
      standing.keeper ||
      standing.superior ||
      ['principal', 'member', 'recorder'].includes(standing.part ?? ''),
  },
]
