import { afterEach, describe, expect, it, vi } from 'vitest'
import * as api from './api'

function server(status: number, body: unknown) {
  const asked = vi.fn(async (_path: string, _init: RequestInit) =>
    status === 204
      ? new Response(null, { status })
      : new Response(JSON.stringify(body), { status }),
  )
  vi.stubGlobal('fetch', asked)
  return asked
}
afterEach(() => vi.unstubAllGlobals())
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: api.Refused) => error.refusal,
  )

describe('asking the server', () => {
  it('leaves empty conditions out of the address', () => {
    expect(api.with_query('/ledger', { q: '', page: 1, unit: undefined, status: 'a,b' })).toBe(
      '/ledger?page=1&status=a%2Cb',
    )
  })
  it('sends the token of the session with every change and never with reading', async () => {
    server(200, { csrf: 'token-7' })
    await api.load_session()
    const asked = server(200, { rows: [] })
    await api.list_units()
    await api.claim_problem('p1', 3)
    const headers = asked.mock.calls.map(([, init]) => init.headers as Record<string, string>)
    expect(headers[0]!['X-CSRF-Token']).toBeUndefined()
    expect(headers[1]!['X-CSRF-Token']).toBe('token-7')
    expect(asked.mock.calls[1]![1].body).toBe('{"version":3}')
  })
  it('gives nothing for an empty answer', async () => {
    server(204, null)
    expect(await api.discard_import('i1')).toBeUndefined()
  })
  it('sends a file as it is', async () => {
    const asked = server(201, { id: 'i1' })
    const file = new File(['x'], '方案 1.docx')
    await api.upload('p1', file)
    expect(asked.mock.calls[0]![0]).toBe(
      '/api/v1/imports?programme=p1&name=%E6%96%B9%E6%A1%88+1.docx',
    )
    expect(asked.mock.calls[0]![1].body).toBe(file)
  })
})

describe('a no of the server', () => {
  it('comes through with code, field and values', async () => {
    const body = { code: 'reason_too_short', field: 'reason', args: { min: 5 }, also: [] }
    server(422, body)
    expect(await refusal(api.claim_problem('p1', 1))).toEqual(body)
  })
  it('that is not ours gets a code of ours', async () => {
    vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }))
    expect(await refusal(api.load_problem('p1'))).toMatchObject({ code: 'page_server_failed' })
  })
  it('of no connection says so', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('failed to fetch')
    })
    expect(await refusal(api.load_problem('p1'))).toEqual({ code: 'page_no_connection' })
  })
  it('of a lost session is told to the frame, but not while signing in', async () => {
    const lost = vi.fn()
    api.when_signed_out(lost)
    server(401, { code: 'sign_in_first' })
    await refusal(api.load_session())
    expect(lost).not.toHaveBeenCalled()
    await refusal(api.load_problem('p1'))
    expect(lost).toHaveBeenCalledOnce()
  })
})
