// The chronology: it writes itself, is filtered, leads to what it tells of, takes what happened outside the system, and
// shows everybody what is theirs to see.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
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

describe('the chronology', { concurrency: false }, () => {
  let id, problem
  before(raise_curtain)
  before(async () => {
    id = await programme('大事记样例整改', { with_plan: true })
    problem = await claimed_problem(id, '国有资产账实不符')
    await hand_in(await client('liqiang'), problem.measures[0].id)
    const office = await client('zhangjing')
    const { version } = await office.ask('GET', `/measures/${problem.measures[0].id}`)
    const opinion = {
      version,
      reason: '佐证材料不足，补充盘点表',
      requirement: '补充盘点表并签字',
    }
    await office.ask('PUT', `/measures/${problem.measures[0].id}/return`, opinion)
  })
  after(lower_curtain)

  it('writes itself, and leads to what it tells of', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/chronology`)
    await page.getByText('区委第一巡察组反馈意见').waitFor()
    await page.getByText('完成比例100%').waitFor()
    await picture(page, 'chronology-01-page')
    await accessible(page, 'a chronology')
    await page.getByRole('link', { name: /退回措施\d+的完成报告/ }).click()
    await page.waitForURL(/\/measures\//)
    await leave(page)
  })

  it('takes what happened outside the system, for a part of the principal’s report', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/chronology`)
    await page.getByRole('button', { name: '登记事项' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('日期').fill('2026-03-05')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('请写明是谁').first().waitFor()
    await dialog.getByLabel('人员').fill('区委书记陈立新')
    await dialog.getByLabel('事项').fill('到财政局调研整改工作，要求账实逐项核对')
    await dialog.getByLabel('主要负责人报告的部分').click({ force: true })
    await page.getByRole('option', { name: '三、部署推进' }).click()
    await picture(page, 'chronology-02-write')
    await accessible(page, 'writing into a chronology')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('主要负责人报告：三、部署推进').waitFor()
    await page.getByRole('button', { name: '查看、修改' }).click()
    await dialog.getByLabel('事项').fill('到财政局调研整改工作，要求五月底前账实逐项核对')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('五月底前账实逐项核对').waitFor()
    await page.getByRole('button', { name: '查看、修改' }).click()
    await dialog.getByText('修改记录').click()
    await dialog.getByText('第 2 稿').waitFor()
    await picture(page, 'chronology-03-history')
    await leave(page)
  })

  it('is filtered by person and day, taken out, and printed', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/chronology?person=区委书记陈立新`)
    await page.getByText('共 1 条').waitFor()
    await page.goto(`${base}/programmes/${id}/chronology?from=2026-03-01&to=2026-03-31`)
    await page.getByText('共 2 条').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ])
    assert.match(download.suggestedFilename(), /大事记样例整改大事记/)
    assert.equal(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
      'PK',
    )
    await paper(page, 'chronology-04-paper')
    await leave(page)
  })

  it('shows a section what is its own, and fits a phone', async () => {
    const page = await as('liqiang', phone)
    await page.goto(`${base}/programmes/${id}/chronology`)
    await page.getByText('完成比例100%').waitFor()
    assert.equal(await page.getByRole('button', { name: '登记事项' }).count(), 0)
    await picture(page, 'chronology-05-phone')
    await accessible(page, 'a chronology on a phone')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= phone.width, `the page is ${width} wide`)
    await leave(page)
  })

  it('stands beside what shows rectification with daily work', async () => {
    const page = await as('liqiang')
    await page.goto(`${base}/measures/${problem.measures[1].id}`)
    const section = page.locator('section', { hasText: '对应的年度工作' })
    await section.getByRole('button', { name: '填写' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('工作计划').fill('财政局2026年工作要点')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('要一起填写').first().waitFor()
    await dialog.getByLabel('事项').fill('健全国有资产管理制度')
    await picture(page, 'chronology-06-work-plan')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('《财政局2026年工作要点》：健全国有资产管理制度').waitFor()
    await page.goto(`${base}/programmes/${id}/work-plan`)
    await page.getByText('《财政局2026年工作要点》：健全国有资产管理制度').waitFor()
    await picture(page, 'chronology-07-by-unit')
    await accessible(page, 'daily work by unit')
    await page.setViewportSize(phone)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= phone.width, `the page is ${width} wide`)
    await leave(page)
  })
})
