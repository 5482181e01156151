// Which address shows which page, and who is led to signing in first.
import {
  createRouter,
  createWebHistory,
  type LocationQuery,
  type Router,
  type RouteRecordRaw,
} from 'vue-router'
import { may, page_of_step, session, works } from '@/accounts/session'
import { words } from '@/words'

/** The form that a link opens on the page of a row. */
const act_in = (query: LocationQuery) => String(query.act ?? '')

const programme: RouteRecordRaw[] = [
  { path: '', redirect: { name: 'overview' } },
  { path: 'overview', name: 'overview', component: () => import('@/ledger/OverviewPage.vue') },
  { path: 'ledger', name: 'ledger', component: () => import('@/ledger/LedgerPage.vue') },
  { path: 'draft', name: 'draft', component: () => import('@/drafting/DraftPage.vue') },
  {
    path: 'sub-plans',
    name: 'sub_plans',
    component: () => import('@/drafting/SubPlansPage.vue'),
  },
  { path: 'phases', name: 'phases', component: () => import('@/ledger/phases/PhasesPage.vue') },
  { path: 'bodies', name: 'bodies', component: () => import('@/bodies/BodiesPage.vue') },
  {
    path: 'regulations',
    name: 'regulations',
    component: () => import('@/regulations/RegulationsPage.vue'),
  },
  {
    path: 'campaigns',
    name: 'campaigns',
    component: () => import('@/campaigns/CampaignsPage.vue'),
  },
  { path: 'meetings', name: 'meetings', component: () => import('@/meetings/MeetingsPage.vue') },
  {
    path: 'life-meetings',
    name: 'life_meetings',
    component: () => import('@/life_meetings/LifeMeetingsPage.vue'),
  },
  {
    path: 'life-meetings/new',
    name: 'life_begin',
    component: () => import('@/life_meetings/LifeBeginPage.vue'),
  },
  { path: 'notices', name: 'notices', component: () => import('@/ledger/NoticesPage.vue') },
  {
    path: 'interviews',
    name: 'interviews',
    component: () => import('@/supervision/InterviewsPage.vue'),
  },
  { path: 'checks', name: 'checks', component: () => import('@/supervision/ChecksPage.vue') },
  {
    path: 'accountability',
    name: 'accountability',
    component: () => import('@/supervision/AccountabilityPage.vue'),
  },
  {
    path: 'feedback',
    name: 'feedback',
    component: () => import('@/inspections/FeedbackPage.vue'),
  },
  { path: 'clues', name: 'clues', component: () => import('@/inspections/CluesPage.vue') },
  { path: 'ladder', name: 'ladder', component: () => import('@/ledger/LadderPage.vue') },
  {
    path: 'documents',
    name: 'documents',
    component: () => import('@/documents/DocumentsPage.vue'),
  },
  {
    path: 'proofreading',
    name: 'proofreading',
    component: () => import('@/proofreading/ProofPage.vue'),
  },
  {
    path: 'narratives',
    name: 'narratives',
    component: () => import('@/narrative/NarrativesPage.vue'),
  },
  { path: 'changes', name: 'changes', component: () => import('@/ledger/ChangesPage.vue') },
  { path: 'quality', name: 'quality', component: () => import('@/ledger/QualityPage.vue') },
  { path: 'coverage', name: 'coverage', component: () => import('@/ledger/CoveragePage.vue') },
  { path: 'slips', name: 'slips', component: () => import('@/ledger/review/SlipsPage.vue') },
  { path: 'batches', name: 'batches', component: () => import('@/ledger/bulk/BatchesPage.vue') },
  {
    path: 'batches/:batch',
    name: 'batch',
    component: () => import('@/ledger/bulk/BatchPage.vue'),
  },
  { path: 'bin', name: 'bin', component: () => import('@/ledger/BinPage.vue') },
  { path: 'imports', name: 'imports', component: () => import('@/plan/ImportsPage.vue') },
  {
    path: 'chronology',
    name: 'chronology',
    component: () => import('@/chronology/ChronologyPage.vue'),
  },
  {
    path: 'work-plan',
    name: 'work_plan',
    component: () => import('@/chronology/WorkPlanPage.vue'),
  },
  { path: 'releases', name: 'releases', component: () => import('@/disclosure/ReleasesPage.vue') },
  { path: 'dossier', name: 'dossier', component: () => import('@/dossier/DossierPage.vue') },
]

