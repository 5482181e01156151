// The first five minutes of each role: where it arrives, what waits there, and the one thing it came for.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { new_id } from './program.mjs'
import {
  accessible,
  administrator,
  as,
  base,
  clear,
  client,
  hand_in,
  leave,
  lower_curtain,
  picture,
  programme,
  raise_curtain,
  security_administrator,
} from './stage.mjs'

const title = '各方第一天看到的整改'
let id

/** A problem of the plan by a word of its text. */
async function problem(who, word) {
  const { rows } = await who.ask('GET', `/ledger?programme=${id}&view=problems`)
  return who.ask('GET', `/problems/${rows.find((row) => row.text.includes(word)).id}`)
}
const claim = (who, row) => who.ask('PUT', `/problems/${row.id}/claim`, { version: row.version })
const finish = (who, measure) =>
  hand_in(who, measure.id, { text: '制度已经印发，三季度通报两次。', evidence_note: '通报2期' })

/** Arrives on the page that waits for him, which must be usable by everybody. */
async function arrives(account, name) {
  const page = await as(account)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await picture(page, name)
  await accessible(page, name)
  return page
}
const region = (page, name) => page.getByRole('region', { name })

describe('the first five minutes', { concurrency: false }, () => {
  before(raise_curtain)
  before(async () => {
    id = await programme(title, { with_plan: true })
    const unit = await client('liqiang')
    const budget = await problem(unit, '预算执行')
    await claim(unit, budget)
    // The most urgent of all that waits, whatever other stories handed in.
    const office = await client('zhangjing')
    const [{ id: urgent, version }] = budget.measures
    await office.ask('PATCH', `/measures/${urgent}`, {
      version,
      deadline: { kind: 'date', text: '', date: '2026-01-05' },
    })
    await finish(unit, budget.measures[0])
  })
  after(lower_curtain)

  it('of the office lead from what waits to the ledger and its figures', async () => {
    const page = await arrives('zhangjing', '80-first-office')
    await page.getByRole('navigation').getByRole('link', { name: '整改工作' }).click()
    await page.waitForURL('**/programmes') // the page that is left names the programme, too
    await page.getByRole('link', { name: title }).first().click()
    await page.getByRole('heading', { name: '整改进度' }).waitFor()
    await picture(page, '81-first-office-overview')
    await page.getByRole('button', { name: '修改基本情况' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('公开', { exact: true }).click()
    assert.equal(await dialog.getByText('机密', { exact: true }).count(), 0)
    await picture(page, '82-first-office-edit')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.locator('.el-message', { hasText: '基本情况已经修改' }).waitFor()
    await leave(page)
  })

  it('of a liaison are a claim', async () => {
    const page = await arrives('liqiang', '83-first-liaison')
    const waiting = region(page, '待认领的问题')
    await waiting.getByRole('link', { name: /认领/ }).first().click()
    await page.getByRole('button', { name: '认领这个问题' }).click()
    await page.locator('.el-message', { hasText: '已认领' }).waitFor()
    await leave(page)
  })

  it('of a handler are a report with its proof', async () => {
    const page = await arrives('chengang', '84-first-handler')
    assert.equal(await region(page, '待认领的问题').count(), 0)
    await region(page, '待报告进展的措施')
      .getByRole('link', { name: /报告进展/ })
      .first()
      .click()
    await page.getByLabel('进展情况').fill('已约谈两个落后单位的负责人，执行进度回到序时进度。')
    await page.getByLabel('佐证材料').first().fill('约谈记录2份')
    await picture(page, '85-first-handler-report')
    await page
      .getByRole('button', { name: /^提交|^保存|^报告/ })
      .last()
      .click()
    await page.getByText('已约谈两个落后单位的负责人').first().waitFor()
    await leave(page)
  })

  for (const [account, name] of [
    ['zhouyuan', '86-first-lead-leader'],
    ['linxiao', '87-first-responsible-leader'],
    ['hanzheng', '88-first-principal'],
  ])
    it(`of a leader (${account}) show how far things are in two clicks`, async () => {
      const page = await arrives(account, name)
      await page.getByRole('navigation').getByRole('link', { name: '整改工作' }).click()
      await page.waitForURL('**/programmes')
      await page.getByRole('link', { name: title }).first().click()
      await page.getByRole('heading', { name: '整改进度' }).waitFor()
      assert.equal(await page.getByRole('link', { name: '导入', exact: true }).count(), 0)
      await leave(page)
    })

  for (const [account, name] of [
    ['wukai', '89-first-supervision-team'],
    ['zhengqing', '90-first-discipline-office'],
    ['qianlan', '91-first-organisation-department'],
    ['fenglei', '92-first-inspection-office'],
  ])
    it(`of a supervising side (${account}) show what was reported, ready to be judged`, async () => {
      const page = await arrives(account, name)
      await region(page, '待审核的措施')
        .getByRole('link', { name: new RegExp(title) })
        .first()
        .click()
      await page.getByRole('heading', { name: '审核通过' }).waitFor()
      await picture(page, name + '-review')
      await leave(page)
    })

  it('of the security administrator may be spent on a role of the house, narrower than a fixed one', async () => {
    const page = await arrives(security_administrator, '97-first-security-administrator')
    await page.getByRole('button', { name: '自定义角色' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '新建自定义角色' }).click()
    await dialog.getByLabel('名称').fill('台账核对员')
    await dialog.getByText('查看台账').click()
    await dialog.getByText('审核', { exact: true }).click()
    await dialog.getByText('查看人员姓名').click()
    await picture(page, '97-custom-role')
    await accessible(page, 'custom role')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('台账核对员').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('cell', { name: 'wanglei', exact: true }).dblclick()
    const giving = page.getByRole('dialog')
    await giving.locator('.el-select').first().click() // stands still by then
    await page.getByRole('option', { name: '台账核对员（整改办）' }).click()
    await giving.getByLabel('变更理由').fill('只负责核对')
    await giving.getByRole('button', { name: '授权', exact: true }).click()
    await page.getByText('授权已经生效').waitFor()
    await page.getByRole('cell', { name: '台账核对员', exact: true }).waitFor()
    await leave(page)
    const checker = await as('wanglei')
    await checker.goto(`${base}/programmes/${id}/ledger`)
    await checker.getByText('共 8 条', { exact: true }).waitFor()
    assert.equal(await checker.getByRole('link', { name: '导入', exact: true }).count(), 0)
    await leave(checker)
    // As it was, for the stories that follow.
    const security = await client(security_administrator)
    const { rows } = await security.ask('GET', '/grants')
    const lei = rows.find((row) => row.name === 'wanglei')
    await security.ask('POST', '/permission-changes', {
      id: new_id(),
      account_id: lei.id,
      version: lei.version,
      role: lei.role,
      custom_role_id: null,
      parts: [],
      guards: [],
      reason: '恢复',
    })
  })

  it('of an inspection team show the plan as it is carried out, nothing to press', async () => {
    const page = await arrives('dengfei', '93-first-inspection-team')
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByText('共 8 条', { exact: true }).waitFor()
    assert.equal(await page.getByRole('link', { name: /导出/ }).count(), 0)
    await leave(page)
  })

  it('of an observer name nobody', async () => {
    const page = await arrives('xiaowen', '94-first-observer')
    await page.goto(`${base}/programmes/${id}/ledger?view=problems`)
    await page.getByText('周某').first().waitFor()
    assert.equal(await page.getByText('周远').count(), 0)
    await picture(page, '95-first-observer-ledger')
    await leave(page)
  })

  it('of the administrators show no content', async () => {
    for (const account of [administrator, security_administrator]) {
      const page = await arrives(account, `96-first-${account}`)
      await page.goto(`${base}/programmes/${id}/ledger`)
      await page.getByRole('alert').first().waitFor()
      assert.equal(await page.getByText('国有资产账实不符').count(), 0)
      await leave(page)
    }
  })

  it('of somebody cleared for clues hide a problem from everybody who is not', async () => {
    await clear('zhangjing', ['clues'], '负责问题线索类内容')
    const office = await client('zhangjing')
    const { id: row } = await problem(office, '干部人事档案')
    const page = await as('zhangjing')
    await page.goto(`${base}/problems/${row}`)
    await page.getByRole('button', { name: '限定知悉范围' }).click()
    await page.getByText('问题线索').click()
    await picture(page, '98-guard')
    await accessible(page, 'guard')
    await page.getByRole('button', { name: '保存标注' }).click()
    await page.getByText('限定知悉：问题线索').first().waitFor()
    await picture(page, '99-guarded')
    await leave(page)
    const other = await as('wanglei')
    await other.goto(`${base}/problems/${row}`)
    await other.getByRole('alert').waitFor()
    await other.goto(`${base}/programmes/${id}/ledger?view=problems`)
    await other.getByText('共 3 条', { exact: true }).waitFor()
    await leave(other)
  })
})
