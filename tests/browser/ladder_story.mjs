// Deadlines that bite: the ladder of a programme, a notice from its proposal to its end, and what goes on for long.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  claimed_problem,
  client,
  hand_in,
  leave,
  lower_curtain,
  paper,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

describe('supervision', { concurrency: false }, () => {
  let id, problem, late, lasting
  before(raise_curtain)
  before(async () => {
    id = await programme('督办样例整改', { with_plan: true })
    problem = await claimed_problem(id, '国有资产账实不符')
    const office = await client('zhangjing')
    ;[late, lasting] = problem.measures
    const day = new Date(Date.now() - 12 * 24 * 3600 * 1000).toISOString().slice(0, 10)
    const deadline = { kind: 'date', text: `${day}前`, date: day }
    await office.ask('PATCH', `/measures/${late.id}`, { version: late.version, deadline })
    const unit = await client('liqiang')
    await hand_in(unit, lasting.id, { text: '管理办法已印发，闲置资产处置程序已经明确。' })
  })
  after(lower_curtain)

  it('follows a ladder that the office draws', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/notices`)
    await page.getByRole('link', { name: '提醒和督办规则' }).click()
    await page.getByText('到期前 20 天').waitFor()
    await page.getByText('拟发告诫书').waitFor()
    await picture(page, 'ladder-01-timeline')
    await accessible(page, 'the ladder')
    await page.getByRole('button', { name: '修改规则' }).click()
    await page.getByRole('button', { name: '增加一级' }).click()
    await picture(page, 'ladder-02-edit')
    await accessible(page, 'editing the ladder')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('没有提醒对象，也不拟发文书').first().waitFor()
    await picture(page, 'ladder-03-refused')
    const added = page.getByRole('group', { name: '第 7 级', exact: true })
    await added.getByText('监督方').click()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('超期 30 天').waitFor()
    await picture(page, 'ladder-04-saved')
    await leave(page)
  })

  it('hurries reviews that lie, first the signers, then the next tier', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/ladder`)
    await page.getByText('审核超过 10 个工作日').scrollIntoViewIfNeeded()
    await page.getByText('提醒该审核的人', { exact: true }).waitFor()
    await picture(page, 'ladder-21-reviews')
    await page.getByRole('button', { name: '修改规则' }).click()
    const rung = page.getByRole('group', { name: '第 11 级', exact: true })
    await rung.getByText('不拟文书').waitFor()
    await rung.getByRole('spinbutton').fill('4')
    await rung.getByText('第一责任人').click()
    await rung.scrollIntoViewIfNeeded()
    await picture(page, 'ladder-22-reviews-edit')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('审核超过 4 个工作日').waitFor()
    await leave(page)
    const small = await as('zhangjing', phone)
    await small.goto(`${base}/programmes/${id}/ladder`)
    await small.getByText('审核超过 4 个工作日').scrollIntoViewIfNeeded()
    await picture(small, 'ladder-23-reviews-phone')
    await small.getByRole('button', { name: '修改规则' }).click()
    await small.getByRole('group', { name: '第 11 级', exact: true }).scrollIntoViewIfNeeded()
    await picture(small, 'ladder-24-reviews-edit-phone')
    await leave(small)
  })

  it('proposes a notice that the office words and issues', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/measures/${late.id}`)
    await page.getByRole('button', { name: '拟发督办文书' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('.el-select').click()
    await page.getByRole('option', { name: '督办通知单' }).click()
    await picture(page, 'ladder-05-propose')
    await dialog.getByRole('button', { name: '拟发督办文书' }).click()
    await page.getByText('（拟稿，未编号）').waitFor()
    await page.getByLabel('依据').fill('')
    await page.getByRole('button', { name: '签发', exact: true }).click()
    await page.getByRole('button', { name: '签发', exact: true }).last().click()
    await page.getByText('请填写依据和要求').first().waitFor()
    await picture(page, 'ladder-06-draft-refused')
    await accessible(page, 'a draft')
    await page.getByLabel('依据').fill('督办样例整改方案和整改台账。')
    await page.getByRole('button', { name: '签发', exact: true }).click()
    await page.getByRole('button', { name: '签发', exact: true }).last().click()
    await page
      .getByText(/巡整督〔\d+〕1号/)
      .first()
      .waitFor()
    await picture(page, 'ladder-07-issued')
    await accessible(page, 'a notice')
    await paper(page, 'ladder-07-paper')
    await leave(page)
  })

  it('is signed for and answered by the unit, on a phone', async () => {
    const page = await as('liqiang', phone)
    const home = page.getByRole('region', { name: '待签收的督办文书' })
    await home.waitFor()
    await picture(page, 'ladder-08-home-phone')
    await home.locator('li a').filter({ hasText: '督办样例整改' }).click()
    await page.getByRole('button', { name: '签收', exact: true }).click()
    await page.getByRole('button', { name: '签收', exact: true }).last().click()
    await page.getByRole('button', { name: '回复', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('办理情况').fill('已完成清查，正在逐项登记造册，月底前办结并提交审核。')
    await picture(page, 'ladder-09-answer-phone')
    await dialog.getByRole('button', { name: '回复', exact: true }).click()
    await page.getByText('待办结').first().waitFor()
    await picture(page, 'ladder-10-answered-phone')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= phone.width, `the page is ${width} wide`)
    await leave(page)
  })

  it('is closed by the office and counted for the unit', async () => {
    const page = await as('zhangjing')
    const home = page.getByRole('region', { name: '待办结的督办文书' })
    await home.waitFor()
    await picture(page, 'ladder-11-home-office')
    await home.locator('li a').filter({ hasText: '督办样例整改' }).click()
    await page.getByRole('button', { name: '办结', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await picture(page, 'ladder-12-closing')
    await dialog.getByRole('button', { name: '办结', exact: true }).click()
    await page.getByText('已办结').first().waitFor()
    await page.goto(`${base}/programmes/${id}/notices?show=all`)
    await page.getByRole('row', { name: /资产科/ }).waitFor()
    await picture(page, 'ladder-13-notices')
    await accessible(page, 'notices')
    await leave(page)
  })

  it('asks for stage target and next review of what goes on for long', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/measures/${lasting.id}?act=accept`)
    await page.getByText('转入长期坚持').click()
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.getByText('请写明阶段目标').first().waitFor()
    await picture(page, 'ladder-14-long-term-refused')
    await accessible(page, 'accepting what goes on')
    await page.getByLabel('阶段目标').fill('每季度抽查一次，闲置资产不再新增。')
    await page.getByLabel('下次复核日').fill('2099-12-31')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.getByText('下次复核日 2099-12-31').waitFor()
    await picture(page, 'ladder-15-long-term')
    await leave(page)
  })

  it('brings what goes on back to the unit when its review is near', async () => {
    const office = await client('zhangjing')
    const { version } = await office.ask('GET', `/measures/${lasting.id}`)
    const soon = new Date(Date.now() + 3 * 24 * 3600 * 1000).toISOString().slice(0, 10)
    const long_term = { stage_target: '每季度抽查一次', review_months: 3, next_review_on: soon }
    await office.ask('PATCH', `/measures/${lasting.id}`, { version, long_term })
    const page = await as('liqiang')
    const home = page.getByRole('region', { name: '复核日临近或已过的长期坚持措施' })
    await home.waitFor()
    await picture(page, 'ladder-16-proof-home')
    await home.locator('li a').filter({ hasText: '督办样例整改' }).click()
    await page.getByRole('button', { name: '提交进展' }).first().waitFor()
    await leave(page)
  })

  it('fits a phone', async () => {
    const page = await as('zhangjing', phone)
    for (const [path, text, name] of [
      ['ladder', '拟发告诫书', 'ladder-17-ladder-phone'],
      ['notices?show=all', '巡整督', 'ladder-18-notices-phone'],
    ]) {
      await page.goto(`${base}/programmes/${id}/${path}`)
      await page.getByText(text).first().waitFor()
      await picture(page, name)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(width <= phone.width, `${path} is ${width} wide`)
    }
    await page.goto(`${base}/programmes/${id}/ladder`)
    await page.getByRole('button', { name: '修改规则' }).click()
    await page.getByRole('button', { name: '增加一级' }).waitFor()
    await picture(page, 'ladder-19-edit-phone')
    await leave(page)
  })
})
