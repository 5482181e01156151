// Where somebody wanted to go before signing in, as the address of the sign-in pages keeps it.
import type { LocationQuery } from 'vue-router'

/** Only addresses of our own: a link must not lead elsewhere after signing in. */
export function destination(query: LocationQuery): string {
  const then = String(query.then ?? '')
  return /^\/(?![/\\])/.test(then) ? then : '/'
}
