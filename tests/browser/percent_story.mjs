// How far a measure is: the rule proposes it, whoever knows better says so and why, and the reason stands with the report.
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  claimed_problem,
  client,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
  report,
} from './stage.mjs'

describe('the percentage of a report', { concurrency: false }, () => {
  let measures
  before(raise_curtain)
  before(async () => {
    const id = await programme('按步骤报比例的整改', { with_plan: true })
    measures = (await claimed_problem(id, '预算执行')).measures
    const unit = await client('liqiang')
    await report(unit, measures[0].id, { percent: 80 })
  })
  after(lower_curtain)

  for (const [device, viewport] of [
    ['desk', undefined],
    ['phone', phone],
  ])
    it(`follows the rule or says why, at the ${device}`, async () => {
      const page = await as('liqiang', viewport)
      await page.goto(`${base}/measures/${measures[0].id}`)
      await page.getByRole('button', { name: '报告进展' }).click()
      await page.getByLabel('进展情况').fill('复核发现两笔款项尚未到账。')
      const before = device === 'desk' ? '基本完成 80%' : '过半 50%'
      await page.locator('.el-radio.is-checked', { hasText: before }).waitFor()
      const lower = device === 'desk' ? '过半 50%' : '已着手 20%'
      await page.locator('.el-radio', { hasText: lower }).click()
      await page.getByText('请在“比例说明”中写明理由').waitFor()
      await page.locator('form').getByRole('button', { name: '提交进展' }).click()
      await page
        .getByText(/完成比例由 \d+% 降为 \d+%/)
        .first()
        .waitFor()
      await picture(page, `percent-1-asked-${device}`)
      await accessible(page, 'a percentage that falls')
      await page.getByLabel('比例说明').fill(`两笔款项尚未到账（${device}）`)
      await page.locator('form').getByRole('button', { name: '提交进展' }).click()
      await page.getByText('进展已提交').first().waitFor()
      await page.getByText(`两笔款项尚未到账（${device}）`).waitFor()
      await page.getByText(`两笔款项尚未到账（${device}）`).scrollIntoViewIfNeeded()
      await picture(page, `percent-2-history-${device}`)
      await leave(page)
    })

  it('may be any other figure that is explained', async () => {
    const page = await as('liqiang')
    await page.goto(`${base}/measures/${measures[1].id}`)
    await page.getByRole('button', { name: '报告进展' }).click()
    await page.getByLabel('进展情况').fill('十个镇已有九个完成清理。')
    await page.locator('.el-radio', { hasText: '其他' }).click()
    await page.getByLabel('其他比例').fill('90')
    await page.getByLabel('其他比例').blur()
    await page.getByText('完成比例按办到哪一步填 20、50、80、100').waitFor()
    await page.getByLabel('比例说明').fill('十个镇已完成九个')
    await picture(page, 'percent-3-other')
    await page.locator('form').getByRole('button', { name: '提交进展' }).click()
    await page.getByText('完成 90%').first().waitFor()
    await leave(page)
  })
})
