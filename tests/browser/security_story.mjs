// What protects an account: a second factor, its code at signing in, and the list of sessions.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  administrator,
  as,
  base,
  client,
  leave,
  lower_curtain,
  new_id,
  password,
  phone,
  picture,
  raise_curtain,
  window_of,
} from './stage.mjs'

/** RFC 6238 as an authenticator computes it, `later` steps of half a minute from now. */
function code_of(secret, later = 0) {
  const bits = [...secret]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const digest = createHmac('sha1', key).update(step).digest()
  const at = digest[19] & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe('security', { concurrency: false }, () => {
  before(raise_curtain)
  after(lower_curtain)

  it('of an account is a code besides the password, which its owner sets up and takes off again', async () => {
    const page = await as('sunyang')
    await page.goto(base + '/security')
    await page.getByText('未启用').waitFor()
    await page.getByLabel('当前密码').fill(password)
    await page.getByRole('button', { name: '设置二次验证' }).click()
    await page.getByRole('img', { name: '二次验证二维码' }).waitFor()
    await picture(page, '60-second-factor')
    await accessible(page, 'second factor')
    const secret = await page.locator('code').innerText()
    await page.getByLabel('验证码').fill(code_of(secret))
    await page.getByRole('button', { name: '启用' }).click()
    await page.getByText('只显示这一次').waitFor()
    await picture(page, '61-recovery-codes')
    const recovery = await page.locator('.codes code').first().innerText()
    await page.getByRole('button', { name: '已经记下' }).click()
    await page.getByText('本次登录').waitFor()

    const other = await window_of()
    await other.goto(base + '/')
    await other.getByLabel('账号').fill('sunyang')
    await other.getByLabel('密码', { exact: true }).fill(password)
    await other.keyboard.press('Enter')
    await other.waitForURL('**/code**')
    await picture(other, '62-code')
    await other.goto(base + '/programmes')
    await other.waitForURL('**/code**')
    await other.getByLabel('验证码').fill('000000')
    await other.getByRole('button', { name: '继续' }).click()
    await other.getByRole('alert').waitFor()
    await other.getByLabel('验证码').fill(recovery)
    await other.getByRole('button', { name: '继续' }).click()
    await other.getByRole('navigation').getByRole('link', { name: '等我办理' }).waitFor()

    await page.reload()
    await page.getByRole('button', { name: '退出其他全部登录' }).waitFor()
    await picture(page, '63-sessions')
    await page.getByRole('button', { name: '退出', exact: true }).first().click()
    await page.getByRole('button', { name: '退出其他全部登录' }).waitFor({ state: 'detached' })
    await other.goto(base + '/programmes')
    await other.waitForURL(/sign-in/)
    await leave(other)

    await page.getByLabel('当前密码').fill(password)
    await page.getByRole('button', { name: '停用二次验证' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用二次验证' }).click()
    await page.getByText('未启用').waitFor()
    assert.equal(await page.getByText('已启用').count(), 0)
    await leave(page)
  })

  it('of a program is a token, which is shown once and taken away at any time', async () => {
    const page = await as('sunyang')
    await page.goto(base + '/security')
    await page.getByRole('button', { name: '新建访问令牌' }).click()
    await page.getByLabel('用途').fill('整改进度大屏')
    await picture(page, '66-new-token')
    await accessible(page, 'new token')
    await page.getByRole('button', { name: '新建访问令牌' }).click()
    const token = await page.locator('.notice code').innerText()
    await picture(page, '67-token')
    const ask = (path) =>
      fetch(base + '/api/v1' + path, { headers: { authorization: 'Bearer ' + token } })
    assert.equal((await ask('/programmes')).status, 200)
    assert.equal((await ask('/tokens')).status, 401)
    await page.getByRole('button', { name: '已经记下' }).click()
    await page.reload()
    await page.getByText('整改进度大屏', { exact: true }).waitFor()
    assert.equal(await page.getByText(token).count(), 0)

    // A system administrator sees everybody's, and takes away what should not be.
    const owner = await client('sunyang')
    const stale = { id: new_id(), name: '停用的旧大屏', acts: ['read_ledger'], days: 30 }
    await owner.ask('POST', '/tokens', stale)
    const admin = await as(administrator)
    await admin.getByRole('navigation').getByRole('link', { name: '访问令牌' }).click()
    await admin.getByText('整改进度大屏', { exact: true }).waitFor()
    assert.equal(await admin.getByText(token).count(), 0)
    await picture(admin, '68-issued-tokens')
    await accessible(admin, 'issued tokens')
    await admin
      .getByRole('row', { name: /停用的旧大屏/ })
      .getByRole('button')
      .click()
    await admin.getByRole('menuitem', { name: '撤销' }).click()
    await picture(admin, '70-revoke-token')
    await admin.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
    await admin.getByText('停用的旧大屏', { exact: true }).waitFor({ state: 'detached' })
    await admin.getByText('整改进度大屏', { exact: true }).waitFor()
    await admin.setViewportSize(phone)
    await picture(admin, '69-issued-tokens-phone')
    await leave(admin)
    assert.deepEqual(
      (await owner.ask('GET', '/tokens')).rows.map((one) => one.name),
      ['整改进度大屏'],
    )
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
    await page.getByText('整改进度大屏', { exact: true }).waitFor({ state: 'detached' })
    assert.equal((await ask('/programmes')).status, 401)
    await leave(page)
  })
})
