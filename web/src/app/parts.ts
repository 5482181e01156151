// Which parts modules add to pages of modules to their left, in the order in which they are shown.
import type { App } from 'vue'
import { cleared, may } from '@/accounts/session'
import { part, type Part, type Place } from '@/base/parts'
import RowTiers from '@/bodies/RowTiers.vue'
import RowCampaigns from '@/campaigns/RowCampaigns.vue'
import WorkPlanLink from '@/chronology/WorkPlanLink.vue'
import ReleasesWaiting from '@/disclosure/ReleasesWaiting.vue'
import DossierTally from '@/dossier/DossierTally.vue'
import PlansWaiting from '@/drafting/PlansWaiting.vue'
import FeedbackToSign from '@/inspections/FeedbackToSign.vue'
import OverdueClues from '@/inspections/OverdueClues.vue'
import RowSources from '@/inspections/RowSources.vue'
import {
  beside_row,
  home_parts,
  within_overview,
  within_row,
  within_task,
} from '@/ledger/added_parts'
import { document_acts, within_documents } from '@/documents/added_parts'
import Decision from '@/ledger/detail/Decision.vue'
import { as_problem } from '@/ledger/detail/item'
import ExtensionsToDecide from '@/ledger/ExtensionsToDecide.vue'
import HandoversToSign from '@/ledger/HandoversToSign.vue'
import NoticesWaiting from '@/ledger/NoticesWaiting.vue'
import TasksWaiting from '@/ledger/phases/TasksWaiting.vue'
import { within_life_plan } from '@/life_meetings/added_parts'
import CalendarFeed from '@/meetings/CalendarFeed.vue'
import LifeWaiting from '@/life_meetings/LifeWaiting.vue'
import OwnMeetings from '@/meetings/OwnMeetings.vue'
import { settings_parts } from '@/notify/added_parts'
import OpinionsSummary from '@/opinions/OpinionsSummary.vue'
import OpinionsWaiting from '@/opinions/OpinionsWaiting.vue'
import DocumentProof from '@/proofreading/DocumentProof.vue'
import RegulationsDue from '@/regulations/RegulationsDue.vue'
import RowRegulations from '@/regulations/RowRegulations.vue'
import StatementsSummary from '@/statements/StatementsSummary.vue'
import StatementsWaiting from '@/statements/StatementsWaiting.vue'
import PackagesDue from '@/sittings/PackagesDue.vue'
import SittingSummary from '@/sittings/SittingSummary.vue'
import OwnChecks from '@/supervision/OwnChecks.vue'
import RowAccountability from '@/supervision/RowAccountability.vue'
import StudySummary from '@/studies/StudySummary.vue'
import TalksTally from '@/talks/TalksTally.vue'
import TalksWaiting from '@/talks/TalksWaiting.vue'
import OwnTemplates from '@/templates/OwnTemplates.vue'

export function provide_parts(app: App): void {
  const put = <Given>(place: Place<Given>, parts: Part<Given>[]) => app.provide(place, parts)
  put(home_parts, [
    part(ExtensionsToDecide, () => (may('review') ? {} : null)),
    part(FeedbackToSign, () => (may('sign') ? {} : null)),
    part(OverdueClues, () => (cleared('clues') ? {} : null)),
    part(NoticesWaiting, () => ({})),
    part(PlansWaiting, ({ count }) => ({ onCounted: (n) => count('plans', n) })),
    part(LifeWaiting, ({ count }) => ({ onCounted: (n) => count('life_meetings', n) })),
    part(ReleasesWaiting, ({ count }) => ({ onCounted: (n) => count('releases', n) })),
    part(OpinionsWaiting, ({ count }) => ({ onCounted: (n) => count('opinions', n) })),
    part(StatementsWaiting, ({ count }) => ({ onCounted: (n) => count('statements', n) })),
    part(TasksWaiting, ({ reach, count }) => ({ reach, onCounted: (n) => count('tasks', n) })),
    part(OwnMeetings, () => ({})),
    part(TalksWaiting, () => ({})),
    part(PackagesDue, () => (cleared('life_meeting') ? {} : null)),
    part(RegulationsDue, () => ({})),
    part(OwnChecks, () => ({})),
    part(HandoversToSign, () => ({})),
  ])
  put(within_row, [
    part(WorkPlanLink, ({ kind, item }) => (kind === 'measures' ? { kind, id: item.id } : null)),
  ])
  put(beside_row, [
    part(
      RowTiers,
      ({ kind, item }) => ({ kind, id: item.id }),
      ({ item }) => item.version,
    ),
    part(RowRegulations, ({ kind, item }) => ({ kind, row: item, programme: item.programme.id })),
    part(RowCampaigns, ({ kind, item }) =>
      kind === 'measures' ? { measure: item.id, programme: item.programme.id } : null,
    ),
    part(Decision, ({ kind, item }) =>
      kind === 'problems' ? { problem: as_problem(item) } : null,
    ),
    part(RowSources, ({ kind, item }) =>
      kind === 'problems' ? { problem: item.id, programme: item.programme.id } : null,
    ),
    part(RowAccountability, ({ kind, item }) =>
      kind === 'problems' && cleared('accountability')
        ? { problem: item.id, programme: item.programme.id }
        : null,
    ),
  ])
  put(within_task, [part(WorkPlanLink, (task) => ({ kind: 'tasks' as const, id: task.id }))])
  put(within_overview, [part(DossierTally, ({ programme }) => ({ programme }))])
  put(within_life_plan, [
    part(StudySummary, ({ meeting }) => ({ meeting })),
    part(OpinionsSummary, ({ meeting }) => ({ meeting })),
    part(TalksTally, ({ meeting }) => ({ meeting })),
    part(StatementsSummary, ({ meeting }) => ({ meeting: meeting.id })),
    part(SittingSummary, ({ meeting }) => ({ meeting: meeting.id })),
  ])
  put(document_acts, [part(DocumentProof, (document) => document)])
  put(within_documents, [part(OwnTemplates, ({ programme }) => ({ programme }))])
  put(settings_parts, [part(CalendarFeed, () => (may('read_ledger') ? {} : null))])
}
