// The stub's accounts, units, preferences and calendar.
import { no, type Routes } from './stub.ts'
import { fresh, world } from './world.ts'

const acts: Record<string, string[]> = {
  system_admin: ['manage_accounts', 'manage_calendar'],
  rectification_office: [
    'read_ledger',
    'edit_ledger',
    'import_plan',
    'review',
    'export_ledger',
    'manage_calendar',
  ],
  responsible_unit: ['read_ledger', 'report_progress', 'export_ledger'],
}
const session = (account: any) => ({
  account: { id: account.id, name: account.name },
  person: account.person,
  unit: account.unit,
  role: account.role,
  acts: acts[account.role],
  csrf: 'stub',
  must_change_password: account.must_change_password,
})
const shown = ({ password: _, must_change_password: __, ...account }: any) => account
const by_id = (id: string) => {
  const found = world.accounts.find((one) => one.id === id)
  if (!found) throw no(404, 'no_such_account')
  return found
}

export const accounts_routes: Routes = [
  [
    'GET',
    /^\/session$/,
    (ask) => {
      if (!ask.account) throw no(401, 'sign_in_first')
      return session(ask.account)
    },
  ],
  [
    'POST',
    /^\/session$/,
    (ask) => {
      const account = world.accounts.find(
        (one) => one.name === ask.body.account && one.password === ask.body.password,
      )
      if (!account || account.disabled) throw no(401, 'name_or_password_wrong')
      account.last_sign_in_at = new Date().toISOString()
      ask.set_cookie(account.id)
      return session(account)
    },
  ],
  ['DELETE', /^\/session$/, (ask) => ask.set_cookie('')],
  [
    'PUT',
    /^\/session\/password$/,
    (ask) => {
      if (ask.body.old !== ask.account.password) throw no(422, 'old_password_wrong', 'old')
      if (ask.body.new.length < 10) throw no(422, 'password_long_enough', 'new', { min: 10 })
      ask.account.password = ask.body.new
      ask.account.must_change_password = false
      return session(ask.account)
    },
  ],
  [
    'GET',
    /^\/accounts$/,
    () => ({ rows: world.accounts.map(shown), total: world.accounts.length }),
  ],
  [
    'POST',
    /^\/accounts$/,
    ({ body }) => {
      if (world.accounts.some((one) => one.name === body.name))
        throw no(409, 'account_name_is_taken', 'name')
      const unit = world.units.find((one) => one.id === body.unit_id)
      const account = {
        id: body.id,
        name: body.name,
        password: 'first-' + body.name,
        role: body.role,
        disabled: false,
        version: 1,
        person: { id: fresh(), name: body.person_name },
        unit: unit ? { id: unit.id, name: unit.name } : null,
        must_change_password: true,
        last_sign_in_at: null,
      }
      world.accounts.push(account)
      return { ...shown(account), initial_password: account.password }
    },
  ],
  [
    'PUT',
    /^\/accounts\/([^/]+)\/password$/,
    (_, id) => {
      const account = by_id(id!)
      Object.assign(account, { password: 'again-' + account.name, must_change_password: true })
      return { initial_password: account.password }
    },
  ],
  [
    'PUT',
    /^\/accounts\/([^/]+)\/disabled$/,
    ({ body }, id) => {
      const account = by_id(id!)
      Object.assign(account, { disabled: body.disabled, version: account.version + 1 })
      return shown(account)
    },
  ],
  [
    'GET',
    /^\/units$/,
    ({ query }) => ({
      rows: world.units.filter((unit) => unit.name.includes(query.get('q') ?? '')),
    }),
  ],
  [
    'POST',
    /^\/units$/,
    ({ body }) => {
      const unit = { ...body, path: '/', version: 1 }
      world.units.push(unit)
      return unit
    },
  ],
  [
    'GET',
    /^\/persons$/,
    ({ query }) => ({
      rows: world.persons.filter((person: any) => person.name.includes(query.get('q') ?? '')),
    }),
  ],
  [
    'GET',
    /^\/preferences\/(.+)$/,
    ({ account }, key) => {
      const value = world.preferences[account.id + key]
      if (value === undefined) throw no(404, 'no_such_preference')
      return { value }
    },
  ],
  [
    'PUT',
    /^\/preferences\/(.+)$/,
    ({ account, body }, key) => {
      world.preferences[account.id + key] = body.value
      return { value: body.value }
    },
  ],
  [
    'GET',
    /^\/calendar\/(\d+)$/,
    (_, year) =>
      world.calendars[year!] ?? {
        year: Number(year),
        days:
          year === '2026'
            ? [
                { date: '2026-10-01', working: false, note: '国庆节（样例）' },
                { date: '2026-10-10', working: true, note: '调休上班（样例）' },
              ]
            : [],
        known: year === '2026',
      },
  ],
  [
    'PUT',
    /^\/calendar\/(\d+)$/,
    ({ body }, year) => (world.calendars[year!] = { ...body, known: true }),
  ],
]
