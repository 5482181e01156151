// What a careful reader would ask about a ledger: the office goes through it, a finding leads to its row.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

describe('the quality of a ledger', { concurrency: false }, () => {
  let id
  before(raise_curtain)
  before(async () => {
    await programme('雷同的另一项整改', { with_plan: true })
    id = await programme('看质量的整改', { with_plan: true })
  })
  after(lower_curtain)

  it('is asked about row by row, and a finding opens its row', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}`)
    await page.getByRole('link', { name: '质量', exact: true }).click()
    await page.getByText(/共 \d+ 处/).waitFor()
    await picture(page, 'quality-1-all')
    await accessible(page, 'quality of a ledger')
    await page.getByRole('button', { name: /文字雷同/ }).click()
    await page.getByText('雷同的另一项整改').first().waitFor()
    assert.ok((await page.locator('mark').count()) > 1)
    await picture(page, 'quality-2-copied')
    const link = page.locator('li .head a').first()
    const target = await link.getAttribute('href')
    await link.click()
    await page.waitForURL(base + target)
    await page.getByRole('heading', { name: '完成时限' }).waitFor()
    await leave(page)
  })

  it('is readable on a telephone', async () => {
    const page = await as('liqiang', phone)
    await page.goto(`${base}/programmes/${id}/quality`)
    await page.getByText(/共 \d+ 处/).waitFor()
    await picture(page, 'quality-3-phone')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= phone.width, `the page is ${wide} wide`)
    await leave(page)
  })
})
