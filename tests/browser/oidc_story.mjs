// Signing in by the identity provider of the house: a real one, in this process, on a program of its own.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { administrator, Client, new_id, password, start_program } from './program.mjs'
import {
  accessible,
  desk,
  leave,
  lower_curtain,
  picture,
  raise_curtain,
  window_of,
} from './stage.mjs'

const project = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(join(project, 'web', 'package.json'))

/** A provider that believes whoever types a name, with the pages that it ships for development. */
async function start_provider() {
  const { Provider } = await import(require.resolve('oidc-provider'))
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${server.address().port}`
  const clients = [
    {
      client_id: 'zhenggai',
      client_secret: 'between-us-two',
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: ['http://placeholder.invalid/'],
    },
  ]
  const serve = (redirect) => {
    clients[0].redirect_uris = [redirect]
    const provider = new Provider(issuer, {
      clients,
      claims: { openid: ['sub', 'preferred_username'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => ({ sub: id, preferred_username: id }),
      }),
    })
    server.on('request', provider.callback())
  }
  const stop = () => (server.closeAllConnections(), server.close())
  return { issuer, serve, stop }
}

describe('signing in by the provider of the house', { concurrency: false }, () => {
  let provider
  let program
  before(raise_curtain)
  before(async () => {
    provider = await start_provider()
    program = await start_program(process.env.ZHENGGAI_PROGRAM, (base) => {
      provider.serve(base + '/api/v1/oidc/callback')
      return {
        ZHENGGAI_PUBLIC_ORIGIN: base,
        ZHENGGAI_OIDC_ISSUER: provider.issuer,
        ZHENGGAI_OIDC_CLIENT_ID: 'zhenggai',
        ZHENGGAI_OIDC_CLIENT_SECRET: 'between-us-two',
      }
    })
  })
  after(async () => {
    await program?.stop()
    provider?.stop()
    await lower_curtain()
  })

  /** Through the provider's own pages, as `name`. */
  async function by_provider(page, name) {
    await page.getByRole('link', { name: '统一身份认证登录' }).click()
    await page.waitForURL(provider.issuer + '/**')
    await page.locator('input[name=login]').fill(name)
    await page.locator('input[name=password]').fill('whatever')
    await page.getByRole('button').first().click()
    await page.waitForURL(provider.issuer + '/interaction/**')
    await page.getByRole('button').first().click() // consents
    await page.waitForURL(program.base + '/**')
  }
  /** The provider's own pages want fonts from elsewhere. */
  const dismiss = (page) => {
    page.faults = page.faults.filter((one) => !/ERR_NAME_NOT_RESOLVED|fonts\./.test(one))
  }

  it('brings an account in that was opened for it, to where it wanted to go', async () => {
    const admin = await new Client(program.base).sign_in(administrator, password)
    const { rows } = await admin.ask('GET', '/accounts')
    const liqiang = rows.find((row) => row.name === 'liqiang')
    await admin.ask('PUT', `/accounts/${liqiang.id}/source`, {
      version: liqiang.version,
      source: 'oidc',
    })
    const page = await window_of(desk, [program.base, provider.issuer])
    await page.goto(program.base + '/programmes?q=x')
    await page.waitForURL(/sign-in/)
    await page.getByRole('link', { name: '统一身份认证登录' }).waitFor()
    await picture(page, '64-sign-in-by-provider')
    await accessible(page, 'sign in by provider')
    await by_provider(page, 'liqiang')
    await page.waitForURL(program.base + '/programmes?q=x')
    await page.getByRole('button', { name: /李强/ }).waitFor()
    dismiss(page)
    await leave(page)
    // The password of before opens nothing any more.
    await assert.rejects(new Client(program.base).sign_in('liqiang', password), /name_or_password/)
  })

  it('tells somebody who has no account here why he stays outside', async () => {
    for (const name of ['wangwu', 'zhaojuan']) {
      const page = await window_of(desk, [program.base, provider.issuer])
      await page.goto(program.base + '/')
      await page.waitForURL(/sign-in/)
      await by_provider(page, name)
      await page.getByText(`本系统没有为“${name}”开通统一身份认证登录`).first().waitFor()
      await picture(page, '65-not-opened-for-provider')
      dismiss(page)
      await leave(page)
    }
  })

  it('believes no return that it did not begin', async () => {
    const answer = await fetch(`${program.base}/api/v1/oidc/callback?code=x&state=${new_id()}`, {
      redirect: 'manual',
    })
    assert.equal(answer.headers.get('location'), '/sign-in?refused=oidc_attempt_is_over')
    assert.ok(!answer.headers.getSetCookie().some((one) => one.startsWith('zhenggai_session=')))
  })
})
