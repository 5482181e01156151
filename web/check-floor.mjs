// Fails when what was built uses JavaScript or CSS newer than the oldest browser we serve (Chromium 90).
// Reads the built files as text, so it sees what libraries bring along. It runs no browser and knows only
// the names listed here. Usage: node check-floor.mjs DIST
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** name, what it looks like, since which Chromium; `unless` is what makes it harmless when it is in the build. */
const script = [
  ['Object.hasOwn', /\bObject\.hasOwn\b/, 93, /,\s*[`'"]hasOwn[`'"]/],
  ['Array.prototype.at', /\.at\(-?\w+\)/, 92, /,\s*[`'"]at[`'"]/],
  ['findLast', /\.findLast(Index)?\(/, 97, /,\s*[`'"]findLast[`'"]/],
  ['toSorted, toReversed, toSpliced, with', /\.to(Sorted|Reversed|Spliced)\(/, 110],
  ['structuredClone', /\bstructuredClone\(/, 98],
  ['Array.fromAsync', /\bArray\.fromAsync\b/, 121],
  ['Object.groupBy, Map.groupBy', /\b(Object|Map)\.groupBy\b/, 117],
  ['Promise.withResolvers', /\bPromise\.withResolvers\b/, 119],
  ['Promise.try', /\bPromise\.try\(/, 128],
  ['crypto.randomUUID', /\brandomUUID\b/, 92],
  ['AbortSignal.timeout, AbortSignal.any', /\bAbortSignal\.(timeout|any)\b/, 103],
  ['URL.canParse', /\bURL\.(canParse|parse)\(/, 120],
  ['URLPattern', /\bnew URLPattern\b/, 95],
  ['Set methods', /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, 122],
  ['isWellFormed', /\.(isWellFormed|toWellFormed)\(/, 111],
  ['Temporal', /\bTemporal\.\w/, 144],
  ['class static block', /\bstatic\s*\{/, 94],
  [
    'startViewTransition',
    /\bstartViewTransition\b/,
    111,
    /[`'"]startViewTransition[`'"]\s*in document/,
  ],
  ['popover', /\.(showPopover|hidePopover|togglePopover)\(/, 114],
  ['dialog element', /\.showModal\(|createElement\([`'"]dialog[`'"]/, 0],
  ['checkVisibility', /\.checkVisibility\(/, 105],
  ['scheduler', /\bscheduler\.(postTask|yield)\b/, 94],
  ['inert', /\.inert\s*=/, 102],
]
const style = [
  [':has()', /:has\(/, 105],
  ['@layer', /@layer\b/, 99],
  ['@container', /@container\b|container-type\s*:/, 105],
  ['@scope', /@scope\b/, 118],
  ['@starting-style', /@starting-style\b/, 117],
  ['color-mix()', /\bcolor-mix\(/, 111],
  ['light-dark()', /\blight-dark\(/, 123],
  ['lab, lch, oklab, oklch', /\b(ok)?(lab|lch)\(/, 111],
  ['accent-color', /\baccent-color\s*:/, 93],
  ['dvh, svh, lvh', /\d[dsl]v[hw]\b/, 108],
  ['individual transforms', /[;{](translate|rotate|scale)\s*:/, 104],
  ['nesting', /[{;]\s*&[\s.:[>]/, 112],
  ['subgrid', /\bsubgrid\b/, 117],
  ['media ranges', /@media[^{]*[<>]=?/, 104],
  ['text-wrap', /\btext-wrap\s*:/, 114],
  ['field-sizing', /\bfield-sizing\s*:/, 123],
  ['anchor positioning', /\banchor-name\s*:|\bposition-anchor\s*:/, 125],
]
const rules = { js: script, mjs: script, css: style }

/** Vue's wrappers of reactive arrays define these methods and call them only when a page does. */
const wrappers = [
  /\bto(Sorted|Reversed|Spliced)\([^)]*\)\s*\{\s*return[^}]*?\.to\1\([^)]*\)[;\s]*\}/g,
  /\bfindLast(Index)?\([^)]*\)\s*\{\s*return[^}]*\}/g,
]
const of_vue = (text) => wrappers.reduce((rest, wrapper) => rest.replace(wrapper, ''), text)

function files_in(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files_in(path) : [path]
  })
}

/** What is too new in these files, one line for each; `text_of` gives a file's whole text. */
export function too_new(files, text_of) {
  const texts = files.map((file) => [file, text_of(file)])
  const all = texts.map(([, text]) => text).join('\n')
  const found = []
  for (const [file, whole] of texts) {
    const text = of_vue(whole)
    for (const [name, looks_like, since, unless] of rules[file.split('.').pop()] ?? []) {
      const hit = looks_like.exec(text)
      if (!hit || (unless && unless.test(all))) continue
      const near = text.slice(Math.max(0, hit.index - 40), hit.index + 60).replace(/\s+/g, ' ')
      found.push(`${file}: ${name} (${since ? `Chromium ${since}` : 'not used here'}): …${near}…`)
    }
  }
  return found
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = process.argv[2] ?? 'dist'
  const files = files_in(dist)
  const found = too_new(files, (file) => readFileSync(file, 'utf8'))
  for (const line of found) console.error(relative(process.cwd(), line))
  console.log(`${files.length} files looked at, ${found.length} uses newer than Chromium 90`)
  process.exit(found.length ? 1 : 0)
}
