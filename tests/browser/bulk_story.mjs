// A clerk's Friday: forty measures get another deadline and leader at once, one is refused, one was changed by somebody
// else meanwhile; later it is undone. Then the board, and keys.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  auditor,
  base,
  client,
  desk,
  hand_in,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
  units,
} from './stage.mjs'
import { new_id } from './program.mjs'

const held = (name) => ({
  lead_leaders: [{ name: '陈明', id: null }],
  responsible_units: [{ name, id: units[name] ?? null }],
})
const rows = (page) => page.locator('table.rows tbody tr:not(.group)')

describe('many rows at once', { concurrency: false }, () => {
  let id, office, measures, batch
  before(raise_curtain)
  before(async () => {
    id = await programme('周五要改四十条的整改')
    office = await client('zhangjing')
    measures = []
    for (let i = 1; i <= 4; i++) {
      const problem = new_id()
      await office.ask('POST', `/programmes/${id}/problems`, {
        id: problem,
        area_heading: i < 3 ? '落实主体责任方面' : '落实组织路线方面',
        text: `预算执行方面的第 ${i} 个问题`,
        responsibility: held(i % 2 ? '云岭区财政局' : '云岭区教育局'),
        deadline: { kind: 'date', text: '2026年6月30日前', date: '2026-06-30' },
      })
      for (let k = 1; k <= 11; k++) {
        const measure = new_id()
        measures.push(measure)
        await office.ask('POST', `/problems/${problem}/measures`, {
          id: measure,
          text: `修订第 ${i}-${k} 项制度并组织学习`,
        })
      }
      if (i > 1) continue
      // The first is handed in for review, so that nobody may edit it.
      const unit = await client('liqiang')
      const { version } = await unit.ask('GET', `/problems/${problem}`)
      await unit.ask('PUT', `/problems/${problem}/claim`, { version })
      await hand_in(unit, measures[0], { results: [{ kind: 'regulations', quantity: 2 }] })
    }
  })
  after(lower_curtain)
  async function reword(measure, text) {
    const { version } = await office.ask('GET', `/measures/${measure}`)
    await office.ask('PATCH', `/measures/${measure}`, { version, text })
  }

  it('are ticked from one row to another, and looked at before anything is written', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByText('共 44 条', { exact: true }).waitFor()
    const ticks = page.locator('td.tick-cell input')
    await ticks.nth(0).click()
    await page.getByText('已选 1 条措施').waitFor()
    await ticks.nth(41).click({ modifiers: ['Shift'] })
    await page.getByText('已选 42 条措施').waitFor()
    await picture(page, 'bulk-1-ticked')
    await accessible(page, 'ticked rows')
    await page.getByRole('button', { name: '批量修改', exact: true }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('还没有选择要修改的内容').first().waitFor()
    await page.getByRole('dialog').getByText('完成时限', { exact: true }).click()
    await page.getByRole('combobox', { name: '到期日' }).fill('2099-12-31')
    await page.keyboard.press('Enter')
    await page.getByLabel('时限原文').fill('2099年底前')
    const way = page.getByRole('combobox', { name: '怎样修改牵头领导' })
    await page.locator('.el-select', { has: way }).click()
    await page.getByRole('option', { name: '换人' }).click()
    await page.getByRole('combobox', { name: '牵头领导原来的' }).fill('陈明')
    await page.getByRole('option', { name: '陈明' }).click()
    await page.getByRole('combobox', { name: '牵头领导', exact: true }).fill('周远')
    await page.getByRole('option', { name: '周远', disabled: false }).click()
    await page.getByText('只写要改的').click() // closes the list
    await picture(page, 'bulk-2-what')
    await accessible(page, 'choosing what to change')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('将修改 41').waitFor()
    await page.getByText('不能修改 1').click()
    await page
      .getByText(/等待审核|待审核/)
      .last()
      .waitFor()
    await picture(page, 'bulk-3-refused')
    await page.getByText('全部 42').click()
    await picture(page, 'bulk-4-preview')
    await accessible(page, 'preview of a change in bulk')
    await page.getByRole('button', { name: '修改 41 行' }).click()
    await page.getByText('至少').first().waitFor()
    // Somebody else is faster with one of them.
    await reword(measures[5], '修订第 1-6 项制度并全员培训')
    await page.getByLabel('修改理由').fill('区委常委会统一调整整改时限')
    await page.getByRole('button', { name: '修改 41 行' }).click()
    await page.getByText('已修改 40 行，2 行没有修改').waitFor()
    await page.getByText('他人已改，未动 1').click()
    await picture(page, 'bulk-5-outcome')
    await accessible(page, 'outcome of a change in bulk')
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click()
    await page.getByText('2099年底前').first().waitFor()
    assert.equal(await page.getByText('已选').count(), 0)
    await leave(page)
  })

  it('are one thing in the record and in the history of a row', async () => {
    const page = await as('liqiang')
    await page.goto(`${base}/measures/${measures[3]}`)
    await page.getByRole('link', { name: '区委常委会统一调整整改时限 · 40 行' }).click()
    await page.getByText('修改 40 条措施').waitFor()
    batch = page.url()
    await picture(page, 'bulk-6-of-a-row')
    assert.equal(await page.getByRole('button', { name: '撤销这次修改' }).count(), 0)
    await page.goto(`${base}/messages`)
    await page.getByText('批量修改了台账').first().waitFor()
    await leave(page)
    const journal = await as(auditor)
    await journal.goto(`${base}/journal`)
    await journal.getByRole('cell', { name: '批量修改', exact: true }).first().waitFor()
    assert.equal(await journal.getByRole('cell', { name: '批量修改中的一行' }).count(), 0)
    await picture(journal, 'bulk-7-journal')
    await leave(journal)
  })

  it('are put back, but for what was changed since', async () => {
    await reword(measures[7], '修订第 1-8 项制度并督促落实')
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByRole('button', { name: '批量记录' }).click()
    await page.getByRole('link', { name: '批量修改', exact: true }).click()
    await page.waitForURL(batch)
    await page.getByText('后来又有人改过').first().waitFor()
    await page.getByRole('button', { name: '撤销这次修改' }).click()
    await page.getByText('把 39 行恢复为修改前的内容').waitFor()
    await page.getByLabel('撤销理由').fill('时限以区委正式文件为准')
    await picture(page, 'bulk-8-undo')
    await accessible(page, 'undoing a change in bulk')
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByText('恢复 39 条措施，他人已改 1').waitFor()
    await page.getByText('已恢复 39').waitFor()
    await picture(page, 'bulk-9-undone')
    await page.getByRole('link', { name: '批量修改记录' }).click()
    await page.getByText('已撤销').waitFor()
    await picture(page, 'bulk-10-record')
    await accessible(page, 'record of changes in bulk')
    const kept = await office.ask('GET', `/measures/${measures[7]}`)
    assert.equal(kept.deadline.text, '2099年底前')
    const back = await office.ask('GET', `/measures/${measures[8]}`)
    assert.equal(back.deadline.text, '2026年6月30日前')
    await leave(page)
  })

  it('may be all rows of a filter', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/ledger?page_size=20`)
    await page.getByText('共 44 条', { exact: true }).waitFor()
    await page.getByLabel('勾选本页各行').click()
    await page.getByRole('button', { name: '改选符合条件的全部 44 条' }).click()
    await page.getByText('已选符合条件的全部 44 条措施').waitFor()
    await page.getByRole('button', { name: '批量修改', exact: true }).click()
    await page.getByRole('dialog').getByText('应报成效', { exact: true }).click()
    await page.getByText('建立或修订制度（项）').click()
    await page.getByRole('button', { name: '下一步' }).click()
    await picture(page, 'bulk-10b-all')
    await page.getByText('将修改 43').waitFor()
    await page.getByRole('button', { name: '上一步' }).click()
    await page.getByRole('button', { name: '取消', exact: true }).click()
    await page.getByRole('button', { name: '取消选择' }).click()
    // The keys: a row is chosen with j and ticked with x.
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('已选 1 条措施').waitFor()
    await page.keyboard.press('x')
    assert.equal(await page.getByText('已选 1 条措施').count(), 0)
    await leave(page)
  })

  it('are counted on the board, where each figure is the list behind it', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByText('看板', { exact: true }).click()
    await page.getByRole('rowheader', { name: '云岭区财政局' }).waitFor()
    await picture(page, 'board-1-units')
    await accessible(page, 'board')
    const figure = page.getByRole('link', { name: /^云岭区财政局，未启动/ })
    const count = Number(await figure.textContent())
    await figure.click()
    await page.getByText(`共 ${count} 条`, { exact: true }).waitFor()
    assert.ok(count <= 20 || (await rows(page).count()) === count)
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByText('责任单位：云岭区财政局').waitFor()
    await picture(page, 'board-2-list-behind')
    await page.goBack()
    await page.goto(`${base}/programmes/${id}/ledger?shape=board&by=leader`)
    await page.getByRole('rowheader', { name: '陈明' }).waitFor()
    await page.getByRole('columnheader', { name: '建立或修订制度（项）' }).waitFor()
    await picture(page, 'board-3-leaders')
    await page.goto(`${base}/programmes/${id}/ledger?shape=board&by=area&view=problems`)
    await page.getByRole('rowheader', { name: /落实主体责任方面/ }).waitFor()
    await picture(page, 'board-4-problems')
    await leave(page)
  })

  it('are gone to by their number, like pages, with Ctrl+K', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByText('共 44 条', { exact: true }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '快速前往' }).waitFor()
    await page.keyboard.type('措施 12')
    await page.getByRole('option', { name: /措施 12/ }).waitFor()
    await picture(page, 'palette-1-row')
    await accessible(page, 'command palette')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/measures\//)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('日历')
    await page.getByRole('option', { name: /工作日历/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/calendar/)
    await page.getByRole('button', { name: '查找' }).click()
    await page.keyboard.type('周五')
    await page.getByRole('option', { name: /周五要改四十条/ }).waitFor()
    await picture(page, 'palette-2-programme')
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: '快速前往' }).waitFor({ state: 'hidden' })
    await leave(page)
  })

  it('are readable on a telephone', async () => {
    const page = await as('zhangjing', phone)
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByText('共 44 条', { exact: true }).waitFor()
    const ticks = page.locator('td.tick-cell input')
    await ticks.nth(1).click()
    await ticks.nth(2).click()
    await picture(page, 'bulk-11-phone')
    await page.getByRole('button', { name: '批量修改', exact: true }).click()
    await page.getByRole('dialog').getByText('完成时限', { exact: true }).click()
    await page.getByLabel('时限原文').fill('2099年底前')
    await picture(page, 'bulk-12-phone-what')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('将修改 2').waitFor()
    await picture(page, 'bulk-13-phone-preview')
    await page.goto(batch)
    await page.getByText('修改 40 条措施').waitFor()
    await picture(page, 'bulk-14-phone-batch')
    await page.goto(`${base}/programmes/${id}/ledger?shape=board`)
    await page.getByRole('rowheader', { name: '云岭区财政局' }).waitFor()
    await picture(page, 'board-5-phone')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= phone.width, `the page is ${wide} wide`)
    assert.ok(desk.width > phone.width)
    await leave(page)
  })
})
