// The stub's ledger: lists with filters and sorting, and enough of the two state machines to click through.
import { no, type Ask, type Routes } from './stub.ts'
import { day, now, programme, world } from './world.ts'

const office = (ask: Ask) => ask.account.role === 'rectification_office'
const finished = (m: any) => m.status === 'done' || m.status === 'long_term'
const measures_of = (p: any) => world.measures.filter((m: any) => m.links.includes(p.id))
const find = (list: any[], id: string) => {
  const found = list.find((one) => one.id === id)
  if (!found) throw no(404, 'no_such_row')
  return found
}
const days = (date: string | null) =>
  date ? Math.round((Date.parse(date) - Date.parse(day(0))) / 86400e3) : null

function tier(row: any, closed: boolean): string {
  const left = days(row.deadline.date)
  if (closed) return 'done'
  if (row.deadline.kind === 'long_term') return 'long_term'
  if (left === null) return 'none'
  return left < 0 ? 'overdue' : left <= 7 ? 'due_soon' : 'on_time'
}
function measure_may(m: any, ask: Ask): string[] {
  const working = ['not_started', 'under_way', 'sent_back'].includes(m.status)
  const review =
    m.status === 'awaiting_review' && office(ask) && m.submitted_by !== ask.account.person.name
  return [
    ...(office(ask) && !finished(m) ? ['edit'] : []),
    ...(working ? ['report'] : []),
    ...(working && m.entries.length ? ['submit'] : []),
    ...(m.status === 'awaiting_review' && m.submitted_by === ask.account.person.name
      ? ['withdraw']
      : []),
    ...(review ? ['accept', 'send_back'] : []),
  ]
}
function problem_may(p: any, ask: Ask): string[] {
  const mine = p.application?.by === ask.account.person.name
  const waiting = p.status === 'awaiting_review'
  const open = p.status === 'under_way' || p.status === 'sent_back'
  return [
    ...(office(ask) && p.status !== 'struck_off' ? ['edit'] : []),
    ...(p.status === 'unclaimed' ? ['claim'] : []),
    ...(open && measures_of(p).every(finished) ? ['apply'] : []),
    ...(waiting && mine ? ['withdraw'] : []),
    ...(waiting && office(ask) && !mine ? ['strike_off', 'send_back'] : []),
    ...(p.status === 'struck_off' && office(ask) && !p.successor ? ['open_successor'] : []),
  ]
}
const derived = (row: any, closed: boolean) => ({
  due_on: row.deadline.date,
  days_left: closed ? null : days(row.deadline.date),
  tier: tier(row, closed),
})
function measure_row(m: any, ask: Ask): any {
  const {
    programme: _,
    links: __,
    entries,
    submitted_by: ___,
    refusals: ____,
    steps: _____,
    problem: p,
    ...row
  } = m
  const last = entries[entries.length - 1]
  return {
    ...row,
    area: p.area,
    ...derived(m, finished(m)),
    may: measure_may(m, ask),
    problem: {
      id: p.id,
      number: p.number,
      printed_number: p.printed_number,
      text: p.text,
      status: p.status,
    },
    progress: last ? { percent: last.percent, text: last.text, at: last.at } : null,
  }
}
function problem_row(p: any, ask: Ask): any {
  const all = measures_of(p)
  return {
    id: p.id,
    number: p.number,
    printed_number: p.printed_number,
    text: p.text,
    status: p.status,
    version: p.version,
    area: p.area,
    responsibility: p.responsibility,
    deadline: p.deadline,
    updated_at: p.updated_at,
    imported: p.imported,
    ...derived(p, p.status === 'struck_off'),
    may: problem_may(p, ask),
    measures: {
      total: all.length,
      done: all.filter((m: any) => m.status === 'done').length,
      long_term: all.filter((m: any) => m.status === 'long_term').length,
    },
  }
}
const brief = (id: string) => {
  const one = find(world.programmes, id)
  return { id, title: one.title }
}
export function problem_full(p: any, ask: Ask): any {
  return {
    ...problem_row(p, ask),
    programme: brief(p.programme),
    goal: p.goal,
    manifestations: p.manifestations,
    measures: measures_of(p).map((m: any) => ({
      ...measure_row(m, ask),
      manifestation_ids: m.manifestation_ids,
      also_serves: [],
    })),
    source: p.source,
    application: p.application,
    strike_off: p.strike_off,
    predecessor: p.predecessor,
    successor: p.successor,
    refusals: p.refusals,
    steps: p.steps,
  }
}
const measure_full = (m: any, ask: Ask) => ({
  ...measure_row(m, ask),
  programme: brief(m.programme),
  manifestation_ids: m.manifestation_ids,
  also_serves: [],
  entries: m.entries,
  refusals: m.refusals,
  steps: m.steps,
})
function touch(row: any, ask: Ask, act: string, change: any): void {
  const changes = Object.entries(change).map(([field, fresh]) => ({
    field,
    old: row[field],
    new: fresh,
  }))
  Object.assign(row, change, { version: row.version + 1, updated_at: now() })
  if (change.status)
    row.steps.push({ status: change.status, at: now(), by: ask.account.person.name })
  ;(world.history[row.id] ??= []).unshift({
    at: now(),
    by: ask.account.person.name,
    act,
    version: row.version,
    changes,
  })
}
function fresh_row(list: any[], id: string, version: unknown): any {
  const row = find(list, id)
  if (Number(version) !== row.version)
    throw no(409, 'somebody_else_changed_it', '', { version: row.version })
  return row
}
const allowed = (may: string[], act: string) => {
  if (!may.includes(act)) throw no(409, 'state_does_not_allow_it')
}

