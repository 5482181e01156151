// Documents: made from what the system holds, looked at on the page, taken out as Word and PDF.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  client,
  hand_in,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

/** What a press of a button brings, its name and its first bytes. */
async function taken(page, button) {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await coming
  return {
    name: file.suggestedFilename(),
    bytes: readFileSync(await file.path()),
  }
}

describe('documents', { concurrency: false }, () => {
  let id
  before(raise_curtain)
  before(async () => {
    id = await programme('出文书的整改', { with_plan: true })
    const unit = await client('liqiang')
    const { rows } = await unit.ask('GET', `/ledger?programme=${id}&view=problems`)
    await unit.ask('PUT', `/problems/${rows[0].id}/claim`, {
      version: rows[0].version,
    })
    const measures = await unit.ask('GET', `/ledger?programme=${id}&view=measures`)
    await hand_in(unit, measures.rows[0].id)
  })
  after(lower_curtain)

  it('of a programme are its ledger, its lists and its reports', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}`)
    await page.getByRole('link', { name: '文书', exact: true }).click()
    await page.getByRole('link', { name: '问题清单' }).waitFor()
    await picture(page, 'documents-1-all')
    await accessible(page, 'the documents of a programme')
    await page.getByRole('link', { name: '任务清单' }).click()
    await page.getByRole('columnheader', { name: '整改任务（措施）' }).waitFor()
    const rows = await page.locator('.paper tbody tr').count()
    const ledger = await (
      await client('zhangjing')
    ).ask('GET', `/ledger?programme=${id}&view=measures&page_size=1`)
    assert.equal(rows, ledger.total + 1)
    await picture(page, 'documents-2-list')
    await accessible(page, 'a list as a paper')
    const word = await taken(page, '下载 Word')
    assert.equal(word.name, '出文书的整改任务清单.docx')
    assert.equal(word.bytes.subarray(0, 2).toString(), 'PK')
    const pdf = await taken(page, '下载 PDF')
    assert.equal(pdf.name, '出文书的整改任务清单.pdf')
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-')
    await leave(page)
  })

  it('of a month count what the ledger counts', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/documents`)
    await page.getByRole('link', { name: '整改工作月报' }).click()
    await page.getByText(/截至.*整改措施\d+条/).waitFor()
    await picture(page, 'documents-3-month')
    await leave(page)
  })

  it('of a problem open from its page, also on a phone', async () => {
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', `/ledger?programme=${id}&view=problems`)
    const page = await as('zhangjing', phone)
    await page.goto(`${base}/problems/${rows[0].id}`)
    await page.getByRole('link', { name: '归零表' }).click()
    await page.getByText('举一反三检查情况').waitFor()
    await picture(page, 'documents-4-phone')
    await leave(page)
  })

  it('show a unit only what is its own', async () => {
    const page = await as('liqiang')
    await page.goto(`${base}/documents/ledger_table/${id}`)
    await page.getByRole('columnheader', { name: '反馈问题' }).waitFor()
    await leave(page)
    const stranger = await as('zhaojuan')
    await stranger.goto(`${base}/documents/ledger_table/${id}`)
    await stranger.getByRole('alert').waitFor()
    await leave(stranger)
  })
})
