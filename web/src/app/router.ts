// Which address shows which page, and who is led to signing in first.
import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { may, session } from '@/accounts/session'
import { words } from '@/words'

const programme: RouteRecordRaw[] = [
  { path: '', redirect: { name: 'overview' } },
  { path: 'overview', name: 'overview', component: () => import('@/ledger/OverviewPage.vue') },
  { path: 'ledger', name: 'ledger', component: () => import('@/ledger/LedgerPage.vue') },
  { path: 'imports', name: 'imports', component: () => import('@/plan/ImportsPage.vue') },
]

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./NotFoundPage.vue') },
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
    path: '/programmes',
    name: 'programmes',
    component: () => import('@/ledger/ProgrammesPage.vue'),
    meta: { title: words.app.places.programmes },
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
    props: (route) => ({ kind: 'problems', id: route.params.id }),
  },
  {
    path: '/measures/:id',
    name: 'measure',
    component: () => import('@/ledger/ItemPage.vue'),
    props: (route) => ({ kind: 'measures', id: route.params.id }),
  },
  {
    path: '/problems/:id/slip',
    name: 'slip',
    component: () => import('@/ledger/SlipPage.vue'),
    meta: { title: words.ledger.detail.slip },
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
    if (session.value.must_change_password && to.name !== 'password') return { name: 'password' }
    // Administrators of the system open accounts and see no content.
    if (to.name === 'home') return { name: may('read_ledger') ? 'programmes' : 'accounts' }
    return true
  })
  router.afterEach((to) => {
    const title = to.meta.title as string | undefined
    document.title = title ? words.app.page_title(title) : words.app.product
  })
  return router
}
