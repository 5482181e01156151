// What waits for somebody is the first thing they see, and each row of it is one click from being done.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  client,
  desk,
  hand_in,
  leave,
  lower_curtain,
  paper,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

describe('the home page', { concurrency: false }, () => {
  let id
  before(raise_curtain)
  before(async () => {
    id = await programme('首页上的整改', { with_plan: true })
    const unit = await client('liqiang')
    const { rows } = await unit.ask('GET', `/ledger?programme=${id}&view=problems`)
    await unit.ask('PUT', `/problems/${rows[0].id}/claim`, { version: rows[0].version })
    const { measures } = await unit.ask('GET', `/problems/${rows[0].id}`)
    await hand_in(unit, measures[0].id, { evidence_note: '会议纪要1份' })
  })
  after(lower_curtain)

  it('of a unit counts what it can claim and report, and opens exactly those rows', async () => {
    const page = await as('liqiang')
    await page.waitForURL(base + '/')
    const claim = page.getByRole('region', { name: '待认领的问题' })
    await claim.waitFor()
    await picture(page, '70-home-of-a-unit')
    await accessible(page, 'home')
    await paper(page, '70-home-of-a-unit')
    const figure = Number(await claim.locator('h2 .figure').innerText())
    assert.ok(figure > 0)
    await claim.locator('h2 .figure').click()
    await page.waitForURL(/waiting=claim/)
    await page.getByText(`共 ${figure} 条`, { exact: true }).waitFor()
    await picture(page, '71-rows-behind-the-figure')
    await accessible(page, 'rows behind the figure')
    await page.goBack()
    await claim.getByRole('link', { name: /认领/ }).first().click()
    await page.waitForURL(/problems\/.*act=claim/)
    await page.getByRole('button', { name: '认领这个问题' }).click()
    await page.locator('.el-message', { hasText: '已认领' }).waitFor()
    await page.goto(base + '/')
    await claim.waitFor()
    assert.equal(Number(await claim.locator('h2 .figure').innerText()), figure - 1)
    await page.getByText('显示没有事项的分类').click()
    await page.getByRole('region', { name: '被退回的销号申请' }).getByText('没有').waitFor()
    await leave(page)
  })

  it('of the office shows what to review, the form open behind the row', async () => {
    const page = await as('wanglei')
    const review = page.getByRole('region', { name: '待审核的措施' })
    await review.getByRole('link', { name: /首页上的整改.*审核通过/ }).click()
    await page.waitForURL(/measures\/.*act=accept/)
    await page.getByRole('heading', { name: '审核通过' }).waitFor()
    await picture(page, '72-review-from-home')
    await page.goto(base + '/?reach=all')
    await page.getByRole('region', { name: '待认领的问题' }).waitFor()
    await picture(page, '73-home-of-the-office-all')
    await leave(page)
  })

  it('has a bell: what was sent back is told, read by opening it', async () => {
    const office = await client('wanglei')
    const { rows } = await office.ask('GET', `/ledger?programme=${id}&status=awaiting_review`)
    await office.ask('PUT', `/measures/${rows[0].id}/return`, {
      version: rows[0].version,
      reason: '没有印发通知，看不出制度已经执行',
      requirement: '补充印发通知',
    })
    const page = await as('liqiang')
    await page.getByRole('link', { name: /消息，\d+ 条未读/ }).click()
    await page.waitForURL('**/messages')
    await page.getByText('没有印发通知，看不出制度已经执行').first().waitFor()
    await picture(page, '76-messages')
    await accessible(page, 'messages')
    await page
      .getByText(/^导入整改方案，本单位承办其中 \d+ 条措施$/)
      .first()
      .waitFor()
    const before = Number(/(\d+) 条未读/.exec(await page.locator('.title-line').innerText())[1])
    await page
      .getByRole('link', { name: /被退回/ })
      .first()
      .click()
    await page.waitForURL(/measures\//)
    await page.goBack()
    await page
      .getByText(`${before - 1} 条未读`, { exact: true })
      .first()
      .waitFor()
    await page.getByRole('button', { name: '全部标为已读' }).click()
    await page.getByText('没有未读', { exact: true }).first().waitFor()
    await leave(page)
    const small = await as('zhangjing', phone)
    await small.goto(base + '/messages')
    await small.getByText('还没有消息').or(small.locator('.messages li').first()).first().waitFor()
    await picture(small, '77-messages-phone')
    const wide = await small.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= phone.width, `scrolls sideways: ${wide}`)
    await leave(small)
  })

  it('learns by itself that something is new', async () => {
    const page = await as('liqiang')
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/messages/unread')),
      page.waitForRequest((asked) => asked.url().endsWith('/api/v1/live')),
      page.reload(),
    ])
    const bell = page.getByRole('link', { name: /^消息/ })
    await page.waitForTimeout(500) // what was answered is shown
    const before = await bell.getAttribute('aria-label')
    await programme('刚刚导入的整改', { with_plan: true })
    // Asking once a minute would be too late.
    await page.waitForFunction(
      (was) => document.querySelector('.bell').getAttribute('aria-label') !== was,
      before,
      { timeout: 15_000 },
    )
    await leave(page)
  })

  it('lets everybody choose whether mails are sent to them', async () => {
    const page = await as('sunyang')
    await page.getByRole('button', { name: /孙洋/ }).click()
    await page.getByRole('menuitem', { name: '我的设置' }).click()
    await page.waitForURL('**/settings')
    await page.getByText('每天早上八点，合并为一封').click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('选择接收邮件前请先填写邮箱地址').first().waitFor()
    await page.getByLabel('接收邮件的邮箱').fill('sunyang@example.cn')
    await picture(page, '78-settings')
    await accessible(page, 'settings')
    await page.getByRole('button', { name: '保存' }).click()
    await page.locator('.el-message', { hasText: '已保存' }).waitFor()
    await page.reload()
    await page.getByLabel('接收邮件的邮箱').waitFor()
    assert.equal(await page.getByLabel('接收邮件的邮箱').inputValue(), 'sunyang@example.cn')
    assert.ok(await page.getByLabel('每天早上八点，合并为一封').isChecked())
    await leave(page)
  })

  it('lets everybody have messages sent on by a webhook, and says why one did not arrive', async () => {
    const page = await as('sunyang')
    await page.goto(base + '/settings')
    const section = page.getByRole('region', { name: '消息推送（Webhook）' })
    await section.getByRole('button', { name: '添加推送' }).click()
    const form = page.getByRole('dialog', { name: '添加推送' })
    await form.getByLabel('名称').fill('整改工作群')
    await form.getByText('钉钉群机器人').click()
    await form.getByLabel('推送地址').fill('http://127.0.0.1:22/send?access_token=1')
    await form.getByLabel('签名密钥').fill('SEC0123456789')
    await form.getByRole('button', { name: '保存' }).click()
    await form
      .getByText('本系统不允许推送到 127.0.0.1:22，可以推送到：127.0.0.1:9')
      .first()
      .waitFor()
    await picture(page, '79-webhook-form')
    await accessible(page, 'the form of a webhook')
    await form.getByLabel('推送地址').fill('http://127.0.0.1:9/send?access_token=1')
    await form.getByRole('button', { name: '保存' }).click()
    await form.waitFor({ state: 'hidden' })
    await section.getByRole('button', { name: '发送测试' }).click()
    const records = page.getByRole('region', { name: '“整改工作群”的推送记录' })
    await records.getByText('连不上对方服务器').waitFor({ timeout: 20_000 })
    await records.scrollIntoViewIfNeeded()
    await picture(page, '79-webhooks')
    await accessible(page, 'webhooks')
    await section.getByRole('button', { name: '修改' }).click()
    const again = page.getByRole('dialog', { name: '修改推送' })
    assert.equal(await again.getByLabel('推送地址').inputValue(), '')
    await again.getByText('启用', { exact: true }).click()
    await again.getByRole('button', { name: '保存' }).click()
    await section.getByText('已停用').waitFor()
    await section.getByRole('button', { name: '删除' }).click()
    await page.getByRole('dialog', { name: '删除' }).getByRole('button', { name: '删除' }).click()
    await section.getByText('还没有添加推送。').waitFor()
    await leave(page)
  })

  it('fits a phone and large type', async () => {
    const page = await as('liqiang', phone)
    await page.getByRole('region', { name: '待认领的问题' }).waitFor()
    await picture(page, '74-home-phone')
    await accessible(page, 'home on a phone')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= phone.width, `scrolls sideways: ${wide}`)
    await leave(page)
    const large = await as('liqiang', desk)
    await large.getByRole('button', { name: '大字版' }).click()
    await picture(large, '75-home-large-type')
    await large.getByRole('button', { name: '标准版' }).click()
    await leave(large)
  })
})
