// Talks before a life meeting: the office plans them, two arrange one, both write it down, both sign; nobody else
// reads what was said; a matrix of fifteen and sixty can be read.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  client,
  day,
  desk,
  leave,
  lower_curtain,
  narrow_enough,
  new_id,
  paper,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const said = '抓超期整改不够主动'

/** A life meeting in 20 days with these in its team, as the office plans one. */
async function life_meeting(programme_id, team) {
  const office = await client('zhangjing')
  const id = new_id()
  await office.ask('POST', `/programmes/${programme_id}/life-meetings`, {
    id,
    title: '巡察整改专题民主生活会',
    theme: '对照巡察反馈意见，扛牢整改责任',
    basis: '',
    focus: [],
    held_on: day(20),
    begins_at: '09:00',
    length: 'half_day',
    sessions: [],
    place: '三楼会议室',
    contact_leader: null,
    demands: {
      study_hours_min: 4,
      criticisms_each_min: 1,
      plan_days: 15,
      drafts_days: 5,
      report_days: 15,
    },
    participants: team.map((one, i) => ({
      id: new_id(),
      part: i ? 'member' : 'principal',
      name: one.name,
      title: one.title ?? '',
      person_id: one.person_id ?? null,
    })),
    duties: [],
  })
  return id
}
/** Opens the select within and takes the option of that name. */
async function choose(page, within, name) {
  await within.locator('.el-select').first().click()
  await page.getByRole('option', { name }).last().click()
}
async function person(name) {
  const office = await client('zhangjing')
  const found = await office.ask('GET', `/persons?q=${encodeURIComponent(name)}`)
  return { name, person_id: (found.rows ?? found)[0].id }
}

