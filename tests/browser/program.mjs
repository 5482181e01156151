// The program as the stories need it: started from its file on an empty folder and a free port, with an invented
// district in it. Nobody and nothing in it exists. Knows no page.
import { spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const password = 'Yuliu-Qiao.7294'
const start_ms_max = 20_000

export function new_id() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const now = Date.now().toString(16).padStart(12, '0')
  for (let i = 0; i < 6; i++) bytes[i] = parseInt(now.slice(2 * i, 2 * i + 2), 16)
  bytes[6] = 0x70 | (bytes[6] & 0x0f)
  bytes[8] = 0x80 | (bytes[8] & 0x3f)
  const hex = Buffer.from(bytes).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** One person's connection to the interface, for setting a stage quickly. */
export class Client {
  constructor(base) {
    this.base = base
    this.cookie = ''
    this.token = ''
  }
  async ask(method, path, body) {
    const raw = body instanceof Uint8Array
    const headers = { cookie: this.cookie, 'x-csrf-token': this.token }
    if (body !== undefined)
      headers['content-type'] = raw ? 'application/octet-stream' : 'application/json'
    const payload = body === undefined || raw ? body : JSON.stringify(body)
    const answer = await fetch(`${this.base}/api/v1${path}`, {
      method,
      headers,
      body: payload,
    })
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('zhenggai_session='))
    if (cookie) this.cookie = cookie.split(';')[0]
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text ? JSON.parse(text) : undefined
  }
  async sign_in(account, secret) {
    this.token = (await this.ask('POST', '/session', { account, password: secret })).csrf
    return this
  }
  async choose_password(old, fresh) {
    this.token = (await this.ask('PUT', '/session/password', { old, new: fresh })).csrf
    return this
  }
}

const free_port = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })

/** Starts the program; `stop()` ends it and removes its folder. */
export async function start_program(file) {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-browser-'))
  const log = join(folder, 'log.txt')
  const port = await free_port()
  const out = openSync(log, 'a')
  const flags = ['serve', '--data-dir', join(folder, 'data'), '--listen', `127.0.0.1:${port}`]
  const child = spawn(file, flags, { stdio: ['ignore', out, out] })
  const base = `http://127.0.0.1:${port}`
  const ended = new Promise((done) => child.once('exit', done))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const said = () => readFileSync(log, 'utf8')
  const until = Date.now() + start_ms_max
  for (;;) {
    const healthy = await fetch(`${base}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return { base, said, stop }
    if (child.exitCode !== null || Date.now() > until) {
      const words = said()
      await stop()
      throw new Error('the program does not answer: ' + words)
    }
    await new Promise((done) => setTimeout(done, 50))
  }
}

const units = [
  ['云岭区委', 'party_organisation', null],
  ['云岭区财政局', 'department', '云岭区委'],
  ['预算科', 'section', '云岭区财政局'],
  ['国库科', 'section', '云岭区财政局'],
  ['资产科', 'section', '云岭区财政局'],
  ['机关党委', 'section', '云岭区财政局'],
  ['办公室', 'section', '云岭区财政局'],
  ['云岭区青石镇', 'township', '云岭区委'],
]
const people = [
  ['zhangjing', '张静', 'rectification_office', '云岭区委'],
  ['wanglei', '王磊', 'rectification_office', '云岭区委'],
  ['liqiang', '李强', 'responsible_unit', '云岭区财政局'],
  ['zhaojuan', '赵娟', 'responsible_unit', '云岭区青石镇'],
]

/** Opens the district's units and accounts; everybody has chosen `password`. Returns the ids of units by name. */
export async function settle(base, said) {
  const account = /账号：(\S+)/.exec(said)[1]
  const first = /初始密码：(\S+)/.exec(said)[1]
  const admin = await (
    await new Client(base).sign_in(account, first)
  ).choose_password(first, password)
  const ids = {}
  for (const [name, kind, parent] of units) {
    ids[name] = new_id()
    const parent_id = parent ? ids[parent] : null
    await admin.ask('POST', '/units', {
      id: ids[name],
      name,
      short_name: '',
      kind,
      parent_id,
    })
  }
  for (const [name, person_name, role, unit] of people) {
    const wanted = {
      id: new_id(),
      name,
      person_name,
      role,
      unit_id: ids[unit],
    }
    const { initial_password } = await admin.ask('POST', '/accounts', wanted)
    const owner = await new Client(base).sign_in(name, initial_password)
    await owner.choose_password(initial_password, password)
  }
  return { administrator: account, units: ids }
}
