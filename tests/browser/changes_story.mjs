// The ledger of one day beside that of another.
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  client,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

describe('the changes of a ledger', { concurrency: false }, () => {
  let id
  before(raise_curtain)
  before(async () => {
    id = await programme('看变化的整改', { with_plan: true })
    const unit = await client('liqiang')
    const { rows } = await unit.ask('GET', `/ledger?programme=${id}&view=problems`)
    for (const row of rows.slice(0, 2))
      await unit.ask('PUT', `/problems/${row.id}/claim`, { version: row.version })
  })
  after(lower_curtain)

  it('are what is new and which cells read differently', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}`)
    await page.getByRole('link', { name: '台账', exact: true }).click()
    await page.getByRole('link', { name: '变化', exact: true }).click()
    await page.getByText('近一周').waitFor()
    await page.getByText('其中新增').waitFor()
    await picture(page, 'changes-1-measures')
    await page.getByText('问题', { exact: true }).click()
    await page.getByText(/有变化的 4 行，其中新增 4 行/).waitFor()
    await accessible(page, 'changes of a ledger')
    const today = await page.getByLabel('到', { exact: true }).inputValue()
    await page.getByLabel('从', { exact: true }).fill(today)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '比较' }).click()
    await page.getByText('这段时间没有变化').waitFor()
    await leave(page)
  })

  it('fit a phone', async () => {
    const page = await as('zhangjing', phone)
    await page.goto(`${base}/programmes/${id}/changes?view=problems`)
    await page.getByText('其中新增').waitFor()
    await picture(page, 'changes-2-phone')
    await accessible(page, 'changes on a phone')
    await leave(page)
  })
})
