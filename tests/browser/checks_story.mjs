// Checks on the spot: planned unannounced, drawn by lot, filled in with a telephone; a finding on a struck-off problem
// opens a successor, one on a reported measure sends it back; nothing is concluded before; then the report.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { png } from './photograph.mjs'
import {
  accessible,
  as,
  base,
  claimed_problem,
  client,
  day,
  desk,
  hand_in,
  leave,
  lower_curtain,
  narrow_enough,
  new_id,
  paper,
  phone,
  picture,
  programme,
  raise_curtain,
  units,
} from './stage.mjs'

const subject = '二季度整改成效反向核查'

describe('checks', { concurrency: false }, () => {
  let id, struck_off, handed_in, check
  before(raise_curtain)
  before(async () => {
    id = await programme('督查样例整改', { with_plan: true })
    const office = await client('zhangjing')
    const unit = await client('liqiang')
    const reported = await claimed_problem(id, '国有资产账实不符')
    await hand_in(unit, reported.measures[0].id)
    handed_in = reported.measures[0]
    const made = await office.ask('POST', `/programmes/${id}/problems`, {
      id: new_id(),
      area_heading: '财务管理方面',
      text: '公务接待超标准问题',
      goal: '',
      responsibility: {
        responsible_units: [{ name: '云岭区财政局', id: units['云岭区财政局'] }],
      },
    })
    const measure = await office.ask('POST', `/problems/${made.id}/measures`, {
      id: new_id(),
      text: '清退超标准接待费用',
      manifestation_ids: [],
    })
    struck_off = made
    await strike_off(unit, made.id, measure.id)
  })
  after(lower_curtain)

  /** Claimed and worked on by the unit, reviewed by the office, from claim to slip. */
  async function strike_off(unit, problem, measure) {
    const office = await client('zhangjing')
    const version = async (path) => (await office.ask('GET', path)).version
    const of_problem = `/problems/${problem}`
    const of_measure = `/measures/${measure}`
    await unit.ask('PUT', `${of_problem}/claim`, {
      version: await version(of_problem),
    })
    await hand_in(unit, measure)
    await office.ask('PUT', `${of_measure}/acceptance`, {
      version: await version(of_measure),
      outcome: 'done',
      opinion: '同意',
    })
    await unit.ask('PUT', `${of_problem}/application`, {
      version: await version(of_problem),
      summary: '超标准费用已经全部清退。',
      similar_check: '已对照排查，无同类问题。',
      problem_solved: true,
      responsibility_pursued: 'not_needed',
      responsibility_note: '历史遗留问题，当事人已退休。',
      measures_carried_out: true,
      lead_leader: { name: '周远', on: day(-1) },
      principal: { name: '韩征', on: day(0) },
    })
    await office.ask('PUT', `${of_problem}/strike-off`, {
      version: await version(of_problem),
      opinion: '同意销号',
    })
  }

  it('are planned, and kept from the unit', async () => {
    const page = await as('wukai')
    await page.goto(`${base}/programmes/${id}/checks`)
    await page.getByText('还没有督查').waitFor()
    await picture(page, 'checks-01-empty')
    await accessible(page, 'no checks')
    await page.getByRole('button', { name: '计划督查' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('.el-select').first().click()
    await page.getByRole('option', { name: '反向核查' }).click()
    await dialog.getByLabel('督查事项').fill(subject)
    for (const [label, days] of [
      ['开始日期', 0],
      ['结束日期', 2],
    ]) {
      await dialog.getByLabel(label).fill(day(days))
      await page.keyboard.press('Enter')
    }
    for (const name of ['吴凯', '郑青']) {
      await dialog.getByLabel('增加成员').click()
      await page.keyboard.type(name)
      await page
        .getByRole('option', { name: new RegExp(name) })
        .first()
        .click()
      await dialog.locator('li', { hasText: name }).waitFor()
    }
    await dialog.getByLabel('增加单位').click()
    await page.keyboard.type('云岭区财政局')
    await page.getByRole('option', { name: '云岭区财政局' }).first().click()
    await dialog.locator('li', { hasText: '财政局' }).waitFor()
    await picture(page, 'checks-02-plan')
    await accessible(page, 'planning a check')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/\/checks\/[0-9a-f-]{36}$/)
    check = page.url().split('/').pop()
    await page.getByRole('heading', { name: subject }).first().waitFor()
    await leave(page)
    const unit = await as('liqiang')
    await unit.goto(`${base}/checks/${check}`)
    await unit.getByText('没有这次督查').waitFor()
    await leave(unit)
  })

  it('draw their sample by lot, and show that anybody can draw again', async () => {
    const page = await as('wukai')
    await page.goto(`${base}/checks/${check}`)
    await page.getByRole('button', { name: '抽取检查对象' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('.el-select').first().click()
    await page.getByRole('option', { name: '两者都抽' }).click()
    await dialog.getByText('可以抽取 2 条').waitFor()
    await dialog.getByRole('button', { name: '抽取', exact: true }).click()
    await dialog.getByText('要抽取 5 条，可以抽取的只有 2 条').first().waitFor()
    await picture(page, 'checks-03-larger-than-pool')
    await dialog.getByLabel('抽取条数').fill('2')
    await page.keyboard.press('Tab')
    await dialog.getByRole('cell', { name: '+3' }).first().waitFor()
    await picture(page, 'checks-04-draw')
    await accessible(page, 'drawing')
    await dialog.getByRole('button', { name: '抽取', exact: true }).click()
    await page.getByText('从 2 条中按风险加权抽取 2 条').waitFor()
    await page.getByRole('button', { name: '核对抽取' }).click()
    await page.getByText('经重算，抽中的与名单一致').waitFor()
    await picture(page, 'checks-05-drawn-again')
    await accessible(page, 'a draw made again')
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click()
    await page.getByRole('button', { name: '开始实施' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '开始实施' }).click()
    await page.getByText('还有 2 条没有核查结论').waitFor()
    await picture(page, 'checks-06-under-way')
    await accessible(page, 'a check under way')
    assert.ok(await page.getByRole('button', { name: '办结' }).isDisabled())
    await leave(page)
  })

  /** Fills in the form of one row on a telephone. */
  async function fill_in(page, row, finding) {
    await page.goto(`${base}/checks/${check}`)
    await page.getByRole('link', { name: row }).first().click()
    const groups = page.locator('fieldset')
    await groups.first().waitFor()
    for (let i = 1; i < (await groups.count()); i++)
      await groups.nth(i).getByText('是', { exact: true }).click()
    await groups.first().getByText('否', { exact: true }).click()
    await groups.first().getByRole('textbox').fill('没有实际清退')
    await page.getByLabel('询问了谁、怎么说').fill('退款当事人王明：没有收到退款。')
    await page.getByLabel('查看的材料和现场').fill('银行回单、接待清单')
    await page.getByText('虚假整改', { exact: true }).click()
    await page.getByLabel('发现的问题').fill(finding)
  }

  /** Two pictures of the spot, of which one is blurred and goes again. */
  async function bring_photographs(page) {
    const camera = page.locator('input[capture]')
    assert.equal(await camera.getAttribute('accept'), 'image/*')
    await page.getByLabel('说明（选填）').fill('退款名册')
    const photograph = (name, red) => ({ name, mimeType: 'image/png', buffer: png(red) })
    await camera.setInputFiles(photograph('退款名册.png', 90))
    await page.getByRole('img', { name: '退款名册' }).waitFor()
    await page.getByLabel('选择文件').setInputFiles(photograph('糊了.png', 200))
    await page.getByRole('link', { name: '糊了.png' }).waitFor()
    await page.getByLabel('选择文件').setInputFiles({
      name: '程序.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('MZ\x90\x00\x03'),
    })
    await page.getByRole('alert').filter({ hasText: '程序.exe' }).waitFor()
    const photos = page.getByRole('region', { name: '现场照片和材料' })
    await photos.scrollIntoViewIfNeeded()
    await narrow_enough(page)
    await picture(page, 'checks-22-photographs-phone')
    await accessible(page, 'photographs of a row')
    await photos.getByRole('button', { name: '移除' }).last().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('照片拍糊了')
    await dialog.getByRole('button', { name: '移除' }).click()
    await page.getByRole('link', { name: '糊了.png' }).waitFor({ state: 'detached' })
  }

  it('are filled in with a telephone', async () => {
    const page = await as('wukai', phone)
    await page.goto(base)
    await page.getByRole('link', { name: new RegExp(subject) }).waitFor()
    await picture(page, 'checks-07-home-phone')
    await page.getByRole('link', { name: new RegExp(subject) }).click()
    await page.getByText('抽查名单').first().waitFor()
    await narrow_enough(page)
    await picture(page, 'checks-08-check-phone')
    await fill_in(page, /公务接待超标准/, '退款名册上的人没有收到退款，回单系伪造。')
    await narrow_enough(page)
    await picture(page, 'checks-09-row-phone')
    await accessible(page, 'a row of a sample on a telephone')
    await page.getByRole('button', { name: '保存核查结果' }).click()
    await page.getByText('还没有处理').waitFor()
    await bring_photographs(page)
    await fill_in(page, new RegExp(`措施 ${handed_in.number}`), '只开了会，没有盘点资产。')
    await page.getByRole('button', { name: '保存核查结果' }).click()
    await page.getByText('还没有处理').waitFor()
    await page.getByRole('button', { name: '处理这个问题' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('补充整改要求').fill('逐项盘点资产并附盘点表')
    await picture(page, 'checks-10-send-back-phone')
    await accessible(page, 'deciding on a finding')
    await dialog.getByRole('button', { name: '确定处理' }).click()
    await page.getByRole('link', { name: `措施 ${handed_in.number} 已退回` }).waitFor()
    await narrow_enough(page)
    await leave(page)
    const unit = await client('liqiang')
    const measure = await unit.ask('GET', `/measures/${handed_in.id}`)
    assert.equal(measure.status, 'sent_back')
    assert.equal(measure.refusals[0].requirement, '逐项盘点资产并附盘点表')
  })

  it('leave it to the office to open a successor of what was struck off', async () => {
    const page = await as('zhangjing')
    await page.goto(base)
    await page.getByRole('link', { name: new RegExp(`${subject}.*去处理`) }).click()
    await page.getByText('1 条问题没有处理').waitFor()
    await picture(page, 'checks-11-undecided')
    await page.getByRole('link', { name: /公务接待超标准/ }).click()
    await page.getByRole('button', { name: '处理这个问题' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('问题已经销号，永不重开').waitFor()
    await picture(page, 'checks-12-successor')
    await dialog.getByRole('button', { name: '确定处理' }).click()
    await page.getByRole('link', { name: /另立问题 \d+/ }).waitFor()
    await picture(page, 'checks-13-row-decided')
    await leave(page)
    const office = await client('zhangjing')
    const before = await office.ask('GET', `/problems/${struck_off.id}`)
    assert.equal(before.status, 'struck_off')
    assert.ok(before.successor.number > struck_off.number)
  })

  it('are concluded, printed, and then known to the unit', async () => {
    const page = await as('wukai')
    await page.goto(`${base}/checks/${check}`)
    await page.getByRole('button', { name: '办结' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('督查结论').fill('两条均停留在纸面，责令重新整改。')
    await dialog.getByRole('button', { name: '办结' }).click()
    await page.getByText('两条均停留在纸面').waitFor()
    await picture(page, 'checks-14-concluded')
    await accessible(page, 'a concluded check')
    await paper(page, 'checks-15-report')
    await page.goto(`${base}/programmes/${id}/checks`)
    await page.getByRole('row', { name: /云岭区财政局/ }).waitFor()
    await picture(page, 'checks-16-list')
    await accessible(page, 'the checks of a programme')
    await page.setViewportSize(phone)
    await narrow_enough(page)
    await picture(page, 'checks-17-list-phone')
    await page.setViewportSize(desk)
    await leave(page)
    const unit = await as('liqiang')
    await unit.goto(`${base}/checks/${check}`)
    await unit.getByText('虚假整改').first().waitFor()
    await unit.getByRole('img', { name: '退款名册' }).waitFor()
    await picture(unit, 'checks-18-seen-by-the-unit')
    await unit.goto(`${base}/messages`)
    await unit.getByRole('link', { name: /督查发现本单位 2 项问题/ }).waitFor()
    await picture(unit, 'checks-23-told')
    await leave(unit)
  })

  it('are followed by an interview whose requirement becomes a task', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/interviews`)
    await page.getByText('还没有约谈记录').waitFor()
    await page.getByRole('button', { name: '登记约谈' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('日期').fill(day(0))
    await page.keyboard.press('Enter')
    await dialog.getByLabel('地点').fill('区纪委谈话室')
    await dialog.getByLabel('被约谈人所在单位').click()
    await page.keyboard.type('云岭区财政局')
    await page.getByRole('option', { name: '云岭区财政局' }).first().click()
    await dialog.getByLabel('被约谈人', { exact: true }).fill('周启明')
    await dialog.getByLabel('约谈人', { exact: true }).fill('吴凯、郑青')
    await dialog.getByLabel('记录人').fill('张静')
    await dialog.getByLabel('事由').fill('反向核查发现虚假整改')
    await dialog.getByLabel('指出的问题').fill('退款停留在纸面，把关不严。')
    await dialog.getByLabel('对方说明').fill('承认审核不细，愿意重新整改。')
    await dialog.getByLabel('要求').fill('半个月内重新清退并附回单')
    await dialog.getByLabel('完成时限').fill(day(15))
    await page.keyboard.press('Enter')
    await picture(page, 'checks-19-interview-form')
    await accessible(page, 'recording an interview')
    await dialog.getByRole('button', { name: '登记约谈' }).click()
    await page.getByText('周启明').first().waitFor()
    await picture(page, 'checks-20-interviews')
    await accessible(page, 'the interviews of a programme')
    await page.setViewportSize(phone)
    await narrow_enough(page)
    await picture(page, 'checks-21-interviews-phone')
    await page.setViewportSize(desk)
    await page.getByRole('link', { name: '查看任务' }).click()
    await page.getByText('半个月内重新清退并附回单').first().waitFor()
    await leave(page)
    const unit = await as('liqiang')
    await unit.goto(`${base}/programmes/${id}/notices`)
    await unit.getByRole('link', { name: '督查', exact: true }).waitFor()
    assert.equal(await unit.getByRole('link', { name: '约谈', exact: true }).count(), 0)
    await leave(unit)
  })
})
