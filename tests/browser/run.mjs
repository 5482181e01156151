// Starts the real program on an empty folder for every story of this folder, tells it in a real browser, and closes
// with one line of counts. ZHENGGAI names the program (without it, the release build); arguments choose stories:
//   node run.mjs [main_path …]
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
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
for (const story of stories) await tell(story)
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(counts.failed || !counts.passed ? 1 : 0)
