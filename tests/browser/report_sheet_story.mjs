// A liaison's Friday: forty measures are taken out as a workbook, filled in, looked at cell by cell, a conflict is
// decided, and the ledger has it all.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
  report,
  units,
} from './stage.mjs'
import { new_id } from './program.mjs'
import { filled } from './workbook.mjs'

const measures = 40
const first_line = 4 // below title, note and head
const pieces = ['修订', '清理', '公开', '核查', '培训']
const matters = ['采购管理办法', '往来款项', '预算执行结果', '资产台账', '内控流程']

describe("a liaison's Friday", { concurrency: false }, () => {
  let id, unit
  before(raise_curtain)
  before(async () => {
    id = await programme('填报表往返的整改')
    const office = await client('zhangjing')
    unit = await client('liqiang')
    const problem = new_id()
    await office.ask('POST', `/programmes/${id}/problems`, {
      id: problem,
      area_heading: '落实全面从严治党责任方面',
      text: '财务管理不规范，往来款项长期挂账，采购程序执行不严。',
      deadline: { kind: 'date', text: '2099年6月底前', date: '2099-06-30' },
      responsibility: {
        responsible_units: [{ name: '云岭区财政局', id: units['云岭区财政局'] }],
      },
    })
    for (let i = 0; i < measures; i++)
      await office.ask('POST', `/problems/${problem}/measures`, {
        id: new_id(),
        text: `${pieces[i % 5]}${matters[Math.floor(i / 5) % 5]}（第${i + 1}项），明确责任科室和完成时间。`,
      })
    await unit.ask('PUT', `/problems/${problem}/claim`, { version: 1 })
  })
  after(lower_curtain)

  const numbered = (n) => first_line + n - 1
  async function upload(page, buffer) {
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByRole('button', { name: 'Excel' }).click()
    await page.getByRole('menuitem', { name: '上传填报表' }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByLabel('选择填报表')
      .setInputFiles({ name: '填报表（本周）.xlsx', mimeType: '', buffer })
    return dialog
  }
  /** What the liaison typed: forty reports, one with figures, two with faults. */
  function typed() {
    const cells = {}
    for (let n = 1; n <= measures; n++) {
      cells[`I${numbered(n)}`] = `第${n}项已按计划推进，责任科室已落实。`
      cells[`J${numbered(n)}`] = 50
    }
    cells[`J${numbered(3)}`] = '八成'
    cells[`N${numbered(4)}`] = '1.2万'
    cells[`M${numbered(5)}`] = 2
    cells[`L${numbered(5)}`] = '云财〔2026〕12号'
    cells[`J${numbered(5)}`] = 90
    cells[`K${numbered(5)}`] = '只差财政所签收'
    cells[`T${numbered(5)}`] = '是'
    return cells
  }
  let workbook

  it('begins with a workbook of the measures that are open', async () => {
    const page = await as('liqiang')
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByRole('button', { name: 'Excel' }).click()
    const [book] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: '下载填报表' }).click(),
    ])
    assert.match(book.suggestedFilename(), /^填报表往返的整改进展填报表（.*）\.xlsx$/)
    workbook = filled(readFileSync(await book.path()), typed())
    if (process.env.ZHENGGAI_PICTURES)
      writeFileSync(join(process.env.ZHENGGAI_PICTURES, 'report-sheet.xlsx'), workbook)
    await picture(page, 'report-sheet-1-ledger')
    await leave(page)
  })

  it('shows what would change, what somebody else reported meanwhile, and what is wrong', async () => {
    const { rows } = await unit.ask('GET', `/ledger?programme=${id}&page_size=50`)
    for (const n of [1, 2])
      await report(unit, rows.find((row) => row.number === n).id, {
        text: `第${n}项由同事先报了一次。`,
        percent: 20,
      })
    const page = await as('liqiang')
    const dialog = await upload(page, workbook)
    await dialog.getByText('冲突 2').waitFor()
    await dialog.getByText('会改 36').waitFor()
    await dialog.getByText('有误 2').waitFor()
    await dialog.getByText('第1项由同事先报了一次。').waitFor()
    await picture(page, 'report-sheet-2-conflicts')
    await accessible(page, 'a checked workbook')
    await dialog.getByText('有误 2').click()
    await dialog.getByText('“八成”不能作为完成比例，请填 0 到 100 的整数。').waitFor()
    await picture(page, 'report-sheet-3-faults')
    const [returned] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '下载有误的行' }).click(),
    ])
    assert.match(returned.suggestedFilename(), /有误的行/)
    if (process.env.ZHENGGAI_PICTURES)
      await returned.saveAs(join(process.env.ZHENGGAI_PICTURES, 'report-sheet-returned.xlsx'))
    await dialog.getByText('会改 36').click()
    await picture(page, 'report-sheet-4-changes')
    await dialog.getByText('冲突 2').click()
    const line = (text) => dialog.getByRole('row').filter({ hasText: text })
    await line('第1项由同事').getByText('仍报我的').click()
    await line('第2项由同事').getByText('保留已有的，不报我的').click()
    await dialog.getByRole('button', { name: '应用 37 行' }).click()
    await dialog.getByText('已写入 37 条进展，其中 1 条已提交审核。').waitFor()
    await picture(page, 'report-sheet-5-applied')
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()
    const after = await unit.ask('GET', `/ledger?programme=${id}&page_size=50`)
    const by_number = (n) => after.rows.find((row) => row.number === n)
    assert.equal(by_number(1).progress.percent, 50)
    assert.equal(by_number(2).progress.percent, 20)
    assert.equal(by_number(5).status, 'awaiting_review')
    assert.equal(by_number(40).status, 'under_way')
    await page.goto(`${base}/measures/${by_number(5).id}`)
    await page.getByText('由填报表带入：《填报表（本周）.xlsx》').waitFor()
    await page.getByText('只差财政所签收').first().waitFor()
    await picture(page, 'report-sheet-6-measure')
    await leave(page)
  })

  it('changes nothing when the same workbook comes again, on a telephone too', async () => {
    const page = await as('liqiang', phone)
    const dialog = await upload(page, workbook)
    await dialog.getByText('未变 37').waitFor()
    await dialog.getByText('冲突 1').waitFor()
    await picture(page, 'report-sheet-7-again')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= phone.width, `${wide} wide`)
    await leave(page)
  })
})
