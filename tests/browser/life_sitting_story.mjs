// A life meeting that sits: arranged, opened with enough people, run on two screens at once, recorded by two recorders
// while the server goes down and a browser is killed, closed; then its lists into the ledger, its report, what is sent
// and filed. Who has no part in it sees nothing of it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Client, new_id, password, start_program } from './program.mjs'
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

const require = createRequire(
  join(fileURLToPath(new URL('../..', import.meta.url)), 'web', 'package.json'),
)
const { chromium } = require('playwright-core')
const part = (page, name) => page.getByRole('region', { name })
const seen_ms_max = 300

const killers = []
/** A browser with a profile on the disk, which can be killed as a power cut does and begun again on what it left. */
async function browser_on(profile) {
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
  const child = spawn('/usr/bin/chromium', [
    ...flags,
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    '--lang=zh-CN',
    'about:blank',
  ])
  const address = await new Promise((done, failed) => {
    child.once('exit', () => failed(new Error('chromium did not start')))
    child.stderr.on('data', (text) => {
      const found = /DevTools listening on (ws:\S+)/.exec(String(text))
      if (found) done(found[1])
    })
  })
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  const page = await context.newPage()
  await page.setViewportSize(desk)
  page.setDefaultTimeout(15_000)
  const kill = async () => {
    if (child.signalCode || child.exitCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await gone
  }
  killers.push(kill)
  return { page, kill }
}

const prepared = {
  matter: '4月16日送签的预算调整方案。',
  problem: '会签文件在手里压了九天。',
  advice: '',
}

describe('a life meeting that sits', { concurrency: false }, () => {
  let program, id, meeting, people
  const profile = mkdtempSync(join(tmpdir(), 'zhenggai-recorder-'))
  const client = (account) => new Client(program.base).sign_in(account, password)
  const address = (tab) => `${program.base}/programmes/${id}/life-meetings/${meeting}/${tab}`

  async function sign_in(page, account) {
    await page.goto(program.base + '/')
    await page.getByLabel('账号').fill(account)
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  }
  async function as(account, tab = 'sitting', viewport = desk) {
    const page = await window_of(viewport, [program.base])
    await sign_in(page, account)
    await page.goto(address(tab))
    return page
  }
  /** A meeting of today with the people of the sample's, two recorders with accounts among them. */
  async function call_meeting() {
    const office = await client('zhangjing')
    const { rows: programmes } = await office.ask('GET', '/programmes')
    id = programmes.find((one) => one.title.includes('财政局')).id
    const { rows } = await office.ask('GET', `/programmes/${id}/life-meetings`)
    const sample = await office.ask('GET', `/life-meetings/${rows[0].id}`)
    const { rows: named } = await office.ask('GET', `/persons?q=${encodeURIComponent('赵娟')}`)
    people = sample.participants.map(({ part: as_what, name, title, person_id }) => ({
      id: new_id(),
      part: as_what,
      name,
      title,
      person_id,
    }))
    const second = people.filter((one) => one.part === 'recorder').at(-1)
    Object.assign(second, { name: '赵娟', person_id: named[0].id })
    meeting = new_id()
    const { theme, basis, focus, sessions, length, place, begins_at, demands } = sample
    const plan = {
      theme,
      basis,
      focus,
      sessions,
      length,
      place,
      begins_at,
      demands,
    }
    await office.ask('POST', `/programmes/${id}/life-meetings`, {
      ...plan,
      id: meeting,
      title: '巡察整改专题民主生活会（现场）',
      held_on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
      contact_leader: sample.contact_leader,
      participants: people,
      duties: [
        { kind: 'draft', who: '办公室' },
        { kind: 'record', who: '李强' },
      ],
    })
    // Approval and notice, told by another story, through their endpoints.
    const at = `/life-meetings/${meeting}`
    const act = async (account, what, body) => {
      const who = await client(account)
      const { version } = await who.ask('GET', at)
      await who.ask('PUT', `${at}/${what}`, { version, ...body })
    }
    const agree = (account, seat) =>
      act(account, 'review', { seat, verdict: 'agreed', words: '同意', said_by: '' })
    await act('zhangjing', 'submission', {})
    await agree('wanglei', 'office')
    await agree('wukai', 'contact_leader')
    await agree('fenglei', 'inspection_office')
    await agree('qianlan', 'organisation_department')
    await agree('zhengqing', 'discipline_office')
    await act('zhangjing', 'calling', {})
    const of = (name) => people.find((one) => one.name === name).id
    const lin_xiao = await client('linxiao')
    await lin_xiao.ask('POST', `${at}/criticisms`, {
      ...prepared,
      id: new_id(),
      about_id: of('韩征'),
    })
  }
  before(raise_curtain)
  before(async () => {
    program = await start_program(process.env.ZHENGGAI_PROGRAM)
    await call_meeting()
  })
  after(async () => {
    for (const kill of killers) await kill()
    await program?.stop()
    await lower_curtain()
    rmSync(profile, { recursive: true, force: true })
  })

  it('has an order of speaking that follows from who takes part', async () => {
    const page = await as('zhangjing')
    await page.getByRole('button', { name: '拟出议程' }).click()
    await page.getByText('议程已保存').waitFor()
    await page.getByText('全部 65 项').click()
    await page.getByText('韩征同志作对照检查').first().waitFor()
    await picture(page, 'life-sitting-01-agenda')
    await accessible(page, 'the order of speaking')
    await page.getByRole('button', { name: '调整议程' }).click()
    await page.getByRole('button', { name: '上移：韩征同志代表班子作对照检查' }).waitFor()
    await page.getByRole('button', { name: '下移：韩征同志代表班子作对照检查' }).click()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('先班子后个人：韩征的对照检查应排在班子对照检查之后').waitFor()
    await picture(page, 'life-sitting-02-order-refused')
    await page.getByRole('button', { name: '取消' }).click()
    await leave(page)
  })

  it('opens only with the principal and two thirds of the team', async () => {
    const member = await as('shenmei', 'sitting', phone)
    await member.getByRole('button', { name: '沈梅请假' }).click()
    await member.getByLabel('请假原因').fill('住院手术，医嘱不能参会')
    await member.getByRole('dialog').getByRole('button', { name: '请假', exact: true }).click()
    await member.getByText('请假待批').waitFor()
    await picture(member, 'life-sitting-03-leave-phone')
    await accessible(member, 'asking for leave')
    await leave(member)
    const host = await as('hanzheng')
    await host.getByRole('button', { name: '准假' }).click()
    await host.getByText('韩征批准').waitFor()
    await host.getByRole('button', { name: '韩征签到' }).click()
    await host.getByText('应到 7 人，实到 1 人').waitFor()
    await host.getByText('至少到会 5 人才能开会').waitFor()
    await leave(host)
    const page = await as('liqiang')
    await page.getByRole('button', { name: '宣布开会' }).click()
    await page.getByRole('button', { name: '宣布开会' }).last().click()
    await page.getByText('到会班子成员 1 人，不足三分之二（至少 5 人），不能开会').waitFor()
    await picture(page, 'life-sitting-04-no-quorum')
    for (const name of ['周启明', '周远', '林晓', '何秀兰', '郑建国', '李强', '赵娟']) {
      await page.getByRole('button', { name: `${name}签到` }).click()
      await page.getByRole('button', { name: `${name}签到` }).waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: '宣布开会' }).click()
    await page.getByRole('button', { name: '宣布开会' }).last().click()
    await page.getByText('正在进行').waitFor()
    await leave(page)
  })

  it('is seen on every screen at once', async () => {
    const host = await as('hanzheng')
    const wall = await as('zhouyuan')
    await host.getByText('第 1 项').waitFor()
    await wall.getByText('第 1 项').waitFor()
    await wall.waitForTimeout(1_000) // its stream is open
    const took = []
    for (let at = 2; at <= 10; at++) {
      const seen = wall.evaluate(
        (text) =>
          new Promise((done) => {
            const look = () => document.body.innerText.includes(text) && done(Date.now())
            new MutationObserver(look).observe(document.body, {
              subtree: true,
              childList: true,
              characterData: true,
            })
          }),
        `第 ${at} 项，`,
      )
      const moved = host.evaluate(
        (text) =>
          new Promise((done) => {
            const look = () => document.body.innerText.includes(text) && done(Date.now())
            new MutationObserver(look).observe(document.body, {
              subtree: true,
              childList: true,
              characterData: true,
            })
          }),
        `第 ${at} 项，`,
      )
      await host.getByRole('button', { name: '下一项' }).click()
      took.push((await seen) - (await moved))
    }
    took.sort((a, b) => a - b)
    const median = took[Math.floor(took.length / 2)]
    console.log(`another screen shows the next turn after ${median} ms (median of ${took.length})`)
    assert.ok(median <= seen_ms_max, `${median} ms: ${took}`)
    await wall.getByText('林晓同志对韩征同志提出批评意见').first().waitFor()
    await picture(wall, 'life-sitting-05-running-member')
    await leave(wall)
    await leave(host)
  })

  it('loses nothing of what is said when the server and the browser are gone', async () => {
    const first = await browser_on(profile)
    await sign_in(first.page, 'liqiang')
    await first.page.goto(address('sitting'))
    const record = part(first.page, '会议记录')
    const say = async (problem, reply = '') => {
      await record.getByLabel('指出的问题').fill(problem)
      if (reply) await record.getByLabel('表态').fill(reply)
      await record.getByRole('button', { name: '记下' }).click()
    }
    await say('调度会开了三次，一次没有到现场看账。', '接受，每月到现场一次。')
    await record.getByText('全部已保存到服务器').waitFor()
    await picture(first.page, 'life-sitting-06-record')
    await accessible(first.page, 'writing the record')
    await program.cut()
    await say('对科室迟报没有追问原因。')
    await record.getByText('1 条已存在本机，尚未送到服务器').waitFor()
    await say('征求的意见没有逐条回应。')
    await record.getByText('2 条已存在本机，尚未送到服务器').waitFor()
    await picture(first.page, 'life-sitting-07-unsent')
    await first.kill()
    await program.resume()
    const second = await browser_on(profile)
    await sign_in(second.page, 'liqiang')
    await second.page.goto(address('sitting'))
    const again = part(second.page, '会议记录')
    await again.getByText('全部已保存到服务器').waitFor()
    for (const words of ['调度会开了三次', '对科室迟报没有追问', '征求的意见没有逐条回应'])
      assert.equal(await again.getByText(words).count(), 1, words)
    await second.kill()
  })

  it('takes in what two recorders write of one turn, each in their own entry', async () => {
    const page = await as('zhaojuan')
    const record = part(page, '会议记录')
    await record.getByRole('button', { name: '填入' }).click()
    assert.equal(await record.getByLabel('指出的问题').inputValue(), prepared.problem)
    await record.getByRole('button', { name: '记下' }).click()
    await record.getByText('全部已保存到服务器').waitFor()
    await record.getByRole('button', { name: '改正' }).waitFor()
    assert.equal(await record.getByRole('button', { name: '改正' }).count(), 1, 'only their own')
    await record.getByLabel('建议').fill('希望多到基层走走。')
    await record.getByText('只有建议、希望，没有点出问题').first().waitFor()
    await record.getByRole('button', { name: '记下' }).click()
    await record.getByText('希望多到基层走走。').waitFor()
    await record.getByText('全部已保存到服务器').waitFor()
    await record.getByText('批评意见统计').click()
    await record.getByText('共记录 5 条，批评意见 4 条').waitFor()
    await picture(page, 'life-sitting-08-two-recorders')
    await record.getByText('上次会议整改措施', { exact: true }).click()
    await record.getByText('系统里没有本单位上次民主生活会的整改清单').waitFor()
    await record
      .getByLabel('上次会议的整改措施，一行一项')
      .fill('每半月调度一次\n合并报表，统一口径')
    await record.getByRole('button', { name: '填入第 2 项' }).click()
    assert.equal(
      await record.getByRole('textbox', { name: '上次会议的整改措施', exact: true }).inputValue(),
      '合并报表，统一口径',
    )
    await picture(page, 'life-sitting-08b-last-year')
    await record.getByRole('textbox', { name: '上次会议的整改措施', exact: true }).fill('')
    await record.getByText('批评意见', { exact: true }).first().click()
    await leave(page)
    const office = await as('zhangjing')
    await office.getByText('会议记录会上只供到会的班子成员和记录人查看').waitFor()
    assert.equal(await office.getByText('会签文件').count(), 0)
    await leave(office)
    const stranger = await as('xiaowen')
    await stranger.getByText('没有这次民主生活会').waitFor()
    await leave(stranger)
  })

  it('is closed, and what comes too late is a remark', async () => {
    const late = await as('zhaojuan')
    await late.route('**/record/entries', (route) => route.abort())
    const writing = part(late, '会议记录')
    await writing.getByLabel('指出的问题').fill('两次接访让科长代替。')
    await writing.getByRole('button', { name: '记下' }).click()
    await writing.getByText('1 条已存在本机').waitFor()
    const page = await as('liqiang')
    await page.getByRole('button', { name: '宣布散会' }).click()
    await page.getByRole('button', { name: '宣布散会' }).last().click()
    await page.getByText('已散会，记录已封存').waitFor()
    await page.getByText('与封存时一致').waitFor()
    await picture(page, 'life-sitting-09-closed')
    await accessible(page, 'a closed record')
    await leave(page)
    late.faults.length = 0 // requests that the story itself stopped
    await late.unroute('**/record/entries')
    await writing.getByText('会议记录已经封存，不能再记').waitFor()
    await picture(late, 'life-sitting-10-too-late')
    await writing.getByRole('button', { name: '改作补记' }).click()
    await late.getByText('已补记。').waitFor()
    await writing.getByText('林晓 → 韩征；两次接访让科长代替。').waitFor()
    late.faults.length = 0
    await leave(late)
  })

  it('leads to lists that stand in the ledger, to a report and to packages with their days', async () => {
    const page = await as('zhangjing', 'afterwards')
    const lists = part(page, '整改清单')
    const add = async (owner, source, problem, measure) => {
      await lists.getByRole('button', { name: '列出一条' }).click()
      const dialog = page.getByRole('dialog', { name: '清单条目' })
      if (owner) {
        await dialog.locator('.el-select').first().click()
        await page.getByRole('option', { name: owner, exact: true }).click()
      }
      await dialog.getByText(source, { exact: true }).click()
      await dialog.getByLabel('查摆的问题').fill(problem)
      await dialog.getByLabel('整改措施').fill(measure)
      await dialog.getByLabel('完成时限').fill('2099-03-31')
      await page.keyboard.press('Enter')
      await dialog.getByRole('button', { name: '保存' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    await add('', '会前征求意见', '整改责任传导不到底', '每半月调度一次，会前到现场核对。')
    await add('周远', '会上批评意见', '会签文件压件', '会签件当日办结，每周通报。')
    await picture(page, 'life-sitting-11-lists')
    await accessible(page, 'lists after the meeting')
    await lists.getByRole('button', { name: '列入整改台账' }).click()
    await page.getByRole('button', { name: '列入整改台账' }).last().click()
    await page.getByText('已列入整改台账。').waitFor()
    await lists.getByRole('link', { name: '在台账中：待认领' }).first().waitFor()
    const texts = part(page, '文稿')
    await texts.getByRole('listitem').filter({ hasText: '情况报告' }).getByRole('button').click()
    const writing = page.getByRole('dialog', { name: '情况报告' })
    await writing.getByLabel('情况报告正文').waitFor()
    await page.waitForFunction(() =>
      document.querySelector('.el-dialog textarea')?.value.includes('实到6人'),
    )
    await picture(page, 'life-sitting-12-report-draft')
    const draft = await writing.getByLabel('情况报告正文').inputValue()
    assert.match(draft, /沈梅同志请假并经批准/)
    assert.doesNotMatch(draft, /会签文件在手里压/, 'no words of a criticism')
    const filled = draft.replace(/〔[^〕]*〕/g, '已按要求完成。')
    await writing.getByLabel('情况报告正文').fill(`${filled}\n大部份同志已经建立台帐。`)
    await writing.getByRole('button', { name: '保存', exact: true }).click()
    await writing.waitFor({ state: 'detached' })
    const report = texts.getByRole('listitem').filter({ hasText: '情况报告' })
    await report.getByRole('button', { name: '校对' }).click()
    const proof = page.getByRole('dialog', { name: '校对：情况报告' })
    await proof.getByRole('button', { name: '改正“部份”' }).click()
    await proof.getByText('大部分同志').waitFor()
    await proof.getByRole('button', { name: '改正“台帐”' }).click()
    await proof.getByText('已经建立台账').waitFor()
    await proof.getByRole('button', { name: '关闭', exact: true }).last().click()
    await report.getByRole('button', { name: '撰写' }).click()
    const now = await writing.getByLabel('情况报告正文').inputValue()
    assert.match(now, /大部分同志已经建立台账。$/)
    await writing.getByLabel('定稿日期').fill(new Date().toISOString().slice(0, 10))
    await page.keyboard.press('Enter')
    await writing.getByRole('button', { name: '定稿', exact: true }).click()
    await writing.waitFor({ state: 'detached' })
    const packages = part(page, '报送')
    await packages.getByRole('button', { name: '按通常办法列出' }).click()
    await packages.getByText('还剩 15 天').first().waitFor()
    const line = packages.getByRole('listitem').first()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      line.getByRole('button', { name: '打包下载' }).click(),
    ])
    assert.match(file.suggestedFilename(), /材料报送清单\.zip$/)
    await line.getByRole('button', { name: '登记报送' }).click()
    await page.getByRole('dialog').getByLabel('签收人').fill('王主任')
    await page.getByRole('dialog').getByRole('button', { name: '登记报送' }).click()
    await packages.getByText('王主任签收').waitFor()
    await picture(page, 'life-sitting-13-packages')
    await part(page, '归档目录').getByText('系统留存').first().waitFor()
    await accessible(page, 'all that follows')
    await page.setViewportSize(phone)
    await picture(page, 'life-sitting-14-phone')
    await leave(page)
    const member = await as('linxiao', 'afterwards')
    await part(member, '整改清单').getByText('整改责任传导不到底').waitFor()
    assert.equal(await member.getByText('会签文件压件').count(), 0, 'not of another member')
    await leave(member)
  })

  it('shows its documents before they are taken out', async () => {
    const page = await as('zhangjing', 'afterwards')
    await part(page, '文书').getByRole('button', { name: '会议记录' }).click()
    await page.getByRole('dialog').getByText('记录校验值').waitFor()
    await picture(page, 'life-sitting-15-record-paper')
    await leave(page)
  })
})
