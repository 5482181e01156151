// A programme from its feedback to its dossier: feedback signed for and answered, two coordination meetings and a joint
// one, a check that finds paper rectification, notices up to an interview, somebody called to account, and the volume
// that holds it all. What a story of its own shows in the browser is done over the interface here.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  claimed_problem,
  clear,
  client,
  day,
  hand_in,
  leave,
  lower_curtain,
  new_id,
  phone,
  picture,
  programme,
  raise_curtain,
  units,
} from './stage.mjs'

const feedback_text = [
  '关于巡察县财政局党组的反馈意见',
  '一、存在的主要问题',
  '1.国有资产账实不符，个别资产长期闲置。',
  '2.预算执行进度通报不及时。',
].join('\n')

describe('a programme from feedback to dossier', { concurrency: false }, () => {
  const shelf = mkdtempSync(join(tmpdir(), 'whole-path-'))
  let id, problem, measure, office
  before(raise_curtain)
  before(async () => {
    id = await programme('全程样例整改', { with_plan: true })
    office = await client('zhangjing')
    await clear('zhangjing', ['accountability'], '负责追责问责登记')
    office = await client('zhangjing')
  })
  after(async () => {
    await lower_curtain()
    rmSync(shelf, { recursive: true })
  })

  it('begins with feedback that the principal signs for', async () => {
    const feedback = new_id()
    await office.ask('POST', `/programmes/${id}/feedback`, {
      id: feedback,
      kind: 'comprehensive',
      document: '县巡〔2026〕9号',
      document_on: day(-3),
      file_name: '',
      text: feedback_text,
    })
    const { version } = await office.ask('GET', `/feedback/${feedback}`)
    await office.ask('PUT', `/feedback/${feedback}/delivery`, {
      version,
      delivered_on: day(0),
      principal_told_on: day(0),
      team_told_on: day(0),
    })
    const page = await as('hanzheng', phone)
    await page.getByRole('region', { name: '反馈意见待签收' }).getByRole('link').last().click()
    await page.getByRole('button', { name: '签收', exact: true }).click()
    await page.getByRole('button', { name: '签收', exact: true }).last().click()
    await page.getByText('已签收', { exact: true }).first().waitFor()
    await leave(page)
    const desk = await as('zhangjing')
    await desk.goto(`${base}/programmes/${id}/feedback`)
    await desk.getByRole('button', { name: /采纳全部建议/ }).click()
    await desk.getByRole('button', { name: '采纳', exact: true }).last().click()
    await desk.getByText('已对应问题').first().waitFor()
    await picture(desk, 'whole-01-feedback')
    await leave(desk)
  })

  /** Called, opened, written and closed within a day; the decision becomes a task. */
  async function hold(kind, title, subject, matter) {
    const meeting = new_id()
    const person = { person_id: null, unit_id: null, standing: 'attends' }
    await office.ask('POST', `/programmes/${id}/meetings`, {
      id: meeting,
      kind,
      title,
      held_on: day(0),
      begins_at: '09:00',
      minutes: 60,
      place: '三楼会议室',
      participants: [
        { ...person, name: '周远', duty: 'host' },
        { ...person, name: '张静', duty: 'recorder' },
      ],
    })
    const at = `/meetings/${meeting}`
    const version = async () => (await office.ask('GET', at)).version
    const item = new_id()
    const line = {
      id: item,
      subject: 'measure',
      subject_id: subject,
      title: '',
    }
    await office.ask('PUT', `${at}/agenda`, {
      version: await version(),
      items: [line],
    })
    await office.ask('PUT', `${at}/notice`, { version: await version() })
    await office.ask('PUT', `${at}/opening`, { version: await version() })
    const { items } = await office.ask('GET', at)
    await office.ask('PUT', `${at}/items/${item}/minutes`, {
      version: items[0].version,
      heard: '承办科室汇报了进展。',
      discussion: '会议要求加快。',
      moved_on: false,
      decisions: [
        {
          id: new_id(),
          matter,
          unit_id: units['云岭区财政局'],
          person_id: null,
          due_on: day(10),
        },
      ],
    })
    await office.ask('PUT', `${at}/closing`, { version: await version() })
  }

  it('is coordinated twice, and once together with others', async () => {
    problem = await claimed_problem(id, '国有资产账实不符')
    measure = problem.measures[0]
    await hold('coordination', '第一次碰头会', measure.id, '十日内完成资产清查方案。')
    await hold('coordination', '第二次碰头会', measure.id, '按方案逐项清查。')
    await hold('joint', '联席会议', measure.id, '财政、审计共同核对账目。')
    const unit = await as('liqiang')
    await unit.getByText('财政、审计共同核对账目。').first().waitFor()
    await leave(unit)
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/meetings`)
    await page
      .getByRole('link', { name: /联席会议/ })
      .first()
      .waitFor()
    await picture(page, 'whole-02-meetings')
    await leave(page)
  })

  it('is checked on the spot, where rectification on paper is found', async () => {
    await hand_in(await client('liqiang'), measure.id)
    const team = await client('wukai')
    const check = new_id()
    const { person } = await team.ask('GET', '/session')
    await team.ask('POST', `/programmes/${id}/checks`, {
      id: check,
      kind: 'site_check',
      subject: '资产清查现场督查',
      begins_on: day(0),
      ends_on: day(1),
      team: [{ name: '吴凯', person_id: person.id, leads: true }],
      units: [units['云岭区财政局']],
      items: ['措施是否落实', '佐证是否真实'],
      announced: false,
    })
    const version = async () => (await team.ask('GET', `/checks/${check}`)).version
    await team.ask('POST', `/checks/${check}/draws`, {
      version: await version(),
      id: new_id(),
      pool: 'reported',
      unit_id: null,
      area_id: null,
      method: 'even',
      size: 1,
    })
    await team.ask('PUT', `/checks/${check}/beginning`, {
      version: await version(),
    })
    const page = await as('wukai', phone)
    await page.goto(`${base}/checks/${check}`)
    await page
      .getByRole('link', { name: new RegExp(`措施 ${measure.number}`) })
      .first()
      .click()
    await page.locator('fieldset').first().waitFor()
    for (const group of await page.locator('fieldset').all())
      await group.getByText('否', { exact: true }).click()
    for (const remark of await page.locator('fieldset').getByRole('textbox').all())
      await remark.fill('现场没有清查记录')
    await page.getByLabel('询问了谁、怎么说').fill('资产科经办人：还没有开始。')
    await page.getByLabel('查看的材料和现场').fill('资产台账')
    await page.getByText('虚假整改', { exact: true }).click()
    await page.getByLabel('发现的问题').fill('清查表系补造，没有实际盘点。')
    await picture(page, 'whole-03-form')
    await page.getByRole('button', { name: '保存核查结果' }).click()
    await page.getByText('还没有处理').waitFor()
    await page.getByRole('button', { name: '处理这个问题' }).click()
    await page.getByRole('dialog').getByLabel('补充整改要求').fill('逐项盘点并附照片')
    await page.getByRole('button', { name: '确定处理' }).click()
    await page.getByRole('link', { name: `措施 ${measure.number} 已退回` }).waitFor()
    await picture(page, 'whole-03-finding')
    await leave(page)
    await team.ask('PUT', `/checks/${check}/conclusion`, {
      version: await version(),
      conclusion: '整改停留在纸面，责令重新整改。',
    })
    const row = await office.ask('GET', `/measures/${measure.id}`)
    assert.equal(row.status, 'sent_back')
  })

  it('climbs the notices up to an interview', async () => {
    const unit = await client('liqiang')
    for (const kind of ['提醒函', '督办通知单']) {
      const notice = new_id()
      let now = await office.ask('POST', '/notices', {
        id: notice,
        kind,
        measure_ids: [measure.id],
      })
      now = await office.ask('PUT', `/notices/${notice}/issue`, {
        version: now.version,
        basis: now.basis,
        requirement: now.requirement,
        contact: '张静',
        reply_by: null,
        matter: '',
        measure_ids: [measure.id],
      })
      now = await unit.ask('PUT', `/notices/${notice}/receipt`, {
        version: now.version,
      })
      await unit.ask('PUT', `/notices/${notice}/answer`, {
        version: now.version,
        text: '已重新安排盘点，本周内完成。',
      })
    }
    await office.ask('POST', `/programmes/${id}/interviews`, {
      id: new_id(),
      held_on: day(0),
      begins_at: '15:00',
      place: '区纪委谈话室',
      unit_id: units['云岭区财政局'],
      person: '周启明',
      post: '副局长',
      interviewers: '吴凯、郑青',
      recorder: '张静',
      cause: '现场督查发现虚假整改',
      problem: '把关不严，材料补造。',
      answer: '承认审核不细，愿意重新整改。',
      requirement: '半个月内完成盘点',
      due_on: day(15),
      signed: true,
      unsigned_reason: '',
    })
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/notices`)
    await page
      .getByRole('link', { name: /督办通知单/ })
      .first()
      .waitFor()
    await picture(page, 'whole-04-notices')
    await page.getByRole('link', { name: '约谈', exact: true }).click()
    await page.getByText('周启明').first().waitFor()
    await leave(page)
  })

  it('calls somebody to account', async () => {
    await office.ask('POST', `/programmes/${id}/accountability`, {
      id: new_id(),
      problem_id: problem.id,
      unit_id: units['云岭区财政局'],
      person: '周启明',
      post: '副局长',
      triggers: ['false_evidence'],
      form: 'criticism',
      stage: 1,
      double_inquiry: false,
      facts: '补造清查表，以纸面整改应付督查。',
      decided_by: '区纪委',
      decided_on: day(0),
      document: '',
    })
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/accountability`)
    await page.getByText('周启明').first().waitFor()
    await picture(page, 'whole-05-accountability')
    await leave(page)
  })

  it('tells all of it in its chronology, but to nobody who is not cleared', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/chronology`)
    for (const said of [/联席会议/, /督查/, /约谈/]) await page.getByText(said).first().waitFor()
    await picture(page, 'whole-06-chronology')
    await accessible(page, 'a chronology')
    const rows = await office.ask('GET', `/programmes/${id}/chronicle?page_size=200`)
    const told = JSON.stringify(rows)
    assert.match(told, /问责/)
    const other = await client('fenglei')
    const seen = JSON.stringify(await other.ask('GET', `/programmes/${id}/chronicle?page_size=200`))
    assert.doesNotMatch(seen, /追责问责/)
    await leave(page)
  })

  it('ends in a volume that outsiders can check', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/dossier`)
    await picture(page, 'whole-07-dossier')
    await page.getByRole('button', { name: '封存', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('样例归档，其余材料另行补充')
    await dialog.getByRole('button', { name: '封存', exact: true }).click()
    await page.getByText('已封存为第 1 卷。').waitFor()
    await picture(page, 'whole-08-sealed')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载第 1 卷' }).click(),
    ])
    const volume = join(shelf, 'volume.zip')
    await download.saveAs(volume)
    const done = spawnSync(process.env.ZHENGGAI_PROGRAM, ['verify-dossier', volume], {
      encoding: 'utf8',
    })
    assert.equal(done.status, 0, done.stderr)
    assert.match(done.stdout, /校验通过/)
    await leave(page)
  })
})
