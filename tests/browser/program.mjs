// The program as the stories need it: started from its file on an empty folder and a free port, with the invented
// district of "zhenggai sample" in it. Knows no page.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const password = 'Yuliu-Qiao.7294'
export const administrator = 'fangwei'
export const security_administrator = 'luoyan'
/** One of the sample's people. */
export const auditor = 'wumin'
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

/** Runs one command of the program to its end and gives what it said. */
function command(file, data, ...words) {
  const done = spawnSync(file, [...words, '--data-dir', data], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stdout}${done.stderr}`)
  return done.stdout
}

async function until_it_answers(base, child, said) {
  const until = Date.now() + start_ms_max
  for (;;) {
    const healthy = await fetch(`${base}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    if (child.exitCode !== null || Date.now() > until)
      throw new Error('the program does not answer: ' + said())
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Fills an empty folder with the sample district and an administrator, and starts the program on it. Everybody's
 *  password is `password`; `more` are settings besides, made from the address. `cut()` ends the program as a power cut
 *  does, `resume()` starts it again on what it left; `stop()` ends it and removes the folder. */
export async function start_program(file, more = () => ({})) {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-browser-'))
  const data = join(folder, 'data')
  const log = join(folder, 'log.txt')
  command(file, data, 'sample', '--password', password)
  const opened = command(
    file,
    data,
    'user',
    'add',
    administrator,
    '--person',
    '管理员',
    '--role',
    'system_admin',
  )
  const security = command(
    file,
    data,
    'user',
    'add',
    security_administrator,
    '--person',
    '安全员',
    '--role',
    'security_admin',
  )
  const base = `http://127.0.0.1:${await free_port()}`
  const out = openSync(log, 'a')
  // Mails and webhooks are offered, but nobody listens there: they wait in their queues.
  const mail = ['--smtp-url', 'smtp://127.0.0.1:9', '--mail-from', 'zg@example.cn']
  const flags = ['serve', '--data-dir', data, '--listen', base.replace('http://', ''), ...mail]
  const env = { ZHENGGAI_WEBHOOK_HOSTS: '127.0.0.1:9', ...process.env, ...more(base) }
  const said = () => readFileSync(log, 'utf8')
  let child, ended
  const begin = () => {
    child = spawn(file, flags, { stdio: ['ignore', out, out], env })
    ended = new Promise((done) => child.once('exit', done))
  }
  const end = async (signal) => {
    child.kill(signal)
    await ended
  }
  const cut = () => end('SIGKILL')
  const resume = async () => {
    begin()
    await until_it_answers(base, child, said)
  }
  const stop = async () => {
    await end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  begin()
  try {
    await until_it_answers(base, child, said)
    const first = /初始密码：(\S+)/.exec(opened)[1]
    await (await new Client(base).sign_in(administrator, first)).choose_password(first, password)
    const second = /初始密码：(\S+)/.exec(security)[1]
    await (
      await new Client(base).sign_in(security_administrator, second)
    ).choose_password(second, password)
    const office = await new Client(base).sign_in('zhangjing', password)
    const { rows } = await office.ask('GET', '/units')
    const units = Object.fromEntries(rows.map((unit) => [unit.name, unit.id]))
    return { base, data, units, said, cut, resume, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