/** The pages of one life meeting. */
const life_meeting: RouteRecordRaw[] = [
  { path: '', redirect: { name: 'life_plan' } },
  { path: 'plan', name: 'life_plan', component: () => import('@/life_meetings/LifePlanPage.vue') },
  {
    path: 'papers/:which',
    name: 'life_paper',
    component: () => import('@/life_meetings/LifePaperPage.vue'),
    props: true,
  },
  { path: 'study', name: 'life_study', component: () => import('@/studies/StudyPage.vue') },
  {
    path: 'opinions',
    name: 'life_opinions',
    component: () => import('@/opinions/OpinionsPage.vue'),
  },
  {
    path: 'statements',
    name: 'life_statements',
    component: () => import('@/statements/StatementsPage.vue'),
  },
  {
    path: 'statements/:statement',
    name: 'life_statement',
    component: () => import('@/statements/StatementPage.vue'),
  },
  {
    path: 'criticisms',
    name: 'life_criticisms',
    component: () => import('@/statements/CriticismsPage.vue'),
  },
  { path: 'talks', name: 'life_talks', component: () => import('@/talks/TalksPage.vue') },
  { path: 'leading', name: 'life_leading', component: () => import('@/sittings/LeadingPage.vue') },
  { path: 'sitting', name: 'life_sitting', component: () => import('@/sittings/SittingPage.vue') },
  {
    path: 'afterwards',
    name: 'life_afterwards',
    component: () => import('@/sittings/AfterwardsPage.vue'),
  },
]

