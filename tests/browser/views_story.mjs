// Views of the ledger that a person keeps: kept in one programme, chosen in another, taken away.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  leave,
  lower_curtain,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

describe('saved views', { concurrency: false }, () => {
  let first, second
  before(raise_curtain)
  before(async () => {
    first = await programme('存视图的整改', { with_plan: true })
    second = await programme('用视图的整改', { with_plan: true })
  })
  after(lower_curtain)

  it('are kept with the account and serve every programme', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${first}/ledger?view=problems&q=预算&sort=-number`)
    await page.getByRole('button', { name: '我的视图' }).click()
    await page.getByText('还没有保存视图').waitFor()
    await page.getByLabel('给当前的条件起个名字').fill('预算方面的问题')
    await picture(page, 'views-1-keep')
    await accessible(page, 'saved views')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已保存视图').waitFor()

    await page.goto(`${base}/programmes/${second}/ledger`)
    await page.getByRole('button', { name: '我的视图' }).click()
    await page.getByRole('button', { name: '预算方面的问题', exact: true }).click()
    await page.waitForURL(/view=problems/)
    const address = new URL(page.url())
    assert.equal(address.searchParams.get('q'), '预算')
    assert.equal(address.searchParams.get('sort'), '-number')
    await page.getByRole('button', { name: '预算方面的问题', exact: true }).first().waitFor()
    await picture(page, 'views-2-chosen')

    await page.getByRole('button', { name: '预算方面的问题', exact: true }).first().click()
    await page.getByRole('button', { name: '删去视图“预算方面的问题”' }).click()
    await page.getByText('还没有保存视图').waitFor()
    await leave(page)
  })

  it('are shared by the office with everybody in the programme', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${first}/ledger?status=not_started&sort=due_on`)
    await page.getByRole('button', { name: '我的视图' }).click()
    await page.getByLabel('给当前的条件起个名字').fill('还没有动的措施')
    await page.getByText('供本项整改的所有人使用').click()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已设为共用').waitFor()
    await picture(page, 'views-3-shared')
    await leave(page)

    const unit = await as('liqiang')
    await unit.goto(`${base}/programmes/${first}/ledger`)
    await unit.getByRole('button', { name: '我的视图' }).click()
    assert.equal(await unit.getByText('供本项整改的所有人使用').count(), 0)
    await unit.getByRole('button', { name: '还没有动的措施', exact: true }).click()
    await unit.waitForURL(/status=not_started/)
    assert.equal(new URL(unit.url()).searchParams.get('sort'), 'due_on')
    assert.equal(await unit.getByRole('button', { name: /^删去共用视图/ }).count(), 0)
    await leave(unit)
  })
})
