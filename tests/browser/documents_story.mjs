// Documents: made from what the system holds, looked at on the page, taken out as Word and PDF.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** What `zhenggai parse` finds in a Word document: each problem and each measure as a line. */
function parsed(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'))
  const file = join(folder, 'plan.docx')
  writeFileSync(file, bytes)
  const done = spawnSync(process.env.ZHENGGAI_PROGRAM, ['parse', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  rmSync(folder, { recursive: true })
  assert.equal(done.status, 0, done.stderr)
  const found = { problems: [], measures: [] }
  const take = (row) => found.measures.push(...row.measures.map((one) => one.text))
  for (const area of JSON.parse(done.stdout).areas)
    for (const problem of area.problems) {
      found.problems.push(problem.text)
      take(problem)
      problem.manifestations.forEach(take)
    }
  return found
}
/** The same of the ledger. */
async function in_ledger(office, programme) {
  const texts = async (view) => {
    const query = `/ledger?programme=${programme}&view=${view}&page_size=200`
    return (await office.ask('GET', query)).rows.map((one) => one.text)
  }
  return { problems: await texts('problems'), measures: await texts('measures') }
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
    await page.getByRole('link', { name: '文书', exact: true }).first().click()
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

  it('of a programme begin with its plan, as text or as tables', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/documents`)
    await page.getByRole('link', { name: '整改方案', exact: true }).last().click()
    await page.getByText('整改任务和措施').first().waitFor()
    await page.getByRole('columnheader', { name: '工作任务' }).waitFor()
    await picture(page, 'documents-5-plan')
    await accessible(page, 'a plan as a paper')
    const word = await taken(page, '下载 Word')
    assert.match(word.name, /整改方案\.docx$/)
    const office = await client('zhangjing')
    assert.deepEqual(parsed(word.bytes), await in_ledger(office, id))
    await page.locator('.plan-forms .el-select').first().click()
    await page.getByRole('option', { name: '列表' }).click()
    await page.getByRole('columnheader', { name: '相关责任' }).first().waitFor()
    await page.locator('.plan-forms .el-select').last().click()
    await page.getByRole('option', { name: '全部栏目' }).click()
    await page.getByRole('columnheader', { name: /整改\s*类型/ }).waitFor()
    await picture(page, 'documents-6-plan-tables')
    await leave(page)
  })

  it('of every plan that the sample has come back as the same ledger', async () => {
    const office = await client('zhangjing')
    const page = await as('zhangjing')
    const { rows } = await office.ask('GET', '/programmes')
    for (const one of rows) {
      const of_ledger = await in_ledger(office, one.id)
      if (!of_ledger.problems.length) continue
      const answer = await page.request.get(
        `${base}/api/v1/documents/rectification_plan/${one.id}/file?form=docx`,
      )
      assert.equal(answer.status(), 200)
      assert.deepEqual(parsed(await answer.body()), of_ledger, one.title)
    }
    await leave(page)
  })

  it('of a problem open from its page, also on a phone', async () => {
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', `/ledger?programme=${id}&view=problems`)
    const page = await as('zhangjing', phone)
    await page.goto(`${base}/problems/${rows[0].id}`)
    await page.getByRole('link', { name: '归零表' }).click()
    await page.getByText(/举一反三\s*检查情况/).waitFor()
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
