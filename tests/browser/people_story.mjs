// Who may come in and what each of them sees.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  administrator,
  as,
  base,
  client,
  leave,
  lower_curtain,
  password,
  picture,
  programme,
  raise_curtain,
  security_administrator,
  window_of,
} from './stage.mjs'

describe('people', { concurrency: false }, () => {
  before(raise_curtain)
  after(lower_curtain)

  it('with a wrong password stay outside and are told so', async () => {
    const page = await window_of()
    await page.goto(base + '/programmes?q=x')
    await page.waitForURL(/sign-in/)
    await picture(page, '01-sign-in')
    await accessible(page, 'sign in')
    await page.getByLabel('账号').fill('zhangjing')
    await page.getByLabel('密码', { exact: true }).fill('not this one')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL(base + '/programmes?q=x')
    await leave(page)
  })

  it('who administer the system open an account, whose owner must choose a password first', async () => {
    const admin = await as(administrator)
    await admin.waitForURL('**/accounts')
    await picture(admin, '39-home-of-an-administrator')
    assert.equal(await admin.getByRole('navigation').getByText('等我办理').count(), 0)
    assert.equal(await admin.getByRole('navigation').getByText('整改工作').count(), 0)
    await admin.getByRole('button', { name: '新建账号' }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel('账号', { exact: true }).fill('hefang')
    await dialog.getByLabel('使用人姓名').fill('何芳')
    await dialog.getByLabel('所属单位').fill('国库科')
    await admin.getByRole('option', { name: '国库科' }).click()
    await picture(admin, '40-new-account')
    await dialog.getByRole('button', { name: '新建账号' }).click()
    const first = await admin.locator('code').innerText()
    await picture(admin, '41-initial-password')
    await admin.getByRole('button', { name: '已经记下' }).click()
    await admin.getByRole('cell', { name: 'hefang', exact: true }).waitFor()
    await accessible(admin, 'accounts')
    await admin.goto(base + '/units')
    await admin.getByRole('cell', { name: '云岭区青石镇' }).first().waitFor()
    await picture(admin, '42-units')
    await accessible(admin, 'units')
    await leave(admin)

    const security = await as(security_administrator)
    await security.waitForURL('**/permissions')
    await security.getByText('待确认的授权变更').waitFor()
    await picture(security, '44-permissions-waiting')
    await accessible(security, 'permissions')
    const waiting = security.getByRole('listitem').filter({ hasText: '何芳' })
    await waiting.getByRole('button', { name: '同意', exact: true }).click()
    await security.getByRole('dialog').getByRole('button', { name: '同意' }).click()
    await security.getByText('授权变更已经生效').waitFor()
    await security.getByRole('cell', { name: 'hefang', exact: true }).dblclick()
    const giving = security.getByRole('dialog')
    await giving.getByRole('button', { name: '添加一项范围' }).click()
    await giving.getByText('问题线索').click()
    await giving.getByLabel('变更理由').fill('协助核查问题线索')
    await picture(security, '45-give-permission')
    await giving.getByRole('button', { name: '授权', exact: true }).click()
    await security.getByText('已提出，待另一名管理员确认后生效').waitFor()
    await security.getByRole('button', { name: '撤回' }).click()
    await security.getByRole('dialog').getByRole('button', { name: '不同意' }).click()
    await security.getByText('授权变更已经终止').waitFor()
    await leave(security)

    const page = await window_of()
    await page.goto(base + '/')
    await page.getByLabel('账号').fill('hefang')
    await page.getByLabel('密码', { exact: true }).fill(first)
    await page.keyboard.press('Enter')
    await page.waitForURL(/password/)
    await page.goto(base + '/units')
    await page.waitForURL(/password/)
    await page.getByLabel('原密码').fill(first)
    await page.getByLabel('新密码', { exact: true }).fill(password)
    await page.getByLabel('再输一遍新密码').fill(password + 'x')
    await page.getByRole('button', { name: '修改密码' }).last().click()
    await page.getByText('两次输入的新密码不一致').first().waitFor()
    await picture(page, '43-choose-password')
    await page.getByLabel('再输一遍新密码').fill(password)
    await page.getByRole('button', { name: '修改密码' }).last().click()
    await page.waitForURL(base + '/')
    await leave(page)
  })

  it('of the office mark a holiday in the calendar', async () => {
    const page = await as('zhangjing')
    await page.goto(base + '/calendar/2031')
    await page.getByText('还没有登记').first().waitFor()
    await page.getByRole('button', { name: /2031-10-01/ }).click()
    await page.getByLabel('2031-10-01说明').fill('国庆节')
    await picture(page, '44-calendar')
    await accessible(page, 'calendar')
    await page.getByRole('button', { name: '保存日历' }).click()
    await page.locator('.el-message', { hasText: '工作日历已保存' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: /^1休，2031-10-01/ }).waitFor()
    await leave(page)
  })

  it('of a unit see their own rows and nothing of others, whatever address they try', async () => {
    const id = await programme('青石镇看不到的整改', { with_plan: true })
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', `/ledger?programme=${id}&view=problems`)
    const page = await as('zhaojuan')
    await page.goto(`${base}/programmes/${id}/ledger`)
    await page.getByRole('alert').or(page.getByText('台账里还没有内容')).first().waitFor()
    assert.equal(await page.locator('table.rows tbody tr').count(), 0)
    await page.goto(`${base}/problems/${rows[0].id}`)
    await page.getByRole('alert').waitFor()
    await picture(page, '45-not-theirs')
    await leave(page)

    const own = await as('liqiang')
    await own.goto(`${base}/programmes/${id}/ledger`)
    await own.getByText('共 8 条', { exact: true }).waitFor()
    assert.equal(await own.getByRole('link', { name: '导入', exact: true }).count(), 0)
    await picture(own, '46-unit-ledger')
    await leave(own)
  })

  it('sign out, and the way back leads through signing in', async () => {
    const page = await as('zhangjing')
    await page.getByRole('button', { name: /张静/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.waitForURL(/sign-in/)
    await page.goto(base + '/programmes')
    await page.waitForURL(/sign-in\?then=/)
    await leave(page)
  })
})
