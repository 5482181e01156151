// Files that prove progress, as the person at the unit brings them and the office looks at them: several at once, one of
// them refused, a picture from the clipboard, a new version, the same file at another row, and one taken away.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { new_id } from './program.mjs'
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
import { png } from './photograph.mjs'
import { workbook } from './workbook.mjs'

const title = '带佐证材料的整改'
let measures

const file = (name, buffer, mimeType = 'application/octet-stream') => ({ name, mimeType, buffer })
const photograph = file('约谈现场.png', png(120), 'image/png')
const table = file(
  '预算执行进度通报.xlsx',
  workbook({
    进度: [
      ['单位', '执行率'],
      ['教育局', '82%'],
      ['住建局', '61%'],
    ],
  }),
)
const archive = file('全部材料.zip', Buffer.from('PK\x05\x06' + '\0'.repeat(18), 'latin1'))
const pdf = file(
  '会议纪要第7期.pdf',
  Buffer.from(
    '%PDF-1.4\n1 0 obj\n<< /CreationDate (D:20260201) >>\nendobj\ntrailer << /Info 1 0 R >>\n',
  ),
)

const section = (page) => page.locator('section.evidence')
const line = (page, name) => section(page).locator('li.line', { hasText: name })
const dialog = (page) => page.getByRole('dialog')
const said = (page, text) => page.locator('.el-message', { hasText: text }).first().waitFor()
async function open(account, measure, viewport) {
  const page = await as(account, viewport)
  await page.goto(`${base}/measures/${measure.id}`)
  await section(page).getByRole('heading', { name: '佐证材料' }).waitFor()
  return page
}
const choose = (page, files) => section(page).locator('input[type=file]').setInputFiles(files)
/** As if these bytes were dropped on the section or pasted. */
const hand_over = (page, event, name, bytes) =>
  page.evaluate(
    ([event, name, list]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(list)], name, { type: 'image/png' }))
      const made =
        event === 'drop'
          ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true })
      document.querySelector('section.evidence').dispatchEvent(made)
    },
    [event, name, [...bytes]],
  )

