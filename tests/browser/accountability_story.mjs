// Calling to account: recorded from the page of a problem and from its own page, counted by form, revoked; and nothing
// of it to be seen by anybody who is not cleared for it.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  claimed_problem,
  clear,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

describe('calling to account', { concurrency: false }, () => {
  let id, problem
  before(raise_curtain)
  before(async () => {
    id = await programme('追责问责样例整改', { with_plan: true })
    problem = await claimed_problem(id, '国有资产账实不符')
    await clear('zhangjing', ['accountability'], '负责追责问责登记')
  })
  after(lower_curtain)

  it('is recorded from the page of the problem', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/problems/${problem.id}`)
    await page.getByRole('button', { name: '登记追责问责' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('被问责人所在单位').fill('财政局')
    await page
      .getByRole('option', { name: /财政局/ })
      .first()
      .click()
    await dialog.getByLabel('被问责人（选填）').fill('周远')
    await dialog.getByLabel('职务').fill('资产科科长')
    await dialog.getByText('逾期未完成').click()
    await dialog.getByText('不负责').click()
    await dialog.getByLabel('问责方式').click({ force: true })
    await page.getByRole('option', { name: '党纪处分' }).click()
    await dialog.getByLabel('问责事由').fill('账外资产清理逾期四个月，三次催办未报进展。')
    await dialog.getByLabel('作出决定的机关或组织').fill('县纪委')
    await dialog.getByLabel('决定日期').fill('2026-03-02')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.getByText('须写明决定文号').first().waitFor()
    await picture(page, 'accountability-01-refused')
    await accessible(page, 'recording')
    await dialog.getByLabel('决定文号').fill('青纪〔2026〕12号')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已登记。').waitFor()
    await page.getByText('县纪委　2026-03-02 决定　青纪〔2026〕12号').waitFor()
    await picture(page, 'accountability-02-problem')
    await leave(page)
  })

  it('is counted by form, and revoked with a reason that stays', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/accountability`)
    await page.getByRole('row', { name: '党纪处分 1 0' }).waitFor()
    await page.getByText('国有资产账实不符').first().waitFor()
    await picture(page, 'accountability-03-page')
    await accessible(page, 'the page of accountability')
    await page.getByRole('button', { name: '撤销登记' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('撤销理由').fill('误')
    await dialog.getByRole('button', { name: '撤销登记' }).click()
    await dialog.getByText('至少').first().waitFor()
    await dialog.getByLabel('撤销理由').fill('登记了同名的另一人，重新登记。')
    await dialog.getByRole('button', { name: '撤销登记' }).click()
    await page.getByText('已撤销', { exact: true }).waitFor()
    assert.equal(await page.getByRole('row', { name: /党纪处分/ }).count(), 0)
    await picture(page, 'accountability-04-revoked')
    await leave(page)
    const small = await as('zhangjing', phone)
    await small.goto(`${base}/programmes/${id}/accountability`)
    await small.getByText('已撤销', { exact: true }).waitFor()
    await picture(small, 'accountability-05-phone')
    await accessible(small, 'the page of accountability on a phone')
    await leave(small)
  })

  it('is nowhere to be seen by an office that is not cleared for it', async () => {
    const page = await as('wanglei')
    await page.goto(`${base}/problems/${problem.id}`)
    await page.getByRole('heading', { name: /问题/ }).first().waitFor()
    await page.getByRole('heading', { name: '措施', exact: false }).first().waitFor()
    assert.equal(await page.getByRole('button', { name: '登记追责问责' }).count(), 0)
    assert.equal(await page.getByRole('heading', { name: '追责问责' }).count(), 0)
    await page.goto(`${base}/programmes/${id}/accountability`)
    await page.getByText('只向取得“追责问责”知悉权限的人员开放').waitFor()
    assert.equal(await page.getByRole('link', { name: '追责问责' }).count(), 0)
    await leave(page)
  })
})
