// Encryption at rest as people meet it, on a program of its own: those who are cleared read, search and look at
// files as ever; the auditor sees that it is on; what somebody changed in the folder is refused in plain words.
import assert from 'node:assert/strict'
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  administrator,
  auditor,
  Client,
  new_id,
  password,
  security_administrator,
  start_program,
} from './program.mjs'
import {
  accessible,
  desk,
  leave,
  lower_curtain,
  phone,
  picture,
  raise_curtain,
  window_of,
} from './stage.mjs'

const secret = '线索移交纪检机关办理'
const key = join(tmpdir(), `zhenggai-seal-${process.pid}.key`)

/** Every file below a folder. */
const files_in = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile())

describe('what is restricted and sealed', { concurrency: false }, () => {
  let program
  let problem
  before(raise_curtain)
  before(async () => {
    writeFileSync(key, '5a'.repeat(32) + '\n', { mode: 0o600 })
    program = await start_program(process.env.ZHENGGAI_PROGRAM, () => ({
      ZHENGGAI_SEAL_RESTRICTED: 'on',
      ZHENGGAI_SEAL_KEY_FILE: key,
    }))
    await guard_a_problem()
  })
  after(async () => {
    await program?.stop()
    rmSync(key, { force: true })
    await lower_curtain()
  })

  const client = (account) => new Client(program.base).sign_in(account, password)
  async function as(account, viewport = desk) {
    const page = await window_of(viewport, [program.base])
    await page.goto(program.base + '/')
    await page.getByLabel('账号').fill(account)
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    return page
  }
  async function clear(name) {
    const security = await client(security_administrator)
    const { rows } = await security.ask('GET', '/grants?page_size=200')
    const account = rows.find((row) => row.name === name)
    const change = {
      id: new_id(),
      account_id: account.id,
      version: account.version,
      role: account.role,
      parts: [],
      guards: ['clues'],
      reason: '负责问题线索类内容',
    }
    await security.ask('POST', '/permission-changes', change)
    const decision = { agree: true, note: '' }
    const other = await client(administrator)
    await other.ask('PUT', `/permission-changes/${change.id}/decision`, decision)
  }
  async function guard_a_problem() {
    await clear('zhangjing')
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', '/ledger?view=problems')
    problem = rows.find((row) => row.status === 'under_way')
    const { version } = await office.ask('PATCH', `/problems/${problem.id}`, {
      version: problem.version,
      text: secret,
    })
    const guards = { version, guards: ['clues'] }
    await office.ask('PUT', `/problems/${problem.id}/guards`, guards)
    const name = encodeURIComponent('谈话笔录.txt')
    await office.ask(
      'POST',
      `/problems/${problem.id}/evidence?id=${new_id()}&name=${name}&kind=minutes`,
      new TextEncoder().encode('谈话笔录\n第一页'),
    )
  }

  it('is read, found and looked at by whoever is cleared for it', async () => {
    const page = await as('zhangjing')
    await page.goto(`${program.base}/ledger?view=problems&q=${encodeURIComponent('纪检机关')}`)
    await page.getByText('共 1 条', { exact: true }).waitFor()
    await page.getByText(secret).first().waitFor()
    await picture(page, '95-sealed-found')
    await page.goto(`${program.base}/problems/${problem.id}`)
    await page.getByText(secret).first().waitFor()
    await page.getByText('谈话笔录.txt').first().waitFor()
    await picture(page, '96-sealed-problem')
    await leave(page)
  })

  it('is known to be so by the auditor', async () => {
    for (const viewport of [desk, phone]) {
      const page = await as(auditor, viewport)
      await page.goto(program.base + '/journal/integrity')
      await page.getByText('加密存储：已启用').waitFor()
      await picture(page, viewport === desk ? '97-sealing' : '97-sealing-phone')
      await accessible(page, 'sealing')
      await leave(page)
    }
  })

  it('is refused in plain words when somebody changed it in the folder', async () => {
    const folder = join(program.data, 'evidence')
    for (const file of files_in(folder)) {
      const bytes = readFileSync(file)
      if (!bytes.subarray(0, 7).equals(Buffer.from('ZGSEAL1'))) continue
      bytes[bytes.length - 1] ^= 1
      chmodSync(file, 0o600)
      writeFileSync(file, bytes)
    }
    const page = await as('zhangjing')
    await page.goto(`${program.base}/problems/${problem.id}`)
    await page.getByRole('button', { name: '预览' }).first().click()
    await page.getByText('已被改动或移动').first().waitFor()
    await picture(page, '98-sealed-broken')
    page.faults = page.faults.filter((one) => !one.includes('status of 503'))
    await leave(page)
    assert.match(program.said(), /sealed content was changed or moved/)
  })
})
