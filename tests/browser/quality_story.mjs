// What a careful reader would ask about a ledger: the office goes through it, a finding leads to its row.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  client,
  leave,
  lower_curtain,
  new_id,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const short_plan = `关于区委巡察反馈意见的整改方案
一、总体要求
对照巡察反馈意见，共梳理出2个方面4个问题，制定整改措施6条。
二、整改任务和措施
（一）关于作风建设方面的问题
1.关于会议过多问题的整改
整改措施：①精简会议三分之一。②推行无会日制度。（责任领导：周启明；责任单位：办公室；完成时限：2099年6月30日前）
2.关于发文不规范问题的整改
整改措施：修订公文处理办法。（责任单位：办公室；完成时限：长期坚持）
（二）关于资金监管方面的问题
4.关于报销不严问题的整改
整改措施：①清退超标费用。②完善报销制度。（责任单位：预算科；完成时限：立行立改）
`

describe('the quality of a ledger', { concurrency: false }, () => {
  let id
  before(raise_curtain)
  before(async () => {
    await programme('雷同的另一项整改', { with_plan: true })
    id = await programme('看质量的整改', { with_plan: true })
  })
  after(lower_curtain)

  it('is asked about row by row, and a finding opens its row', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}`)
    await page.getByRole('link', { name: '台账', exact: true }).click()
    await page.getByRole('link', { name: '质量', exact: true }).click()
    await page.getByText(/共 \d+ 处/).waitFor()
    await picture(page, 'quality-1-all')
    await accessible(page, 'quality of a ledger')
    await page.getByRole('button', { name: /文字雷同/ }).click()
    await page.getByText('雷同的另一项整改').first().waitFor()
    assert.ok((await page.locator('mark').count()) > 1)
    await picture(page, 'quality-2-copied')
    const link = page.locator('li .head a').first()
    const target = await link.getAttribute('href')
    await link.click()
    await page.waitForURL(base + target)
    await page.getByRole('heading', { name: '完成时限' }).waitFor()
    await leave(page)
  })

  it('holds the plan against the ledger: what it counts, and which numbers it leaves out', async () => {
    const office = await client('zhangjing')
    const short = await programme('漏了一项的整改')
    const name = encodeURIComponent('整改方案.txt')
    const read = await office.ask(
      'POST',
      `/imports?programme=${short}&name=${name}`,
      Buffer.from(short_plan),
    )
    const { version } = await office.ask('GET', `/imports/${read.id}`)
    await office.ask('PUT', `/imports/${read.id}/confirmation`, {
      version,
      create_units: false,
    })
    for (const [device, viewport] of [
      ['desk', undefined],
      ['phone', phone],
    ]) {
      const page = await as('zhangjing', viewport)
      await page.goto(`${base}/programmes/${short}/quality`)
      await page.getByText('方案写明问题数 4，台账现有 3。').waitFor()
      await page.getByText('方案写明措施数 6，台账现有 5。').waitFor()
      await page.getByText('“4.”之前缺第 3 项。').waitFor()
      await picture(page, `quality-5-plan-${device}`)
      await page.getByRole('link', { name: '整本台账' }).first().click()
      await page.waitForURL('**/ledger**')
      await leave(page)
    }
  })

  it('puts the feedback beside the plan, what nothing answers first', async () => {
    const office = await client('zhangjing')
    await office.ask('POST', `/programmes/${id}/problems`, {
      id: new_id(),
      area_heading: '补充反馈的问题',
      text: '公务接待管理不严，审批手续不全。',
      deadline: { kind: 'immediate', text: '立行立改', date: null },
      responsibility: {},
    })
    for (const [device, viewport] of [
      ['desk', undefined],
      ['phone', phone],
    ]) {
      const page = await as('zhangjing', viewport)
      await page.goto(`${base}/programmes/${id}/quality`)
      await page.getByRole('link', { name: '问题与措施对照' }).click()
      await page.getByText(/共 \d+ 项，其中 1 项没有措施/).waitFor()
      const first = page.locator('tbody tr').first()
      await first.getByText('公务接待管理不严').waitFor()
      await picture(page, `quality-4-coverage-${device}`)
      await accessible(page, 'coverage')
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(wide <= (viewport?.width ?? 1366), `the page is ${wide} wide`)
      await page.locator('tbody tr').nth(1).getByRole('link', { name: /^措施/ }).click()
      await page.waitForURL('**/measures/*')
      await leave(page)
    }
  })

  it('is readable on a telephone', async () => {
    const page = await as('liqiang', phone)
    await page.goto(`${base}/programmes/${id}/quality`)
    await page.getByText(/共 \d+ 处/).waitFor()
    await picture(page, 'quality-3-phone')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= phone.width, `the page is ${wide} wide`)
    await leave(page)
  })
})
