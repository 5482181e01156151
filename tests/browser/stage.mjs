// What every story stands on: a browser, people signed in, pictures, and eyes for what must never happen (a
// message on the console, a request that leaves the machine, a serious finding of axe).
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  administrator,
  auditor,
  Client,
  new_id,
  password,
  security_administrator,
} from './program.mjs'

const project = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(join(project, 'web', 'package.json'))
const { chromium } = require('playwright-core')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const pictures = process.env.ZHENGGAI_PICTURES || join(project, 'build', 'screenshots')
mkdirSync(pictures, { recursive: true })

export const { base, units } = JSON.parse(process.env.ZHENGGAI_STAGE)
export const plan_file = fileURLToPath(new URL('plan.txt', import.meta.url))
export const desk = { width: 1366, height: 768 }
export const phone = { width: 360, height: 740 }

/** So many days from today, as it is in China. */
export const day = (days) =>
  new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10)

/** No page is scrolled sideways on a telephone. */
export async function narrow_enough(page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(width <= phone.width, `the page is ${width} wide`)
}

/** Types a name into a field that looks persons up, and takes the first one found. */
export async function pick(page, field, name) {
  await field.click()
  await page.keyboard.type(name)
  // Every picker keeps a list of its own; only one is open.
  const option = page.locator('[role=option]:visible', { hasText: name }).first()
  await option.waitFor()
  await option.click()
  await option.waitFor({ state: 'hidden' })
}
export { administrator, auditor, new_id, password, security_administrator }

const flags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--force-color-profile=srgb',
]
let browser
export async function raise_curtain() {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: flags,
  })
}
export const lower_curtain = () => browser.close()

/** The browser logs every refused request; those are answers, not faults of a page. */
const is_an_answer = (text) =>
  /the server responded with a status of (401|403|404|409|413|415|422|429)/.test(text)

/** A window of its own, nobody signed in. `page.faults` collects what must stay empty. */
export async function window_of(viewport = desk, ours = [base]) {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.faults = []
  page.on('pageerror', (error) => page.faults.push('error: ' + error.message))
  page.on('console', (message) => {
    const bad = message.type() === 'error' || message.type() === 'warning'
    if (bad && !is_an_answer(message.text())) page.faults.push('console: ' + message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!ours.some((one) => url.startsWith(one)) && !/^(data|blob):/.test(url))
      page.faults.push('left the machine: ' + url)
  })
  return page
}

/** Signs in through the page. */
export async function as(account, viewport = desk) {
  const page = await window_of(viewport)
  await page.goto(base + '/')
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}

/** Closes the window, and fails when anything was wrong in it. */
export async function leave(page) {
  await page.context().close()
  assert.deepEqual(page.faults, [])
}

export async function picture(page, name) {
  await page.waitForTimeout(350) // let layers finish opening
  await page.screenshot({ path: join(pictures, name + '.png') })
}
export const paper = (page, name) =>
  page.pdf({ path: join(pictures, name + '.pdf'), preferCSSPageSize: true })

/** No serious finding of axe on what is shown now. */
export async function accessible(page, name) {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
    const report = await globalThis.axe.run(document, { runOnly: tags })
    return report.violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
  })
  assert.deepEqual(found, [], name)
}

/** Somebody's connection to the interface, to prepare what a story is not about. */
export const client = (account) => new Client(base).sign_in(account, password)

/** The problem of the sample plan that has these words, taken on by the finance bureau's liaison. */
export async function claimed_problem(programme, words) {
  const unit = await client('liqiang')
  const { rows } = await unit.ask('GET', `/ledger?programme=${programme}&view=problems`)
  const found = rows.find((row) => row.text.includes(words))
  const problem = await unit.ask('GET', `/problems/${found.id}`)
  await unit.ask('PUT', `/problems/${problem.id}/claim`, { version: problem.version })
  return problem
}

/** Clears an account for exactly these restricted classes, as two administrators do. */
export async function clear(name, guards, reason) {
  const security = await client(security_administrator)
  const { rows } = await security.ask('GET', '/grants?page_size=200')
  const { id: account_id, version, role } = rows.find((row) => row.name === name)
  const id = new_id()
  const change = { id, account_id, version, role, parts: [], guards, reason }
  await security.ask('POST', '/permission-changes', change)
  const second = await client(administrator)
  await second.ask('PUT', `/permission-changes/${id}/decision`, { agree: true, note: '' })
}

/** One report on a measure; `more` is what differs from a plain one. */
export const report = (who, measure, more = {}) =>
  who.ask('POST', `/measures/${measure}/entries`, {
    id: new_id(),
    text: '制度已经修订并印发，正在逐条核对执行情况。',
    percent: 100,
    evidence_note: '',
    results: [],
    ...more,
  })

/** Reports that a measure is done and hands it in for review. */
export async function hand_in(who, measure, more = {}) {
  await report(who, measure, more)
  const { version } = await who.ask('GET', `/measures/${measure}`)
  await who.ask('PUT', `/measures/${measure}/submission`, { version })
}

/** A programme of the finance bureau; with the sample plan in its ledger when asked. */
export async function programme(title, { with_plan = false } = {}) {
  const office = await client('zhangjing')
  const id = new_id()
  await office.ask('POST', '/programmes', {
    id,
    title,
    inspected_unit_id: units['云岭区财政局'],
    inspection_name: '五届云岭区委第二轮巡察',
    inspection_kind: 'regular',
    inspecting_body: '区委第一巡察组',
    round_name: '第二轮',
    feedback_on: '2026-03-02',
    concentrated_end_on: '2099-06-30',
  })
  if (with_plan) {
    const name = encodeURIComponent('整改方案（样例）.txt')
    const read = await office.ask(
      'POST',
      `/imports?programme=${id}&name=${name}`,
      readFileSync(plan_file),
    )
    const { version } = await office.ask('GET', `/imports/${read.id}`)
    await office.ask('PUT', `/imports/${read.id}/confirmation`, {
      version,
      create_units: false,
    })
  }
  return id
}
