// A plan was imported with a problem that is not this unit's: the office takes it away, sees that what was worked on
// stays, and puts back what it took away too much.
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

const reason = '方案误导入，与上一轮台账重复'

describe('the bin', { concurrency: false }, () => {
  let id, claimed, mistaken, office
  before(raise_curtain)
  before(async () => {
    id = await programme('误导入几条的整改', { with_plan: true })
    claimed = await claimed_problem(id, '国有资产账实不符')
    office = await client('zhangjing')
    const { rows } = await office.ask('GET', `/ledger?programme=${id}&view=problems`)
    mistaken = rows.find((row) => row.id !== claimed.id && row.measures.total > 1)
  })
  after(lower_curtain)

  const total = async () => (await office.ask('GET', `/ledger?programme=${id}`)).total

  it('takes away a problem with all that hangs on it, for a reason', async () => {
    const page = await as('zhangjing')
    const before = await total()
    await page.goto(`${base}/programmes/${id}/ledger?view=problems&open=problems:${mistaken.id}`)
    const panel = page.getByRole('complementary', { name: '问题' })
    await panel.getByRole('button', { name: '移除', exact: true }).click()
    await panel.getByText(`问题 ${mistaken.number}`).first().waitFor()
    await panel.getByRole('button', { name: '移除', exact: true }).click()
    await panel.getByText('至少写 5 个字').first().waitFor()
    await panel.getByLabel('移除理由').fill(reason)
    await picture(page, 'bin-01-preview')
    await accessible(page, 'what would be taken away')
    await panel.getByRole('button', { name: '移除', exact: true }).click()
    await page.getByText(`问题 ${mistaken.number} 已移入回收站`).waitFor()
    await page.getByRole('button', { name: '回收站（1）' }).waitFor()
    assert.equal(await total(), before - mistaken.measures.total)
    await picture(page, 'bin-02-ledger')
    await leave(page)
  })

  it('keeps what somebody worked on, and says why and what to do', async () => {
    const page = await as('zhangjing', phone)
    await page.goto(`${base}/problems/${claimed.id}`)
    await page.getByRole('button', { name: '移除', exact: true }).click()
    await page.getByText('已有人认领或办理，办过的不能移除').waitFor()
    await picture(page, 'bin-03-stays-phone')
    await accessible(page, 'why it stays')
    await leave(page)
  })

  it('shows what lies in it and gives it back under its number', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByRole('button', { name: '回收站（1）' }).click()
    await page.getByText(reason).waitFor()
    await picture(page, 'bin-04-page')
    await accessible(page, 'the bin')
    const small = await as('zhangjing', phone)
    await small.goto(`${base}/programmes/${id}/bin`)
    await small.getByText(reason).waitFor()
    await picture(small, 'bin-05-page-phone')
    await small.goto(`${base}/programmes/${id}/ledger`)
    await small.getByRole('button', { name: '回收站（1）' }).waitFor()
    await picture(small, 'bin-07-ledger-phone')
    await leave(small)
    await page.getByRole('button', { name: `恢复问题 ${mistaken.number}` }).click()
    await page.getByText(`问题 ${mistaken.number} 已恢复`).waitFor()
    await page.getByText('回收站是空的').waitFor()
    const back = await office.ask('GET', `/problems/${mistaken.id}`)
    assert.equal(back.number, mistaken.number)
    assert.equal(back.measures.length, mistaken.measures.total)
    await page.goto(`${base}/problems/${mistaken.id}`)
    await page.getByText('恢复', { exact: true }).first().waitFor()
    await picture(page, 'bin-06-history')
    await leave(page)
  })
})
