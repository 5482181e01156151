// Starts the real program on an empty folder for every story of this folder, tells it in a real browser, and closes
// with one line of counts. ZHENGGAI names the program (without it, the release build); arguments choose stories:
//   node run.mjs [main_path …]
// Several are told in as many lanes as there are cores, four at most: each is a process of its own and said as a whole.
import { execFile } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { start_program } from './program.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const file = process.env.ZHENGGAI || join(here, '..', '..', 'build', 'release', 'zhenggai')
const wanted = process.argv.slice(2)
const stories = readdirSync(here)
  .filter((name) => name.endsWith('_story.mjs'))
  .filter((name) => !wanted.length || wanted.some((one) => name.startsWith(one)))
  .map((name) => join(here, name))

// A program of its own for each: what one story does to people and lists is nothing to the next.
const counts = { passed: 0, failed: 0, skipped: 0 }
const count = (kind) => (event) => {
  // Files and groups are reported, too; only the sentences in them are counted.
  if (event.details.type === 'suite' || stories.includes(event.name)) return
  counts[event.skip || event.todo ? 'skipped' : kind]++
}

async function tell(story) {
  const program = await start_program(file)
  try {
    process.env.ZHENGGAI_PROGRAM = file
    process.env.ZHENGGAI_STAGE = JSON.stringify({ base: program.base, units: program.units })
    const told = run({ files: [story], concurrency: 1, timeout: 300_000 })
    told.on('test:pass', count('passed'))
    told.on('test:fail', count('failed'))
    for await (const line of told.compose(new spec())) process.stdout.write(line)
  } finally {
    const complaints = program
      .said()
      .split('\n')
      .filter((line) => /"level":"(error|warning)"/.test(line))
    for (const line of complaints) console.error(line)
    await program.stop()
  }
}
const counts_of = /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/
/** The same in a process of its own, whose last line is its counts. */
function tell_apart(story) {
  const itself = [fileURLToPath(import.meta.url), basename(story)]
  return new Promise((done) =>
    execFile(process.execPath, itself, { maxBuffer: 1 << 26 }, (_, said, complaints) => {
      process.stdout.write(said.replace(counts_of, ''))
      process.stderr.write(complaints)
      const [, passed, failed, skipped] = counts_of.exec(said)?.map(Number) ?? [0, 0, 1, 0]
      counts.passed += passed
      counts.failed += failed
      counts.skipped += skipped
      done()
    }),
  )
}
// The longest first, so that no lane is left alone with it.
const queue = [...stories].sort((a, b) => statSync(b).size - statSync(a).size)
async function lane() {
  for (let story = queue.shift(); story; story = queue.shift()) await tell_apart(story)
}
if (stories.length === 1) await tell(stories[0])
else await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, lane))
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(counts.failed || !counts.passed ? 1 : 0)
