// A later deadline: asked for by the unit, granted by the office and, beyond the period, by the supervising side.
import assert from 'node:assert/strict'
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
} from './stage.mjs'

describe('extensions', { concurrency: false }, () => {
  let measure
  before(raise_curtain)
  before(async () => {
    const id = await programme('延期办理的整改', { with_plan: true })
    measure = (await claimed_problem(id, '预算执行')).measures[0]
  })
  after(lower_curtain)
  const section = (page) => page.getByRole('region', { name: '延期申请' })

  it('are asked for with a reason and the word of the leader', async () => {
    const page = await as('liqiang')
    await page.goto(`${base}/measures/${measure.id}`)
    await section(page).getByRole('button', { name: '申请延期' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('新的期限').fill('2026-01-01')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('延期原因').fill('急')
    await dialog.getByRole('button', { name: '申请延期' }).click()
    await dialog.getByText('请填写同意延期的单位负责人姓名和日期').first().waitFor()
    await picture(page, 'extension-1-refused')
    await accessible(page, 'asking for an extension')
    await dialog.getByLabel('新的期限').fill('2100-03-31')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('延期原因').fill('预算系统改造由省厅统一安排，需推迟一个季度上线。')
    await dialog.getByLabel('同意延期的单位负责人').fill('韩征')
    await dialog.getByRole('button', { name: '申请延期' }).click()
    await section(page).getByText('待整改办审批').waitFor()
    await picture(page, 'extension-2-asked')
    await leave(page)
  })

  it('wait on the home page of the office, which agrees', async () => {
    const page = await as('zhangjing')
    const home = page.getByRole('region', { name: '等我审批的延期申请' })
    await home.waitFor()
    await picture(page, 'extension-3-home')
    await home.locator('h2 a').click()
    await page.getByText('预算系统改造由省厅统一安排').waitFor()
    await accessible(page, 'extensions')
    await page.getByRole('button', { name: '同意', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('意见').fill('情况属实。')
    await picture(page, 'extension-4-ruling')
    await dialog.getByRole('button', { name: '同意', exact: true }).click()
    await page.getByText('没有等您审批的延期申请').waitFor()
    await leave(page)
  })

  it('move the day when the supervising side agrees, and it is said how often', async () => {
    const page = await as('zhengqing', phone)
    await page.getByRole('region', { name: '等我审批的延期申请' }).locator('li a').click()
    await section(page).getByRole('button', { name: '同意', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '同意', exact: true }).click()
    await section(page).getByText('已同意').first().waitFor()
    await page.getByText('延期 1 次').first().waitFor()
    await picture(page, 'extension-5-granted-phone')
    await leave(page)
    const unit = await as('liqiang')
    await unit.goto(`${base}/measures/${measure.id}`)
    await unit.getByText('2100年3月31日前').first().waitFor()
    assert.equal(await section(unit).getByText('2099-06-30 延至 2100-03-31').count(), 1)
    await picture(unit, 'extension-6-granted')
    await leave(unit)
  })
})