describe('evidence', { concurrency: false }, () => {
  before(raise_curtain)
  before(async () => {
    const id = await programme(title, { with_plan: true })
    const unit = await client('liqiang')
    const { rows } = await unit.ask('GET', `/ledger?programme=${id}&view=problems`)
    const budget = rows.find((row) => row.text.includes('预算执行'))
    await unit.ask('PUT', `/problems/${budget.id}/claim`, { version: budget.version })
    measures = (await unit.ask('GET', `/problems/${budget.id}`)).measures
    assert.ok(measures.length > 1)
  })
  after(lower_curtain)

  it('goes up several files at once, and one that is refused stops no other', async () => {
    const page = await open('liqiang', measures[0])
    await section(page).getByText('还没有佐证材料').waitFor()
    await choose(page, [photograph, table, archive, pdf])
    await dialog(page).getByText('约谈现场.png').waitFor()
    await dialog(page).getByLabel('说明').first().fill('约谈两个落后单位的负责人')
    await picture(page, '110-evidence-upload')
    await accessible(page, 'evidence upload')
    await dialog(page).getByRole('button', { name: '上传 4 个文件' }).click()
    await said(page, '已上传 3 个文件')
    await dialog(page).getByText('“全部材料.zip”是').waitFor()
    assert.equal(await dialog(page).locator('fieldset').count(), 1)
    await picture(page, '111-evidence-refused')
    await dialog(page).getByRole('button', { name: '取消' }).click()
    await line(page, '约谈现场.png').getByText('现场照片').waitFor()
    await line(page, '预算执行进度通报.xlsx').getByText('通报文件').waitFor()
    await line(page, '会议纪要第7期.pdf').getByText('早于巡视巡察反馈日期').waitFor()
    await line(page, '约谈现场.png')
      .locator('img')
      .evaluate((image) => image.decode())
    await picture(page, '112-evidence')
    await accessible(page, 'evidence')
    await leave(page)
  })

  it('comes by dropping it on the page, or from the clipboard', async () => {
    const page = await open('liqiang', measures[0])
    await line(page, '约谈现场.png').waitFor()
    await hand_over(page, 'drop', '第二张.png', png(40))
    await dialog(page).getByText('第二张.png').waitFor()
    await hand_over(page, 'paste', 'image.png', png(80))
    await dialog(page).getByText('粘贴的图片').waitFor()
    await dialog(page).getByRole('button', { name: '上传 2 个文件' }).click()
    await said(page, '已上传 2 个文件')
    await line(page, '粘贴的图片').waitFor()
    await leave(page)
  })

  it('is looked at, replaced and taken away with a reason', async () => {
    const page = await open('liqiang', measures[0])
    await line(page, '通报.xlsx').getByRole('button', { name: '预览' }).first().click()
    await dialog(page).getByRole('cell', { name: '住建局' }).waitFor()
    await picture(page, '113-evidence-preview')
    await accessible(page, 'evidence preview')
    await dialog(page).getByRole('button', { name: '关闭' }).last().click()
    await dialog(page).waitFor({ state: 'hidden' })
    await line(page, '约谈现场.png').getByRole('button', { name: '预览' }).first().click()
    await dialog(page).locator('img').waitFor()
    await picture(page, '114-evidence-picture')
    await dialog(page).getByRole('button', { name: '关闭' }).last().click()
    await dialog(page).waitFor({ state: 'hidden' })

    const newer = workbook({
      进度: [
        ['单位', '执行率'],
        ['住建局', '95%'],
      ],
    })
    const chooser = page.waitForEvent('filechooser')
    await line(page, '通报.xlsx').getByRole('button', { name: '上传新版本' }).click()
    await (await chooser).setFiles([file('预算执行进度通报（更正）.xlsx', newer)])
    await dialog(page).getByText('旧版本继续保留').waitFor()
    await dialog(page).getByRole('button', { name: '上传', exact: true }).click()
    await said(page, '已上传')
    await line(page, '（更正）.xlsx').getByText('第 2 版').waitFor()
    await line(page, '（更正）.xlsx').getByRole('button', { name: '历史版本（1）' }).click()
    await line(page, '（更正）.xlsx').getByText('第 1 版').waitFor()

    await line(page, '第二张.png').getByRole('button', { name: '移除' }).click()
    await dialog(page).getByLabel('移除理由').fill('与本措施无关')
    await picture(page, '115-evidence-removal')
    await dialog(page).getByRole('button', { name: '移除', exact: true }).click()
    await said(page, '已移除')
    assert.equal(await line(page, '第二张.png').count(), 0)
    await page.getByText('移除佐证材料').waitFor()
    await page.getByText('与本措施无关').waitFor()
    await picture(page, '116-evidence-versions')
    await leave(page)
  })

  it('tells where the same file stands, and serves another row without being sent again', async () => {
    const page = await open('liqiang', measures[1])
    await choose(page, [file('又一份.png', photograph.buffer, 'image/png')])
    await dialog(page).getByRole('button', { name: '上传', exact: true }).click()
    await line(page, '又一份.png').getByText('同一文件还用在').waitFor()
    await section(page).getByRole('button', { name: '引用已有材料' }).click()
    await dialog(page).getByLabel('文件名或说明').fill('纪要')
    await dialog(page).getByText('会议纪要第7期.pdf').waitFor()
    await picture(page, '117-evidence-link')
    await accessible(page, 'evidence link')
    await dialog(page).getByRole('button', { name: '引用', exact: true }).first().click()
    await said(page, '已引用')
    await line(page, '会议纪要第7期.pdf')
      .getByRole('link', { name: /^措施 / })
      .click()
    await page.waitForURL(`**/measures/${measures[0].id}`)
    await leave(page)
  })

  it('is read on a telephone, and by those who only look', async () => {
    const page = await open('liqiang', measures[0], phone)
    await section(page).scrollIntoViewIfNeeded()
    await line(page, '约谈现场.png').waitFor()
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    assert.equal(wide, 0)
    await picture(page, '118-evidence-phone')
    await choose(page, [file('手机照片.png', png(200), 'image/png')])
    await dialog(page).getByText('手机照片.png').waitFor()
    await picture(page, '119-evidence-phone-upload')
    await leave(page)
    const reader = await open('zhouyuan', measures[0])
    await line(reader, '约谈现场.png').waitFor()
    assert.equal(await section(reader).getByRole('button', { name: '上传材料' }).count(), 0)
    assert.equal(await section(reader).getByRole('button', { name: '移除' }).count(), 0)
    await leave(reader)
  })

  it('leaves as an attachment that runs nothing', async () => {
    const unit = await client('liqiang')
    const { rows } = await unit.ask('GET', `/measures/${measures[0].id}/evidence`)
    // Files that are sent at once arrive in any order.
    const picture_row = rows.find((row) => row.name === photograph.name)
    const answer = await fetch(`${base}/api/v1/evidence/${picture_row.id}/file`, {
      headers: { cookie: unit.cookie },
    })
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-disposition'), /^attachment; .*filename\*=UTF-8''/)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-security-policy'), /sandbox/)
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), photograph.buffer)
    const id = new_id()
    await assert.rejects(
      unit.ask('POST', `/measures/${measures[0].id}/evidence?id=${id}&name=a.pdf`, Buffer.from('')),
      /evidence_file_empty/,
    )
  })
})
