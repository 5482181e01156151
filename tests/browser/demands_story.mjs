// Counted results that a measure must show: asked for by the office, missing when the unit hands in, then reported.
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  claimed_problem,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

describe('results that are demanded', { concurrency: false }, () => {
  let measure
  before(raise_curtain)
  before(async () => {
    const id = await programme('要求量化成效的整改', { with_plan: true })
    measure = (await claimed_problem(id, '预算执行')).measures[0]
  })
  after(lower_curtain)

  it('are chosen by the office', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/measures/${measure.id}`)
    await page.getByText('没有要求量化成效').waitFor()
    await page.getByRole('button', { name: '修改应报成效' }).click()
    await page.getByText('建立或修订制度（项）').click()
    await page.getByText('挽回资金（元）').click()
    await picture(page, 'demands-1-choose')
    await accessible(page, 'choosing what a measure demands')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('建立或修订制度（还没有报）、挽回资金（还没有报）').waitFor()
    await leave(page)
  })

  it('keep a measure from review until they were reported', async () => {
    const page = await as('liqiang', phone)
    await page.goto(`${base}/measures/${measure.id}`)
    const report = async (step, quantities) => {
      await page.getByRole('button', { name: '报告进展' }).click()
      await page.getByLabel('进展情况').fill('已印发预算执行管理办法，超标费用已清退入库。')
      const fields = page.getByLabel('数量')
      for (const [i, quantity] of quantities.entries()) await fields.nth(i).fill(quantity)
      // Nobody chose it: the rule proposes how far it is by what is counted.
      await page.locator('.el-radio.is-checked', { hasText: step }).waitFor()
      await picture(page, `demands-2-report-${step}`)
      await page.locator('form').getByRole('button', { name: '提交进展' }).click()
      await page.getByText('进展已提交').first().waitFor()
    }
    const hand_in = async () => {
      await page.getByRole('button', { name: '提交审核' }).click()
      await page.locator('.form').getByRole('button', { name: '提交审核' }).click()
    }
    await report('50%', ['1'])
    await page.getByText('建立或修订制度（已报 1 项）、挽回资金（还没有报）').waitFor()
    await hand_in()
    await page.getByText('还没有报告：挽回资金').first().waitFor()
    await picture(page, 'demands-3-refused')
    await page.locator('.form').getByRole('button', { name: '取消' }).click()
    await report('100%', ['12500'])
    await hand_in()
    await page.getByText('待审核').first().waitFor()
    await page.getByText('挽回资金（已报 12500 元）').waitFor()
    await picture(page, 'demands-4-handed-in')
    await leave(page)
  })
})
