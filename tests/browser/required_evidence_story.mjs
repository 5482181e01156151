// Kinds of evidence that a programme asks for: the office sets them, the unit sees what is missing and brings it as that
// kind, what was said wrongly is corrected, and only then the measure goes to review.
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
  report,
} from './stage.mjs'

const text = (name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })
const section = (page) => page.locator('section.evidence')
const dialog = (page) => page.getByRole('dialog')

describe('evidence that is asked for', { concurrency: false }, () => {
  let id, measures
  before(raise_curtain)
  before(async () => {
    id = await programme('规定材料类别的整改', { with_plan: true })
    measures = (await claimed_problem(id, '预算执行')).measures
    await report(await client('liqiang'), measures[0].id)
  })
  after(lower_curtain)

  it('is set by the office for the whole programme', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}`)
    await page.getByRole('heading', { name: '佐证材料要求' }).waitFor()
    await page.getByRole('button', { name: '修改材料要求' }).click()
    const measure = dialog(page).getByRole('group', { name: '措施提交审核前' })
    await measure.getByText('会议记录').click()
    await measure.getByText('财务凭证').click()
    await dialog(page).getByRole('group', { name: '问题申请销号前' }).getByText('处理决定').click()
    await picture(page, 'required-evidence-1-set')
    await accessible(page, 'choosing kinds of evidence')
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await page.getByText('会议记录、财务凭证').waitFor()
    await picture(page, 'required-evidence-2-overview')
    await leave(page)
  })

  it('is a list to be ticked off, and keeps the measure from review until it is', async () => {
    const page = await as('liqiang')
    await page.goto(`${base}/measures/${measures[0].id}`)
    await section(page).getByText('提交审核前，须有下列各类材料').waitFor()
    await page.getByRole('button', { name: '提交审核' }).click()
    await page.locator('.form').getByRole('button', { name: '提交审核' }).click()
    await page.getByText('还缺少规定的佐证材料：会议记录、财务凭证').waitFor()
    await picture(page, 'required-evidence-3-refused')
    await page.locator('.form').getByRole('button', { name: '取消' }).click()
    const chooser = page.waitForEvent('filechooser')
    await section(page).getByRole('button', { name: '上传财务凭证' }).click()
    await (await chooser).setFiles([text('附件一.txt')])
    await dialog(page).getByText('附件一.txt').waitFor()
    await dialog(page).getByText('财务凭证').first().waitFor()
    await picture(page, 'required-evidence-4-bring')
    await dialog(page).getByRole('button', { name: '上传', exact: true }).click()
    await section(page).locator('.required li.stands', { hasText: '财务凭证' }).waitFor()
    await section(page).scrollIntoViewIfNeeded()
    await picture(page, 'required-evidence-5-ticked')
    await accessible(page, 'evidence that is asked for')
    await leave(page)
  })

  it('is corrected where its kind was said wrongly, on a telephone', async () => {
    const page = await as('liqiang', phone)
    await page.goto(`${base}/measures/${measures[0].id}`)
    await section(page)
      .locator('input[type=file]')
      .setInputFiles([text('座谈情况.txt')])
    await dialog(page).getByRole('button', { name: '上传', exact: true }).click()
    const line = section(page).locator('li.line', { hasText: '座谈情况.txt' })
    await line.getByText('其他').first().waitFor()
    await section(page).scrollIntoViewIfNeeded()
    await picture(page, 'required-evidence-6-phone')
    await line.getByRole('button', { name: '更正' }).click()
    await dialog(page).locator('.el-select').click()
    await page.locator('.el-select-dropdown__item:visible', { hasText: '会议记录' }).click()
    await dialog(page).getByLabel('说明').fill('局党组专题研究记录')
    await picture(page, 'required-evidence-7-correct')
    await accessible(page, 'correcting evidence')
    await dialog(page).getByRole('button', { name: '保存更正' }).click()
    await line.getByText('局党组专题研究记录').waitFor()
    await line.getByText('更正类别和说明').waitFor()
    await line.getByRole('button', { name: '历史版本（1）' }).click()
    await line.scrollIntoViewIfNeeded()
    await picture(page, 'required-evidence-8-corrected')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= phone.width, `the page is ${wide} wide`)
    await page.getByText('更正佐证材料').waitFor()
    await page.getByRole('button', { name: '提交审核' }).click()
    await page.locator('.form').getByRole('button', { name: '提交审核' }).click()
    await page.getByText('待审核').first().waitFor()
    await leave(page)
  })
})
