// The one table: search, filters and sorting in the address, columns kept on the server, keys, menu, changes in place.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
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

describe('the table of the ledger', { concurrency: false }, () => {
  let page, ledger
  before(async () => {
    await raise_curtain()
    ledger = `${base}/programmes/${await programme('表格样例', { with_plan: true })}/ledger`
    page = await as('zhangjing')
  })
  beforeEach(() => page.goto(ledger))
  after(async () => {
    try {
      await leave(page)
    } finally {
      await lower_curtain()
    }
  })
  const rows = (on = page) => on.locator('table.rows tbody tr:not(.group)')
  const total = (n, on = page) => on.getByText(`共 ${n} 条`, { exact: true }).waitFor()

  it('groups by area and merges a problem over its measures', async () => {
    await total(8)
    assert.equal(await page.locator('table.rows tr.group').count(), 2)
    assert.equal(await page.locator('td.c-problem').count(), 4)
    assert.equal(await page.locator('td.c-problem').nth(1).getAttribute('rowspan'), '3')
  })

  it('searches as one types, in the address', async () => {
    await total(8)
    await page.keyboard.press('/')
    await page.keyboard.type('会议记录')
    await page.waitForURL(/q=/)
    await total(2)
    await page.reload()
    await total(2)
    assert.equal(await page.getByRole('searchbox').inputValue(), '会议记录')
    await page.getByRole('searchbox').fill('')
    await total(8)
  })

  it('filters with a count on the button, and takes all back at once', async () => {
    await page.getByRole('button', { name: '筛选' }).click()
    await page.locator('.filters .el-select').nth(4).click()
    await page.getByRole('option', { name: '长期坚持' }).click()
    await total(2)
    await picture(page, '30-filter')
    await accessible(page, 'filter form')
    await page.keyboard.press('Escape')
    await page.locator('.filters').getByRole('button', { name: '确定' }).click()
    await page.getByRole('button', { name: /^筛选\s*1\s*项条件/ }).waitFor()
    assert.match(page.url(), /kind=long_term/)
    await page.getByRole('button', { name: '清空条件' }).first().click()
    await total(8)
  })

  it('sorts by a head, and turns round', async () => {
    const head = page.getByRole('columnheader', { name: '完成时限' })
    await head.getByRole('button').click()
    await page.waitForURL(/sort=due_on/)
    assert.equal(await head.getAttribute('aria-sort'), 'ascending')
    assert.equal(await page.locator('table.rows tr.group').count(), 0)
    await head.getByRole('button').click()
    await page.waitForURL(/sort=-due_on/)
  })

  it('shows the columns that were chosen, also tomorrow on another machine', async () => {
    await page.getByRole('button', { name: /^显示列/ }).click()
    const box = page.locator('.el-popper:visible')
    await box.getByText('牵头领导').click()
    await page.getByRole('columnheader', { name: '牵头领导' }).waitFor()
    await picture(page, '31-columns')
    const elsewhere = await as('zhangjing')
    await elsewhere.goto(ledger)
    await elsewhere.getByRole('columnheader', { name: '牵头领导' }).waitFor()
    await leave(elsewhere)
    await box.getByRole('button', { name: '恢复默认' }).click()
    assert.equal(await page.getByRole('columnheader', { name: '牵头领导' }).count(), 0)
    await page.keyboard.press('Escape')
  })

  it('is walked with j and k, opened with Enter, closed with Esc', async () => {
    await total(8)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    assert.equal(await rows().nth(1).getAttribute('aria-selected'), 'true')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary').getByText('措施 2', { exact: true }).waitFor()
    assert.match(page.url(), /open=measures/)
    await page.keyboard.press('j')
    await page.getByRole('complementary').getByText('措施 3', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await page.getByRole('complementary').count(), 0)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor()
    await picture(page, '32-keys')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor({ state: 'hidden' })
  })

  it('offers a row menu by right-click', async () => {
    await rows().nth(2).locator('td.c-text').click({ button: 'right' })
    const menu = page.getByRole('menu')
    await menu.getByRole('menuitem', { name: '修改时限' }).waitFor()
    await picture(page, '33-row-menu')
    await page.keyboard.press('Escape')
    assert.equal(await menu.count(), 0)
  })

  it('changes a text in its cell', async () => {
    await rows().nth(0).locator('td.c-text').dblclick()
    const box = page.getByRole('textbox', { name: '修改文字' })
    await box.fill('制定预算执行按月通报制度，每月3日前通报上月执行进度。')
    await picture(page, '34-inline-edit')
    await page.keyboard.press('Control+Enter')
    await page.getByText('每月3日前通报').first().waitFor()
  })

  it('shows mine and theirs when somebody was faster, and loses nothing', async () => {
    const other = await as('wanglei')
    await other.goto(ledger)
    await rows(other).nth(1).locator('td.c-text').dblclick()
    const theirs = other.getByRole('textbox', { name: '修改文字' })
    await theirs.fill('由局主要负责人约谈。')
    await rows().nth(1).locator('td.c-text').dblclick()
    await page.getByRole('textbox', { name: '修改文字' }).fill('由分管领导约谈，并书面报告。')
    await other.keyboard.press('Control+Enter')
    await other.getByText('由局主要负责人约谈。').first().waitFor()
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('由局主要负责人约谈。').waitFor()
    assert.equal(await dialog.getByRole('textbox').inputValue(), '由分管领导约谈，并书面报告。')
    await picture(page, '35-mine-theirs')
    await accessible(page, 'mine and theirs')
    await dialog.getByRole('button', { name: '按选择保存' }).click()
    await page.getByText('由分管领导约谈，并书面报告。').first().waitFor()
    await leave(other)
  })

  it('shows every change as old and new', async () => {
    await rows().nth(1).locator('td.c-status').click()
    const panel = page.getByRole('complementary')
    await panel.locator('del', { hasText: '由局主要负责人约谈。' }).waitFor()
    await panel.locator('ins', { hasText: '并书面报告' }).first().waitFor()
    await picture(page, '36-history')
    await page.keyboard.press('Escape')
  })

  it('takes a problem and a measure added by hand, which may serve two problems', async () => {
    await total(8)
    await page.getByRole('button', { name: '新增问题' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('方面').fill('（三）落实巡察整改要求方面')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('反馈问题（原文）').fill('上一轮反馈的固定资产问题整改不彻底')
    await picture(page, '37-add-problem')
    await accessible(page, 'add problem')
    await dialog.getByRole('button', { name: '新增问题' }).click()
    const panel = page.getByRole('complementary')
    await panel.getByText('问题 5', { exact: true }).waitFor()
    await panel.getByRole('button', { name: '新增措施' }).click()
    await panel.getByLabel('整改措施').fill('对上一轮问题逐项复核，未到位的重新整改。')
    await panel.getByRole('button', { name: '新增措施' }).click()
    await panel.getByRole('button', { name: /对上一轮问题逐项复核/ }).click()
    await panel.getByRole('button', { name: '调整对应的问题和表现' }).click()
    await panel.getByLabel('同时对应的其他问题').fill('国有资产')
    await page.getByRole('option', { name: /国有资产账实不符/ }).click()
    await page.waitForTimeout(400) // nobody is quicker than the list closes
    await panel.getByRole('button', { name: '保存' }).click()
    await panel.getByText('同时对应问题 2').waitFor()
    await picture(page, '38-serves-two')
    await accessible(page, 'links')
    await total(9)
  })
})