const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'home',
    component: () => import('@/ledger/HomePage.vue'),
    meta: { title: words.waiting.title },
  },
  {
    path: '/ledger',
    name: 'all_ledger',
    component: () => import('@/ledger/AllLedgerPage.vue'),
    meta: { title: words.ledger.all_programmes },
  },
  {
    path: '/sign-in',
    name: 'sign_in',
    component: () => import('@/accounts/SignInPage.vue'),
    meta: { bare: true, open: true, title: words.accounts.sign_in.title },
  },
  {
    path: '/password',
    name: 'password',
    component: () => import('@/accounts/PasswordPage.vue'),
    meta: { title: words.accounts.password.title },
  },
  {
    path: '/code',
    name: 'code',
    component: () => import('@/accounts/CodePage.vue'),
    meta: { title: words.accounts.security.code_title },
  },
  {
    path: '/security',
    name: 'security',
    component: () => import('@/accounts/SecurityPage.vue'),
    meta: { title: words.accounts.security.title },
  },
  {
    path: '/inspections',
    name: 'rounds',
    component: () => import('@/inspections/RoundsPage.vue'),
    meta: { title: words.rounds.title },
  },
  {
    path: '/inspections/:id',
    name: 'round',
    component: () => import('@/inspections/RoundPage.vue'),
    props: true,
    meta: { title: words.rounds.title },
  },
  {
    path: '/programmes',
    name: 'programmes',
    component: () => import('@/ledger/ProgrammesPage.vue'),
    meta: { title: words.app.places.programmes },
  },
  {
    path: '/programmes/:programme/bodies/annex',
    name: 'bodies_annex',
    component: () => import('@/bodies/BodiesAnnex.vue'),
    meta: { title: words.bodies.title },
  },
  {
    path: '/programmes/:programme',
    component: () => import('@/ledger/ProgrammePage.vue'),
    children: programme,
  },
  {
    path: '/programmes/:programme/imports/new',
    name: 'import_upload',
    component: () => import('@/plan/UploadPage.vue'),
    meta: { title: words.plan.import_plan },
  },
  {
    path: '/programmes/:programme/imports/:import',
    component: () => import('@/plan/ImportPage.vue'),
    meta: { title: words.plan.import_plan },
    children: [
      { path: '', redirect: { name: 'import_document' } },
      {
        path: 'document',
        name: 'import_document',
        component: () => import('@/plan/DocumentPage.vue'),
      },
      { path: 'check', name: 'import_check', component: () => import('@/plan/CheckPage.vue') },
      { path: 'done', name: 'import_done', component: () => import('@/plan/DonePage.vue') },
    ],
  },
  {
    path: '/problems/:id',
    name: 'problem',
    component: () => import('@/ledger/ItemPage.vue'),
    props: (route) => ({ kind: 'problems', id: route.params.id, act: act_in(route.query) }),
  },
  {
    path: '/measures/:id',
    name: 'measure',
    component: () => import('@/ledger/ItemPage.vue'),
    props: (route) => ({ kind: 'measures', id: route.params.id, act: act_in(route.query) }),
  },
  {
    path: '/problems/:id/slip',
    name: 'slip',
    component: () => import('@/ledger/SlipPage.vue'),
    meta: { title: words.ledger.detail.slip },
  },
  {
    path: '/documents/:kind/:id',
    name: 'document',
    component: () => import('@/documents/DocumentPage.vue'),
    props: (route) => ({
      kind: route.params.kind,
      id: route.params.id,
      on: String(route.query.on ?? ''),
      tasks: String(route.query.tasks ?? ''),
      annex: String(route.query.annex ?? ''),
    }),
    meta: { title: words.documents.title },
  },
  {
    path: '/proofreading',
    name: 'proofread',
    component: () => import('@/proofreading/ProofPage.vue'),
    meta: { title: words.proofreading.title },
  },
  {
    path: '/wordings',
    name: 'wordings',
    component: () => import('@/proofreading/WordingsPage.vue'),
    meta: { title: words.proofreading.wordings.title },
  },
  {
    path: '/narratives/:id',
    name: 'narrative',
    component: () => import('@/narrative/NarrativePage.vue'),
    props: true,
    meta: { title: words.narrative.title },
  },
  {
    path: '/narrative-editions/:id',
    name: 'narrative_edition',
    component: () => import('@/narrative/EditionPage.vue'),
    props: true,
    meta: { title: words.narrative.title },
  },
  {
    path: '/messages',
    name: 'messages',
    component: () => import('@/notify/MessagesPage.vue'),
    meta: { title: words.notify.title },
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('@/notify/SettingsPage.vue'),
    meta: { title: words.notify.settings.title },
  },
  {
    path: '/notices',
    name: 'all_notices',
    component: () => import('@/ledger/NoticesPage.vue'),
    meta: { title: words.ledger.programme.tabs.notices },
  },
  {
    path: '/notices/:id',
    name: 'notice',
    component: () => import('@/ledger/NoticePage.vue'),
    props: true,
    meta: { title: words.ledger.programme.tabs.notices },
  },
  {
    path: '/tasks',
    name: 'tasks',
    component: () => import('@/ledger/phases/TasksPage.vue'),
    meta: { title: words.task.all },
  },
  {
    path: '/tasks/:id',
    name: 'task',
    component: () => import('@/ledger/phases/TaskPage.vue'),
    props: true,
    meta: { title: words.task.title },
  },
  {
    path: '/programmes/:programme/life-meetings/:meeting',
    component: () => import('@/life_meetings/LifeMeetingPage.vue'),
    children: life_meeting,
    meta: { title: words.life_meetings.title },
  },
  {
    path: '/opinion',
    name: 'opinion_box',
    component: () => import('@/opinions/BoxPage.vue'),
    meta: { bare: true, open: true, title: words.opinions.page.title },
  },
  {
    path: '/talks',
    name: 'own_talks',
    component: () => import('@/talks/OwnTalksPage.vue'),
    meta: { title: words.talks.own_title },
  },
  {
    path: '/talks/:id',
    name: 'talk',
    component: () => import('@/talks/TalkPage.vue'),
    props: true,
    meta: { title: words.talks.title },
  },
  {
    path: '/meetings/:id',
    name: 'meeting',
    component: () => import('@/meetings/MeetingPage.vue'),
    props: true,
    meta: { title: words.meetings.title },
  },
  {
    path: '/meetings/:id/present',
    name: 'present',
    component: () => import('@/meetings/PresentPage.vue'),
    props: true,
    meta: { bare: true, title: words.meetings.title },
  },
  {
    path: '/campaigns/:id',
    name: 'campaign',
    component: () => import('@/campaigns/CampaignPage.vue'),
    props: true,
    meta: { title: words.campaigns.title },
  },
  {
    path: '/checks/:id',
    name: 'check',
    component: () => import('@/supervision/CheckPage.vue'),
    props: true,
    meta: { title: words.checks.title },
  },
  {
    path: '/checks/:id/rows/:row',
    name: 'check_row',
    component: () => import('@/supervision/CheckRowPage.vue'),
    props: true,
    meta: { title: words.checks.row.title },
  },
  {
    path: '/extensions',
    name: 'extensions',
    component: () => import('@/ledger/ExtensionsPage.vue'),
    meta: { title: words.app.places.extensions },
  },
  {
    path: '/handovers',
    name: 'handovers',
    component: () => import('@/ledger/HandoversPage.vue'),
    meta: { title: words.app.places.handovers },
  },
  {
    path: '/handovers/:id',
    name: 'handover',
    component: () => import('@/ledger/HandoverPage.vue'),
    props: true,
    meta: { title: words.app.places.handovers },
  },
  {
    path: '/units',
    name: 'units',
    component: () => import('@/accounts/UnitsPage.vue'),
    meta: { title: words.app.places.units },
  },
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('@/accounts/AccountsPage.vue'),
    meta: { title: words.app.places.accounts },
  },
  {
    path: '/tokens',
    name: 'tokens',
    component: () => import('@/accounts/TokensPage.vue'),
    meta: { title: words.app.places.tokens },
  },
  {
    path: '/permissions',
    name: 'permissions',
    component: () => import('@/accounts/PermissionsPage.vue'),
    meta: { title: words.app.places.permissions },
  },
  {
    path: '/journal',
    name: 'journal',
    component: () => import('@/audit/JournalPage.vue'),
    meta: { title: words.app.places.journal },
  },
  {
    path: '/journal/integrity',
    name: 'integrity',
    component: () => import('@/audit/IntegrityPage.vue'),
    meta: { title: words.app.places.integrity },
  },
  {
    path: '/templates',
    name: 'templates',
    component: () => import('@/templates/TemplatesPage.vue'),
    meta: { title: words.app.places.templates },
  },
  {
    path: '/calendar/:year(\\d{4})?',
    name: 'calendar',
    component: () => import('@/calendar/CalendarPage.vue'),
    meta: { title: words.app.places.calendar },
  },
  {
    path: '/:rest(.*)*',
    name: 'not_found',
    component: () => import('./NotFoundPage.vue'),
    meta: { title: words.app.not_found.title },
  },
]

export function make_router(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
  router.beforeEach((to) => {
    if (to.meta.open) return true
    if (!session.value)
      return { name: 'sign_in', query: to.path === '/' ? {} : { then: to.fullPath } }
    const step = page_of_step(session.value)
    if (step) return to.name === step ? true : { name: step }
    // Who sees no content has no work waiting: their own page is where they begin.
    if (to.name === 'home' && !may('read_ledger')) {
      if (may('manage_accounts')) return { name: 'accounts' }
      if (may('read_journal')) return { name: 'journal' }
      if (may('ask_for_roles')) return { name: 'permissions' }
      return { name: 'messages' }
    }
    if (to.name === 'home' && !works()) return { name: 'programmes' }
    return true
  })
  router.afterEach((to) => {
    const title = to.meta.title as string | undefined
    document.title = title ? words.app.page_title(title) : words.app.product
  })
  return router
}
