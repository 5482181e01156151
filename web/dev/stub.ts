// A stand-in for the program while pages are being worked on: invented data in memory, following the
// contract of /api/v1. It is a Vite server plug-in only and never part of what is built.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { accounts_routes } from './accounts.ts'
import { import_routes } from './imports.ts'
import { ledger_routes } from './ledger.ts'
import { world } from './world.ts'

export interface Ask {
  method: string
  path: string
  query: URLSearchParams
  body: any
  bytes: Buffer
  account: any
  set_cookie: (value: string) => void
}
export class No extends Error {
  constructor(
    readonly status: number,
    readonly refusal: object,
  ) {
    super('refused')
  }
}
export const no = (status: number, code: string, field = '', args: object = {}) =>
  new No(status, { code, field, args })
export type Handler = (ask: Ask, ...parts: string[]) => unknown
export type Routes = [method: string, path: RegExp, handler: Handler][]

const routes: Routes = [...accounts_routes, ...ledger_routes, ...import_routes]

function read(request: IncomingMessage): Promise<Buffer> {
  return new Promise((done, fail) => {
    const all: Buffer[] = []
    request.on('data', (chunk: Buffer) => all.push(chunk))
    request.on('end', () => done(Buffer.concat(all)))
    request.on('error', fail)
  })
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url!, 'http://stub')
  const bytes = await read(request)
  const cookie = /zhenggai_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
  const ask: Ask = {
    method: request.method!,
    path: url.pathname.replace('/api/v1', ''),
    query: url.searchParams,
    body: undefined,
    bytes,
    account: world.accounts.find((one) => one.id === cookie && !one.disabled),
    set_cookie: (value) =>
      response.setHeader(
        'Set-Cookie',
        `zhenggai_session=${value}; Path=/; HttpOnly; SameSite=Strict`,
      ),
  }
  if (request.headers['content-type']?.includes('json') && bytes.length)
    ask.body = JSON.parse(String(bytes))
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  try {
    for (const [method, path, handler] of routes) {
      const found = method === ask.method ? path.exec(ask.path) : null
      if (!found) continue
      if (!ask.account && ask.path !== '/session') throw no(401, 'sign_in_first')
      const result = await handler(ask, ...found.slice(1))
      response.statusCode = result === undefined ? 204 : method === 'POST' ? 201 : 200
      response.end(result === undefined ? '' : JSON.stringify(result))
      return
    }
    throw no(404, 'no_such_address')
  } catch (error) {
    if (!(error instanceof No)) console.error(error)
    response.statusCode = error instanceof No ? error.status : 500
    response.end(JSON.stringify(error instanceof No ? error.refusal : { code: 'stub_broke' }))
  }
}

export function stub(): Plugin {
  const use = (server: { middlewares: { use: (act: any) => unknown } }) => {
    server.middlewares.use(
      (request: IncomingMessage, response: ServerResponse, next: () => void) => {
        if (request.url?.startsWith('/api/v1')) void answer(request, response)
        else {
          // As strict as the program itself, so that a violation shows here first. The development server
          // injects styles and modules inline and is left alone.
          if (process.argv.includes('preview'))
            response.setHeader(
              'Content-Security-Policy',
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
                "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'",
            )
          next()
        }
      },
    )
  }
  return { name: 'zhenggai-stub', configureServer: use, configurePreviewServer: use }
}
