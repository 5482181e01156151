// What the oldest supported browser (Chromium 90) lacks and the libraries use at run time. Imported before
// anything else; check-floor.mjs fails the build when something newer than this list is used.

/* eslint-disable @typescript-eslint/no-explicit-any */
function define(owner: any, name: string, value: unknown): void {
  if (!owner[name])
    Object.defineProperty(owner, name, { value, writable: true, configurable: true })
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

define(Object, 'hasOwn', (object: object, key: PropertyKey) =>
  Object.prototype.hasOwnProperty.call(object, key),
)
define(Array.prototype, 'at', at)
define(String.prototype, 'at', at)
define(
  Array.prototype,
  'findLast',
  function (this: unknown[], test: (one: unknown, at: number) => boolean) {
    for (let i = this.length - 1; i >= 0; i--) if (test(this[i], i)) return this[i]
    return undefined
  },
)

export {}