function counts(id: string): any {
  const problems = world.problems.filter((p: any) => p.programme === id)
  const all = world.measures.filter((m: any) => m.programme === id)
  const count = (test: (m: any) => boolean) => all.filter(test).length
  return {
    areas: world.areas.filter((a: any) => a.programme === id).length,
    problems: problems.length,
    measures: all.length,
    struck_off: problems.filter((p: any) => p.status === 'struck_off').length,
    measures_done: count((m) => m.status === 'done'),
    long_term: count((m) => m.status === 'long_term'),
    overdue: count((m) => tier(m, finished(m)) === 'overdue'),
    due_soon: count((m) => tier(m, finished(m)) === 'due_soon'),
    awaiting_review: count((m) => m.status === 'awaiting_review'),
    problems_awaiting_review: 0,
    time_used_percent: 85,
  }
}
const programme_shown = (one: any, ask: Ask) => ({
  required_evidence: { measure: [], problem: [] },
  ...one,
  counts: counts(one.id),
  may: office(ask) ? ['import_plan', 'edit_ledger', 'export_ledger'] : ['export_ledger'],
})

const order: Record<string, (row: any) => any> = {
  number: (row) => (row.problem ? row.problem.number * 1000 : 0) + row.number,
  due_on: (row) => row.due_on ?? '9999',
  status: (row) => row.status,
  unit: (row) => row.responsibility.lead_units[0]?.name ?? '',
  updated_at: (row) => row.updated_at,
}
function list(ask: Ask): any {
  const q = ask.query
  const get = (key: string) => q.get(key) ?? ''
  const measures = get('view') !== 'problems'
  let rows = measures
    ? world.measures
        .filter((m: any) => m.programme === get('programme'))
        .map((m: any) => measure_row(m, ask))
    : world.problems
        .filter((p: any) => p.programme === get('programme'))
        .map((p: any) => problem_row(p, ask))
  if (ask.account.role === 'responsible_unit')
    rows = rows.filter((row: any) =>
      Object.values(row.responsibility)
        .flat()
        .some((h: any) => h.id === ask.account.unit.id),
    )
  const keep = (key: string, test: (row: any, value: string) => boolean) => {
    if (get(key)) rows = rows.filter((row: any) => test(row, get(key)))
  }
  keep('status', (row, v) => v.split(',').includes(row.status))
  keep('kind', (row, v) => v.split(',').includes(row.deadline.kind))
  keep('tier', (row, v) => v.split(',').includes(row.tier))
  keep('area', (row, v) => row.area.id === v)
  keep('unit', (row, v) =>
    Object.values(row.responsibility)
      .flat()
      .some((h: any) => h.id === v),
  )
  keep('due_from', (row, v) => row.due_on && row.due_on >= v)
  keep('due_to', (row, v) => row.due_on && row.due_on <= v)
  keep('q', (row, v) => (row.text + (row.problem?.text ?? '')).includes(v))
  const sort = get('sort') || 'number'
  const by = order[sort.replace('-', '')]!
  rows.sort(
    (a: any, b: any) =>
      (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : a.number - b.number) * (sort[0] === '-' ? -1 : 1),
  )
  const size = Number(get('page_size') || 50)
  const page = Number(get('page') || 1)
  return {
    rows: rows.slice((page - 1) * size, page * size),
    total: rows.length,
    page,
    page_size: size,
  }
}