describe('talks', { concurrency: false }, () => {
  let id, meeting, address, talk
  before(raise_curtain)
  before(async () => {
    id = await programme('谈心谈话样例整改')
    const team = []
    for (const name of ['韩征', '周远', '林晓']) team.push(await person(name))
    meeting = await life_meeting(id, team)
    address = `${base}/programmes/${id}/life-meetings/${meeting}/talks`
  })
  after(lower_curtain)

  it('are planned by kind, with people outside the team', async () => {
    const page = await as('zhangjing')
    await page.goto(address)
    await page.getByText('还没有安排谈心谈话').waitFor()
    await picture(page, 'talks-01-empty')
    await accessible(page, 'no talks')
    await page.getByRole('button', { name: '安排谈话' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '四必谈', exact: true }).click()
    await dialog.getByRole('button', { name: '从所属单位现任负责人中选取' }).click()
    await dialog.locator('.heads .el-button').first().click()
    const field = (at, label) =>
      dialog.locator('.partner').nth(at).locator('.field', { hasText: label })
    await choose(page, field(0, '由谁去谈'), '周远')
    await dialog.getByText('班子以外的谈话对象').click()
    await dialog.getByRole('button', { name: '增加一位' }).click()
    await field(1, '姓名').locator('.el-select').click()
    await page.keyboard.type('马会兰')
    await page.getByRole('option', { name: '马会兰' }).last().click()
    await choose(page, field(1, '类别'), '与本支部党员代表')
    await picture(page, 'talks-02-plan')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('请为“马会兰”选择由哪位班子成员去谈').first().waitFor()
    await choose(page, field(1, '由谁去谈'), '林晓')
    await dialog.getByText('班子以外的谈话对象').click()
    await picture(page, 'talks-02-plan-filled')
    await accessible(page, 'a plan of talks')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('region', { name: '谈话对照表' }).first().waitFor()
    await page.getByText('谁还要和谁谈').waitFor()
    await picture(page, 'talks-03-matrix')
    await accessible(page, 'a matrix of talks')
    await leave(page)
  })

  it('are proposed by one and confirmed by the other on a phone', async () => {
    const page = await as('hanzheng')
    await page.goto(address)
    await page
      .getByRole('button', { name: /^韩征与周远/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('日期').fill(day(1))
    await page.keyboard.press('Enter')
    await dialog.getByLabel('地点').fill('局谈话室')
    const way = dialog.locator('.field', { hasText: '方式' })
    await choose(page, way, '集体谈话')
    await dialog.getByRole('button', { name: '约定时间' }).click()
    await dialog.getByText('不能以集体谈话代替').first().waitFor()
    await picture(page, 'talks-04-one-to-one')
    await choose(page, way, '一对一面对面')
    await dialog.getByRole('button', { name: '约定时间' }).click()
    await page.waitForURL(/\/talks\/[0-9a-f-]{36}$/)
    talk = page.url().split('/').pop()
    await page.getByText('待确认').first().waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '加入日历' }).click()
    const calendar = readFileSync(await (await download).path(), 'utf8')
    assert.ok(calendar.includes('STATUS:TENTATIVE'))
    await leave(page)

    const other = await as('zhouyuan', phone)
    const home = other.getByRole('region', { name: '谈心谈话' })
    await home.getByText('请确认').first().waitFor()
    await picture(other, 'talks-05-home-phone')
    await other.goto(`${base}/talks`)
    await other.getByRole('heading', { name: '我的谈心谈话' }).waitFor()
    await other.getByRole('link', { name: '请确认' }).waitFor()
    await picture(other, 'talks-06-own-phone')
    await narrow_enough(other)
    await accessible(other, 'own talks on a phone')
    await other.getByRole('link', { name: '请确认' }).click()
    await other.getByRole('button', { name: '确认时间' }).click()
    await other.getByText('已约定').first().waitFor()
    await narrow_enough(other)
    await leave(other)
  })

  it('are written down by both, as one, and signed by both', async () => {
    const page = await as('hanzheng')
    await page.goto(`${base}/talks/${talk}`)
    await page.getByRole('button', { name: '记录谈话' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('日期').fill(day(0))
    await page.keyboard.press('Enter')
    await dialog.getByLabel('谈话主题').fill('围绕巡察反馈意见谈心谈话')
    await dialog.getByLabel('指出对方问题').fill(`${said}\n与干部谈心少`)
    // What was typed a moment before the window goes stays in this browser.
    await page.reload()
    await page.getByRole('button', { name: '记录谈话' }).click()
    await dialog.getByText('找到上次没有保存的记录').waitFor()
    assert.ok((await dialog.getByLabel('指出对方问题').inputValue()).startsWith(said))
    await picture(page, 'talks-07-record')
    await accessible(page, 'a record of a talk')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('没有谈自身问题').waitFor()
    await page.getByRole('button', { name: '签字', exact: true }).click()
    await page.getByRole('button', { name: '签字', exact: true }).last().click()
    await page.getByText(`${day(0)} 签字`).waitFor()
    await picture(page, 'talks-08-signed-by-one')
    await leave(page)

    const other = await as('zhouyuan', phone)
    await other.goto(`${base}/talks/${talk}`)
    await other.getByText(said).waitFor()
    await other.getByRole('button', { name: '补充我这一方的记录' }).click()
    const form = other.getByRole('dialog')
    await form.getByLabel('谈话主题').fill('围绕巡察反馈意见谈心谈话')
    await form.getByLabel('查摆自身问题').fill('对分管科室督促不够')
    await form.getByRole('button', { name: '保存' }).click()
    await other.getByRole('region', { name: '周远的记录' }).waitFor()
    await other.getByRole('region', { name: '韩征的记录' }).waitFor()
    await other.getByRole('button', { name: '签字', exact: true }).click()
    await other.getByRole('button', { name: '签字', exact: true }).last().click()
    await other.getByText(`${day(0)} 签字`).waitFor()
    await picture(other, 'talks-09-both-phone')
    await narrow_enough(other)
    await accessible(other, 'a talk on a phone')
    await leave(other)

    const first = await as('hanzheng')
    await first.goto(`${base}/talks/${talk}`)
    await first.getByRole('button', { name: '签字', exact: true }).click()
    await first.getByRole('button', { name: '签字', exact: true }).last().click()
    await first.getByText('双方已签字').waitFor()
    await picture(first, 'talks-10-done')
    await accessible(first, 'a talk')
    await paper(first, 'talks-10-paper')
    await leave(first)
  })

  it('are read by nobody but the two', async () => {
    const office = await as('zhangjing')
    await office.goto(`${base}/talks/${talk}`)
    await office.getByText('谈话内容只有谈话双方看得到').waitFor()
    assert.equal(await office.getByText(said).count(), 0)
    await picture(office, 'talks-11-office')
    const answer = await office.request.get(`${base}/api/v1/talks/${talk}`)
    assert.ok(!(await answer.text()).includes(said))
    const file = await office.request.get(`${base}/api/v1/talks/${talk}/paper/file?form=docx`)
    assert.equal(file.status(), 403)
    await leave(office)
    const member = await as('linxiao')
    await member.goto(`${base}/talks/${talk}`)
    await member.getByText('没有这次谈话').waitFor()
    await member.goto(address)
    await member.getByRole('region', { name: '按人查看' }).waitFor()
    assert.equal(await member.getByText('韩征、周远').count(), 0)
    await picture(member, 'talks-12-member')
    await accessible(member, 'talks of a member')
    await leave(member)
  })

  it('are signed on paper for whoever has no account', async () => {
    const member = await as('linxiao')
    await member.goto(`${base}/talks`)
    const line = member.locator('li', { hasText: '马会兰' })
    await line.getByRole('button', { name: '已经谈过，直接记录' }).click()
    const dialog = member.getByRole('dialog')
    await dialog.getByLabel('日期').fill(day(0))
    await member.keyboard.press('Enter')
    await dialog.getByLabel('地点').fill('青石村党群服务中心')
    await dialog.getByLabel('谈话主题').fill('听取对整改的意见')
    await dialog.getByLabel('查摆自身问题').fill('到村里调研少')
    await dialog.getByRole('button', { name: '保存' }).click()
    await member.waitForURL(/\/talks\/[0-9a-f-]{36}$/)
    const one = member.url()
    await member.getByRole('button', { name: '签字', exact: true }).click()
    await member.getByRole('button', { name: '签字', exact: true }).last().click()
    await member.getByText(`${day(0)} 签字`).waitFor()
    await leave(member)
    const office = await as('zhangjing')
    await office.goto(one)
    await office.getByRole('button', { name: '登记纸质签字' }).click()
    const form = office.getByRole('dialog')
    await form.getByLabel('签字日期').fill(day(0))
    await office.keyboard.press('Enter')
    await form.getByLabel('存放说明').fill('扫描件存办公室文书柜')
    await form.getByRole('button', { name: '保存' }).click()
    await office.getByText('双方已签字').waitFor()
    await picture(office, 'talks-13-paper-signature')
    await leave(office)
  })

  it('are followed in a matrix, on a phone by person, and taken out', async () => {
    const page = await as('zhangjing')
    await page.goto(address)
    await page
      .getByRole('button', { name: /^韩征与周远：已谈/ })
      .first()
      .waitFor()
    await picture(page, 'talks-14-matrix')
    for (const name of ['情况表 Word', '情况表 Excel', '空白记录表']) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name }).click()
      assert.ok(readFileSync(await (await download).path()).length > 2000, name)
    }
    await page.setViewportSize(phone)
    await page.reload()
    await page.getByRole('region', { name: '按人查看' }).waitFor()
    await page.getByText('应谈 3，已谈 1').first().click()
    await picture(page, 'talks-15-matrix-phone')
    await narrow_enough(page)
    await accessible(page, 'a matrix on a phone')
    await page.setViewportSize(desk)
    await page.goto(address.replace(/talks$/, 'plan'))
    await page.getByRole('region', { name: '谈心谈话' }).getByText('应谈').waitFor()
    await picture(page, 'talks-16-plan-page')
    await leave(page)
  })

  it('of fifteen and sixty can still be read', async () => {
    const team = Array.from({ length: 15 }, (_, i) => ({
      name: `班子成员${i + 1}`,
    }))
    team[0] = await person('韩征')
    const wide = await life_meeting(id, team)
    const office = await client('zhangjing')
    const { participants } = await office.ask('GET', `/life-meetings/${wide}`)
    const ids = participants.map((one) => one.id)
    const kinds = ['principal_member', 'member_member', 'section_head']
    await office.ask('PUT', `/life-meetings/${wide}/talks/plan`, {
      version: 0,
      rules: kinds.map((kind) => ({ kind, due_on: day(15) })),
      partners: Array.from({ length: 60 }, (_, i) => ({
        id: new_id(),
        kind: 'section_head',
        name: `科室负责人${i + 1}`,
        title: '综合业务管理科科长',
        person_id: null,
        member_ids: [ids[i % 15], ids[(i + 1) % 15]],
        left_on: null,
        left_reason: '',
      })),
    })
    const page = await as('hanzheng')
    await page.goto(address.replace(meeting, wide))
    const grid = page.getByRole('region', { name: '谈话对照表' }).last()
    await grid.evaluate((node) => node.scrollTo(200, 900))
    await grid.scrollIntoViewIfNeeded()
    await picture(page, 'talks-17-wide')
    const head = await grid
      .getByRole('columnheader', { name: '班子成员4', exact: true })
      .boundingBox()
    const frame = await grid.boundingBox()
    assert.ok(Math.abs(head.y - frame.y) < 4, 'the heads of the columns stay in sight')
    await page.setViewportSize(phone)
    await page.reload()
    await page.getByRole('region', { name: '按人查看' }).waitFor()
    await picture(page, 'talks-18-wide-phone')
    await narrow_enough(page)
    await leave(page)
  })
})
