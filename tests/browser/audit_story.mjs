// What an auditor sees of everybody's doing, takes out, and proves to be whole.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  auditor,
  base,
  client,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
  window_of,
} from './stage.mjs'

const title = '云岭区财政局审计留痕样例'

/** Somebody mistypes a password, and a problem is changed. */
async function things_happen() {
  const stranger = await window_of()
  await stranger.goto(base + '/')
  await stranger.getByLabel('账号').fill('sunyang')
  await stranger.getByLabel('密码', { exact: true }).fill('not this one')
  await stranger.keyboard.press('Enter')
  await stranger.getByRole('alert').waitFor()
  await leave(stranger)
  const id = await programme(title, { with_plan: true })
  const office = await client('zhangjing')
  const { rows } = await office.ask('GET', `/ledger?view=problems&programme=${id}`)
  await office.ask('PATCH', `/problems/${rows[0].id}`, {
    version: rows[0].version,
    text: '只有办案的人才能看到的文字',
  })
  return id
}

async function choose(page, label, option) {
  await page.getByLabel(label, { exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

describe('auditors', { concurrency: false }, () => {
  before(raise_curtain)
  after(lower_curtain)

  it('begin with the journal, find what happened, and see no text of the work', async () => {
    await things_happen()
    const page = await as(auditor)
    await page.waitForURL('**/journal')
    await page.getByRole('cell', { name: '登录', exact: true }).first().waitFor()
    await picture(page, '70-journal')
    await accessible(page, 'journal')
    assert.equal(await page.getByRole('navigation').getByText('整改工作').count(), 0)

    await choose(page, '操作', '登录失败与拒绝（全部）')
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByRole('cell', { name: /账号 sunyang/ }).waitFor()
    await picture(page, '71-journal-failures')
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.waitForURL(base + '/journal')

    await choose(page, '操作', '修改问题')
    await choose(page, '整改工作', title)
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByRole('cell', { name: '修改问题', exact: true }).click()
    const panel = page.getByRole('complementary', { name: '留痕详情' })
    await panel.getByText('文字', { exact: true }).waitFor()
    await picture(page, '72-entry-of-the-work')
    await accessible(page, 'entry')
    assert.equal(await page.getByText('只有办案的人').count(), 0)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })

    await page.goto(base + '/journal?act=open_account')
    await page.getByRole('cell', { name: /账号 wumin/ }).click()
    await panel.getByText('审计管理员').waitFor()
    await picture(page, '73-entry-of-an-administrator')
    await panel.getByRole('button', { name: '只看此对象' }).click()
    await page.getByRole('cell', { name: '修改自己的密码', exact: true }).waitFor()
    await leave(page)
  })

  it('page through, never meeting a code for a word', async () => {
    const page = await as(auditor)
    await page.waitForURL('**/journal')
    const more = page.getByRole('button', { name: '再显示一页' })
    await more.click()
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length > 50)
    const table = await page.locator('table.rows tbody').innerText()
    assert.doesNotMatch(table, /\b[a-z]+_[a-z_]+\b/)
    await leave(page)
  })

  it('take it out as a table and signed, and every time is an entry', async () => {
    const page = await as(auditor)
    await page.waitForURL('**/journal')
    await page.getByText('签名公钥指纹').waitFor()
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ])
    assert.match(table.suggestedFilename(), /^操作留痕（.*）\.csv$/)
    const text = readFileSync(await table.path(), 'utf8')
    assert.ok(text.startsWith('\uFEFF"时间"'))
    assert.doesNotMatch(text, /只有办案的人/)
    const [signed] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '签名导出' }).click(),
    ])
    assert.equal(
      readFileSync(await signed.path())
        .subarray(0, 2)
        .toString(),
      'PK',
    )
    await page.goto(base + '/journal?act=export_journal')
    await page.getByRole('cell', { name: '导出操作留痕', exact: true }).nth(1).waitFor()
    await page.getByRole('cell', { name: '导出操作留痕', exact: true }).first().click()
    await page.getByText('签名文件包').waitFor()
    await picture(page, '74-entry-of-an-export')
    await leave(page)
  })

  it('verify all of it from the page', async () => {
    const page = await as(auditor)
    await page.getByRole('link', { name: '留痕校验' }).click()
    await page.getByRole('button', { name: '开始校验' }).click()
    await page.getByText('校验通过').waitFor()
    await page.getByRole('cell', { name: title }).waitFor()
    await picture(page, '75-integrity')
    await accessible(page, 'integrity')
    await page.getByRole('link', { name: '以往的校验' }).click()
    await page.getByRole('cell', { name: '校验操作留痕', exact: true }).first().waitFor()
    await leave(page)
  })

  it('read it on a telephone too', async () => {
    const page = await as(auditor, phone)
    await page.waitForURL('**/journal')
    await page.locator('td', { hasText: '登录' }).first().waitFor()
    await picture(page, '76-journal-on-a-telephone')
    await leave(page)
  })

  it('are alone with it: nobody else finds a way in', async () => {
    const office = await as('zhangjing')
    assert.equal(await office.getByRole('navigation').getByText('操作留痕').count(), 0)
    await office.goto(base + '/journal')
    await office.getByRole('alert').first().waitFor()
    assert.equal(await office.locator('table.rows').count(), 0)
    await leave(office)
  })
})