type Step = (ask: Ask, row: any) => any
const on_measure = (act: string, step: Step) => (ask: Ask, id?: string) => {
  const m = fresh_row(world.measures, id!, ask.body?.version ?? ask.query.get('version'))
  allowed(measure_may(m, ask), act)
  touch(m, ask, act, step(ask, m))
  return measure_full(m, ask)
}
const on_problem = (act: string, step: Step) => (ask: Ask, id?: string) => {
  const p = fresh_row(world.problems, id!, ask.body?.version ?? ask.query.get('version'))
  allowed(problem_may(p, ask), act)
  touch(p, ask, act, step(ask, p))
  return problem_full(p, ask)
}
const returned: Step = ({ body, account }, row) => {
  if ([...(body.reason ?? '')].length < 5)
    throw no(422, 'a_reason_says_something', 'reason', { min: 5 })
  row.refusals.push({
    at: now(),
    by: account.person.name,
    reason: body.reason,
    requirement: body.requirement,
  })
  return { status: 'sent_back' }
}
const edit: Step = ({ body: { version: _, ...change } }) => change

/** The home page of the stub knows two kinds of waiting. */
const waiting = (ask: Ask) => {
  const titled = (row: any, id: string) => ({ ...row, programme: brief(id) })
  const review = world.measures.filter((m: any) => m.status === 'awaiting_review' && office(ask))
  const claim = world.problems.filter((p: any) => p.status === 'unclaimed' && !office(ask))
  return {
    reach: ask.query.get('reach') ?? 'unit',
    sections: [
      {
        view: 'measures',
        waiting: 'review',
        held_by: null,
        total: review.length,
        rows: review.slice(0, 5).map((m: any) => titled(measure_row(m, ask), m.programme)),
      },
      {
        view: 'problems',
        waiting: 'claim',
        held_by: null,
        total: claim.length,
        rows: claim.slice(0, 5).map((p: any) => titled(problem_row(p, ask), p.programme)),
      },
    ],
  }
}
export const ledger_routes: Routes = [
  [
    'GET',
    /^\/programmes$/,
    (ask) => {
      const rows = world.programmes.filter((one: any) =>
        one.title.includes(ask.query.get('q') ?? ''),
      )
      return { rows: rows.map((one: any) => programme_shown(one, ask)), total: rows.length }
    },
  ],
  [
    'POST',
    /^\/programmes$/,
    (ask) => {
      const b = ask.body
      const unit = find(world.units, b.inspected_unit_id)
      const made = programme(b.title, unit, {
        id: b.id,
        round_name: b.round_name,
        feedback_on: b.feedback_on,
        concentrated_end_on: b.concentrated_end_on,
        inspection: {
          name: b.inspection_name,
          kind: b.inspection_kind,
          inspecting_body: b.inspecting_body,
        },
      })
      world.programmes.unshift(made)
      return programme_shown(made, ask)
    },
  ],
  [
    'GET',
    /^\/programmes\/([^/]+)$/,
    (ask, id) => programme_shown(find(world.programmes, id!), ask),
  ],
  [
    'GET',
    /^\/programmes\/([^/]+)\/areas$/,
    (_, id) => ({ rows: world.areas.filter((area: any) => area.programme === id) }),
  ],
  ['GET', /^\/ledger$/, list],
  ['GET', /^\/waiting$/, waiting],
  ['GET', /^\/messages$/, () => ({ rows: [], total: 0, unread: 0 })],
  ['GET', /^\/messages\/unread$/, () => ({ unread: 0 })],
  ['GET', /^\/problems\/([^/]+)$/, (ask, id) => problem_full(find(world.problems, id!), ask)],
  ['GET', /^\/measures\/([^/]+)$/, (ask, id) => measure_full(find(world.measures, id!), ask)],
  [
    'GET',
    /^\/(?:problems|measures)\/([^/]+)\/history$/,
    (_, id) => ({ rows: world.history[id!] ?? [] }),
  ],
  [
    'GET',
    /^\/(?:problems|measures)\/([^/]+)\/evidence$/,
    () => ({ file_bytes_max: 200 << 20, may: [], required: [], rows: [] }),
  ],
  ['PATCH', /^\/problems\/([^/]+)$/, on_problem('edit', edit)],
  ['PATCH', /^\/measures\/([^/]+)$/, on_measure('edit', edit)],
  ['PUT', /^\/problems\/([^/]+)\/claim$/, on_problem('claim', () => ({ status: 'under_way' }))],
  [
    'PUT',
    /^\/problems\/([^/]+)\/application$/,
    on_problem('apply', ({ body: { version: _, ...body }, account }) => ({
      application: { ...body, at: now(), by: account.person.name },
      status: 'awaiting_review',
    })),
  ],
  [
    'DELETE',
    /^\/problems\/([^/]+)\/application$/,
    on_problem('withdraw', () => ({ status: 'under_way', application: null })),
  ],
  [
    'PUT',
    /^\/problems\/([^/]+)\/strike-off$/,
    on_problem('strike_off', ({ body, account }, p) => ({
      status: 'struck_off',
      strike_off: {
        slip_number: '样例销〔2026〕' + p.number + '号',
        at: now(),
        by: account.person.name,
        applied_by: p.application.by,
        opinion: body.opinion,
        imported: false,
      },
    })),
  ],
  ['PUT', /^\/problems\/([^/]+)\/return$/, on_problem('send_back', returned)],
  [
    'POST',
    /^\/problems\/([^/]+)\/successor$/,
    (ask, id) => {
      const p = find(world.problems, id!)
      const n = world.problems.length + 1
      const made = {
        ...p,
        id: ask.body.id,
        number: n,
        text: ask.body.text,
        status: 'unclaimed',
        version: 1,
        application: null,
        strike_off: null,
        predecessor: { id: p.id, number: p.number },
        steps: [{ status: 'unclaimed', at: now(), by: ask.account.person.name }],
      }
      world.problems.push(made)
      p.successor = { id: made.id, number: n }
      return problem_full(made, ask)
    },
  ],
  [
    'POST',
    /^\/measures\/([^/]+)\/entries$/,
    (ask, id) => {
      const m = find(world.measures, id!)
      allowed(measure_may(m, ask), 'report')
      m.entries.push({ ...ask.body, at: now(), by: ask.account.person.name })
      touch(m, ask, 'report', m.status === 'not_started' ? { status: 'under_way' } : {})
      return measure_full(m, ask)
    },
  ],
  [
    'PUT',
    /^\/measures\/([^/]+)\/submission$/,
    on_measure('submit', ({ account }, m) => {
      m.submitted_by = account.person.name
      return { status: 'awaiting_review' }
    }),
  ],
  [
    'DELETE',
    /^\/measures\/([^/]+)\/submission$/,
    on_measure('withdraw', () => ({ status: 'under_way' })),
  ],
  [
    'PUT',
    /^\/measures\/([^/]+)\/acceptance$/,
    on_measure('accept', ({ body }) => ({ status: body.outcome })),
  ],
  ['PUT', /^\/measures\/([^/]+)\/return$/, on_measure('send_back', returned)],
]
