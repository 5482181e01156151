// The same pages on other screens: a phone, a wide screen, large type, an import taken back.
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

describe('pages on other screens', { concurrency: false }, () => {
  let id
  before(async () => {
    await raise_curtain()
    id = await programme('另外几种屏幕的样例', { with_plan: true })
  })
  after(lower_curtain)
  const fits = async (page, name) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= page.viewportSize().width, `${name} scrolls sideways: ${width}`)
  }

  it('fit a phone: the list, one item, its form', async () => {
    const page = await as('liqiang', phone)
    for (const place of ['programmes', `programmes/${id}/overview`, `programmes/${id}/ledger`]) {
      await page.goto(`${base}/${place}`)
      await page.waitForLoadState('networkidle')
      await fits(page, place)
      await picture(page, '50-phone-' + place.split('/').pop())
    }
    await page.getByText('逐卷核查干部人事档案').first().click()
    await page.getByRole('complementary').getByText('完成时限').waitFor()
    await fits(page, 'panel')
    await picture(page, '51-phone-item')
    await accessible(page, 'phone item')
    await leave(page)
  })

  it('show a district in the middle of its work', async () => {
    const page = await as('zhangjing')
    await page.goto(base + '/programmes')
    await page.getByRole('link', { name: '财政局党组巡察整改' }).waitFor()
    await picture(page, '21-programmes')
    await accessible(page, 'programmes')
    await page.getByRole('link', { name: '财政局党组巡察整改' }).click()
    await page.getByRole('heading', { name: '整改进度' }).waitFor()
    await picture(page, '22-overview')
    await page.getByRole('link', { name: '台账', exact: true }).click()
    await page.locator('table.rows tbody tr').first().waitFor()
    await picture(page, '23-ledger')
    await page.getByText('按问题').click()
    await page.waitForURL(/view=problems/)
    await page.locator('table.rows tbody tr').first().waitFor()
    await picture(page, '24-problems')
    await accessible(page, 'problems')
    await leave(page)
  })

  it('use a wide screen', async () => {
    const page = await as('zhangjing', { width: 1920, height: 1080 })
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByText('共 8 条', { exact: true }).waitFor()
    await picture(page, '52-wide')
    await leave(page)
  })

  it('grow with large type, which stays on', async () => {
    const page = await as('zhangjing')
    await page.getByRole('button', { name: '大字版' }).click()
    await page.goto(`${base}/programmes/${id}/ledger?view=problems`)
    await page.getByText('共 4 条', { exact: true }).waitFor()
    const size = await page.evaluate(
      () => getComputedStyle(document.querySelector('table.rows td')).fontSize,
    )
    assert.equal(size, '18.2px')
    await picture(page, '53-large-type')
    await accessible(page, 'large type')
    await leave(page)
  })

  it('take an import back as long as nobody has worked on it', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/imports`)
    await page.getByRole('link', { name: '查看' }).click()
    await page.getByRole('button', { name: '撤销这次导入' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click()
    await page.getByText('这次导入已撤销').waitFor()
    await picture(page, '54-import-undone')
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByText('台账里还没有内容').waitFor()
    await picture(page, '55-ledger-empty')
    await leave(page)
  })
})
