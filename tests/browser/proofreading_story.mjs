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

  it('puts a part of a report right by one press, but for what somebody else has changed', async () => {
    const office = await client('zhangjing')
    const report = new_id()
    await office.ask('POST', `/programmes/${id}/narratives`, {
      id: report,
      kind: 'other_report',
      title: '校对的报告',
      principal: '',
    })
    const begun = await office.ask('GET', `/narratives/${report}`)
    const part = begun.sections.find((one) => !one.live && one.part !== 'opening').part
    const section = () =>
      office
        .ask('GET', `/narratives/${report}`)
        .then((now) => now.sections.find((one) => one.part === part))
    const write = async (words) => {
      const { revision, heading } = await section()
      const place = `/narratives/${report}/sections/${part}`
      await office.ask('PUT', `${place}/hold`, { take_over: false })
      await office.ask('PUT', place, { revision, heading, text: words })
      await office.ask('DELETE', `${place}/hold`)
    }
    const figure = begun.figures[0].name
    const before = `共反馈{{${figure}}}个问题,大部份已建立台帐。\n其余部份,正在整改。`
    await write(before)
    const page = await as('zhangjing')
    await page.goto(`${base}/narratives/${report}`)
    const card = page.locator(`#${part}`)
    await card.getByRole('button', { name: '校对' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '改正“台帐”' }).click()
    await page.getByText('已改正 1 处').waitFor()
    await card.getByText('大部份已建立台账').waitFor()
    await dialog.getByRole('button', { name: '改正“台帐”' }).waitFor({ state: 'detached' })
    await page.waitForTimeout(2600) // the message has passed by
    await picture(page, 'proofreading-10-own')
    await accessible(page, 'the findings of a part of a report')
    assert.equal((await section()).text, before.replace('台帐', '台账'))
    const seen = (await section()).revision
    // The press is of what was read, also where the page did not hear of the change.
    const heard = await office.ask('GET', `/narratives/${report}/state`)
    await page.route(`**/narratives/${report}/state`, (route) => route.fulfill({ json: heard }))
    await write('他人改写,大部份不同。')
    await dialog.getByRole('button', { name: /^全部改正/ }).click()
    await dialog.getByText('别人已经修改了这一行').waitFor()
    assert.equal((await section()).text, '他人改写,大部份不同。')
    await page.unroute(`**/narratives/${report}/state`)
    await page.reload()
    await card.getByRole('button', { name: '校对' }).click()
    await page.setViewportSize(phone)
    await picture(page, 'proofreading-11-own-phone')
    await dialog.getByRole('button', { name: '全部改正（2 处）' }).click()
    await dialog.getByText('没有发现问题').waitFor()
    const after = await section()
    assert.equal(after.text, '他人改写，大部分不同。')
    assert.equal(after.revision, seen + 2)
    assert.equal(after.hold, null)
    await leave(page)
  })

  it('puts a part of a plan and a text that goes out right by one press', async () => {
    const office = await client('zhangjing')
    const plan = new_id()
    await office.ask('POST', `/programmes/${id}/plan-versions`, {
      id: plan,
      outline: 'bureau',
      title: '',
      import_id: null,
    })
    const now = await office.ask('GET', `/plan-versions/${plan}`)
    const { part, heading, revision } = now.sections.find((one) => !one.live)
    await office.ask('PUT', `/plan-versions/${plan}/sections/${part}`, {
      revision,
      heading,
      text: '大部份措施已建立台帐。',
    })
    const release = new_id()
    await office.ask('POST', `/programmes/${id}/releases`, {
      id: release,
      audience: 'public',
      source: 'text',
      title: '通报',
      text: '局长韩征主持,大部份措施已建立台帐。',
      previous_id: null,
      edition_id: null,
      with_accountability: false,
      contacts: { phone: '', address: '', email: '' },
    })
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/draft`)
    await page.getByRole('button', { name: /^校对/ }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '全部改正（2 处）' }).click()
    await page.getByRole('dialog').getByText('没有发现问题').waitFor()
    await picture(page, 'proofreading-12-plan')
    const written = await office.ask('GET', `/plan-versions/${plan}`)
    const put_right = written.sections.find((one) => one.part === part)
    assert.equal(put_right.text, '大部分措施已建立台账。')
    await page.goto(`${base}/programmes/${id}/releases`)
    await page.getByRole('region', { name: '校对' }).waitFor()
    await page.getByRole('button', { name: /^全部改正/ }).click()
    await page.getByRole('region', { name: '内部文本与公开文本对照' }).getByText('台账').waitFor()
    await page.waitForTimeout(2600)
    await picture(page, 'proofreading-13-release')
    await accessible(page, 'a text that goes out, put right')
    const read = await office.ask('GET', `/releases/${release}`)
    assert.match(read.out[0], /主持，大部分措施已建立台账。$/)
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
