// Proof-reading: pasted text, a Word document that comes back put right, a document of the house; what is left as it
// is, and the dictionary.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  client,
  leave,
  lower_curtain,
  new_id,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const text = [
  '关于整改进展情况的报告',
  '区委第三巡察组反馈问题99个,已完成整改19个，完成率76%。',
  '一、总体情况',
  '三、存在不足',
  '大部份措施已经落实，××单位的台帐还没有建立。',
  '联系人手机13812345678。',
].join('\n')

/** What a press of a button brings. */
async function taken(page, press) {
  const coming = page.waitForEvent('download')
  await press()
  const file = await coming
  return {
    name: file.suggestedFilename(),
    bytes: readFileSync(await file.path()),
  }
}
const findings = (page) => page.getByRole('list', { name: '校对意见' }).getByRole('listitem')

describe('proof-reading', { concurrency: false }, () => {
  let id
  before(raise_curtain)
  before(async () => {
    id = await programme('校对的整改', { with_plan: true })
    const office = await client('zhangjing')
    await office.ask('POST', `/programmes/${id}/problems`, {
      id: new_id(),
      area_id: null,
      area_heading: '财务管理方面',
      text: '大部份往来款项没有建立台帐。',
      goal: '',
    })
  })
  after(lower_curtain)

  it('holds pasted text against the ledger, and puts right what is safe', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}`)
    await page.getByRole('link', { name: '文书', exact: true }).first().click()
    await page.getByRole('main').getByRole('link', { name: '校对', exact: true }).click()
    await page.getByLabel('粘贴的文字').fill(text)
    await page.getByRole('button', { name: '校对文字' }).click()
    await page.getByText('这项整改的巡视巡察组是“区委第一巡察组”。').waitFor()
    await page.getByText(/台账中反馈问题现为\d+，文中为99。/).waitFor()
    await page.getByText('19÷99等于19%，与文中的76%不符。').waitFor()
    await page.getByText('“三、”之前缺第2个。').waitFor()
    await picture(page, 'proofreading-1-text')
    await accessible(page, 'the findings beside the text')
    await page.getByRole('button', { name: /^用语/ }).click()
    assert.equal(await findings(page).count(), 2)
    await findings(page).first().getByRole('button', { name: '采用', exact: true }).click()
    await page.getByRole('article', { name: '文稿' }).getByText('部分').waitFor()
    await page.getByRole('button', { name: /采用全部可以改正的/ }).click()
    await picture(page, 'proofreading-2-taken')
    const file = await taken(page, () =>
      page.getByRole('button', { name: /下载改正后的文件/ }).click(),
    )
    const right = file.bytes.toString()
    assert.match(right, /反馈问题99个，已完成/)
    assert.match(right, /大部分措施已经落实，××单位的台账/)
    await leave(page)
  })

  it('shows a finding that was left as it is no longer as open', async () => {
    const page = await as('liqiang')
    await page.goto(`${base}/programmes/${id}/proofreading`)
    await page.getByLabel('粘贴的文字').fill(text)
    await page.getByRole('button', { name: '校对文字' }).click()
    await page.getByRole('button', { name: /^个人信息/ }).click()
    await findings(page).getByRole('button', { name: '不改' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('内部联系人，不对外公开')
    await picture(page, 'proofreading-3-aside')
    await dialog.getByRole('button', { name: '不改' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '校对文字' }).click()
    await page.getByText('也显示标为不改的 1 处').click()
    await page.getByText(/不改：内部联系人，不对外公开（/).waitFor()
    await leave(page)
  })

  it('gives a Word document back with its changes tracked, also on a phone', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/documents/problem_list/${id}`)
    const made = await taken(page, () => page.getByRole('button', { name: '下载 Word' }).click())
    const upload = async (name, buffer) => {
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
      await page.getByText(name).waitFor()
    }
    await page.goto(`${base}/proofreading`)
    await upload(made.name, made.bytes)
    await page.getByRole('button', { name: /^用语/ }).waitFor()
    await picture(page, 'proofreading-4-word')
    await page.getByRole('button', { name: /采用全部可以改正的/ }).click()
    const right = await taken(page, () =>
      page.getByRole('button', { name: /下载改正后的文件/ }).click(),
    )
    assert.equal(right.name, made.name.replace('.docx', '（校对）.docx'))
    await page.setViewportSize(phone)
    await upload(right.name, right.bytes)
    await page.getByRole('button', { name: /^用语/ }).waitFor({ state: 'hidden' })
    await picture(page, 'proofreading-5-phone')
    await accessible(page, 'findings on a phone')
    await leave(page)
  })

  it('leads from a document of the house to its reading', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/documents/problem_list/${id}`)
    await page.getByRole('main').getByRole('link', { name: '校对', exact: true }).click()
    await page.getByText('这份文书由系统内容生成').waitFor()
    await picture(page, 'proofreading-6-paper')
    await leave(page)
  })

  it('keeps a dictionary that the office changes and others read', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/wordings`)
    await page.getByRole('button', { name: '添加词语' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('错误写法').fill('云领区')
    await dialog.getByLabel('正确写法').fill('云岭区')
    await dialog.getByLabel('说明').fill('本区名称。')
    await picture(page, 'proofreading-7-wording')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByLabel('查找词语').fill('云领')
    await page.getByText('张静修改，第 1 版').waitFor()
    await page.getByLabel('查找词语').fill('')
    await picture(page, 'proofreading-8-wordings')
    await accessible(page, 'the dictionary')
    await page.setViewportSize(phone)
    await picture(page, 'proofreading-9-wordings-phone')
    await leave(page)
    const unit = await client('liqiang')
    const read = await unit.ask('POST', '/proofreading', {
      programme: null,
      text: '云领区财政局',
    })
    assert.equal(read.findings.length, 1)
    assert.equal(read.findings[0].fix, '云岭区')
    await assert.rejects(unit.ask('POST', '/wordings', {}), /403/)
  })
})
