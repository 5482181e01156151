// Templates of the office's own: a starter is taken and uploaded, one with faults is kept and shown by place, a better
// version comes into use, documents are made of it, in the programme too; what is withdrawn makes no more.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
import { archive } from './workbook.mjs'

const folder = mkdtempSync(join(tmpdir(), 'zhenggai-templates-'))

/** A file of Word with these paragraphs. */
function word_file(name, lines) {
  const path = join(folder, name)
  const ns = 'http://schemas.openxmlformats.org'
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')
  const main = `${ns}/officeDocument/2006/relationships/officeDocument`
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  writeFileSync(
    path,
    archive(
      Object.entries({
        '[Content_Types].xml':
          `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ` +
          `ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override ` +
          `PartName="/word/document.xml" ContentType="${type}"/></Types>`,
        '_rels/.rels':
          `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="r1" ` +
          `Type="${main}" Target="word/document.xml"/></Relationships>`,
        'word/document.xml':
          `<w:document xmlns:w="${ns}/wordprocessingml/2006/main"><w:body>${body}` +
          `<w:sectPr/></w:body></w:document>`,
      }),
    ),
  )
  return path
}

/** What a press of a button brings. */
async function taken(page, button) {
  const coming = page.waitForEvent('download', { timeout: 60_000 })
  await button.click()
  const file = await coming
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return { name: file.suggestedFilename(), path, bytes: readFileSync(path) }
}

describe('templates', { concurrency: false }, () => {
  let id
  before(raise_curtain)
  before(async () => {
    id = await programme('用模板的整改', { with_plan: true })
  })
  after(lower_curtain)

  async function upload(page, path) {
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles(path)
    await dialog.getByRole('button', { name: '上传并检查' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  const card = (page, name) => page.getByRole('region', { name, exact: true })

  it('begin with a starter that can be used as it is', async () => {
    const page = await as('zhangjing')
    await page.getByRole('link', { name: '模板', exact: true }).click()
    const starter = await taken(page, page.getByRole('button', { name: '整改台账（Word）' }))
    assert.equal(starter.name, '整改台账样板.docx')
    await page.getByRole('button', { name: '上传模板' }).click()
    await picture(page, 'templates-1-upload')
    await accessible(page, 'uploading a template')
    await upload(page, starter.path)
    await card(page, '整改台账样板').getByText('第 1 版在用', { exact: true }).waitFor()
    await leave(page)
  })

  it('with faults are kept, and each fault names its place', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/templates`)
    await page.getByRole('button', { name: '上传模板' }).click()
    await upload(
      page,
      word_file('简报.docx', ['截至{{今天}}', '共{{问题总述}}个', '{{#问题}}{{问题.编号}}']),
    )
    const own = card(page, '简报')
    await own.getByText('第2段：没有 {{问题总述}} 这个字段').waitFor()
    await own.getByText('第3段：{{#问题}} 没有结束标记').waitFor()
    await own.getByText('没有可以使用的版本').waitFor()
    await picture(page, 'templates-2-faults')
    await accessible(page, 'a template with faults')
    await own.getByRole('button', { name: '上传新版本' }).click()
    await upload(
      page,
      word_file('简报二.docx', [
        '截至{{今天}}',
        '共{{问题总数}}个',
        '{{#问题}}{{编号}}、{{/问题}}',
      ]),
    )
    await own.getByText('第 2 版在用', { exact: true }).waitFor()
    await own.getByRole('button', { name: '以前的 1 个版本' }).click()
    await own.getByText('有 2 处问题').waitFor()
    await picture(page, 'templates-3-versions')
    await leave(page)
  })

  it('are tried with a programme, and list all their fields', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/templates`)
    const own = card(page, '简报')
    await own.getByRole('button', { name: '试一试' }).click()
    await own.getByRole('combobox', { name: '选择整改工作' }).click()
    await page.getByRole('option', { name: '用模板的整改' }).click()
    const made = await taken(page, own.getByRole('button', { name: '下载填好的文件' }))
    assert.equal(made.name, '用模板的整改简报.docx')
    const pdf = await taken(page, own.getByRole('button', { name: '看 PDF' }))
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-')
    await page.getByRole('textbox', { name: '查找字段' }).fill('超期天数')
    await page.getByText('{{措施.超期天数}}').first().waitFor()
    await picture(page, 'templates-4-fields')
    await accessible(page, 'the fields of templates')
    await leave(page)
  })

  it('stand among the documents of a programme, also on a phone', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/documents`)
    const section = page.getByRole('region', { name: '本单位模板' })
    await section.getByText('整改台账样板').waitFor()
    await section.scrollIntoViewIfNeeded()
    await picture(page, 'templates-5-documents')
    await accessible(page, 'documents with templates')
    const row = section.getByRole('listitem').filter({ hasText: '整改台账样板' })
    const word = await taken(page, row.getByRole('button', { name: '下载 Word' }))
    assert.equal(word.name, '用模板的整改台账样板.docx')
    assert.equal(word.bytes.subarray(0, 2).toString(), 'PK')
    await leave(page)
    const small = await as('zhangjing', phone)
    await small.goto(`${base}/templates`)
    await card(small, '简报').getByText('第 2 版在用', { exact: true }).waitFor()
    await picture(small, 'templates-6-phone')
    const wide = await small.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= 360, `${wide} wide`)
    await leave(small)
  })

  it('are withdrawn with a reason and taken back', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/templates`)
    const own = card(page, '简报')
    await own.getByRole('button', { name: '停用' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('格式已经改版')
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await own.getByText('停用：格式已经改版').waitFor()
    const unit = await as('liqiang')
    await unit.goto(`${base}/templates`)
    await card(unit, '整改台账样板').waitFor()
    assert.equal(await card(unit, '简报').count(), 0)
    assert.equal(await unit.getByRole('button', { name: '上传模板' }).count(), 0)
    await leave(unit)
    await own.getByRole('button', { name: '恢复使用' }).click()
    await own.getByText('第 2 版在用', { exact: true }).waitFor()
    await leave(page)
  })
})
