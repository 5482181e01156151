// The end of a month for the clerk of a district: report, ledger, three lists, notices and minutes, chosen once and
// kept, then made at one click; and every figure in one document is the figure in the others.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { files_in, rows_of, words_of } from './archive.mjs'
import {
  accessible,
  as,
  auditor,
  base,
  claimed_problem,
  client,
  hand_in,
  leave,
  lower_curtain,
  new_id,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const seconds_max = 120
const today = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
}).format(new Date())

/** What a press of a button brings. */
async function taken(page, button) {
  const coming = page.waitForEvent('download', { timeout: 30_000 })
  await button.click()
  const file = await coming
  return {
    name: file.suggestedFilename(),
    bytes: readFileSync(await file.path()),
  }
}
/** The number between two words. */
const figure = (text, before, behind) =>
  Number(text.match(new RegExp(`${before}(\\d+)${behind}`))?.[1] ?? NaN)

async function hold_meeting(office, id, measure) {
  const meeting = new_id()
  const at = `/meetings/${meeting}`
  const version = async () => (await office.ask('GET', at)).version
  const person = { person_id: null, unit_id: null, standing: 'attends' }
  await office.ask('POST', `/programmes/${id}/meetings`, {
    id: meeting,
    kind: 'coordination',
    title: '月末碰头会',
    held_on: today,
    begins_at: '09:00',
    minutes: 60,
    place: '三楼会议室',
    participants: [
      { ...person, name: '周远', duty: 'host' },
      { ...person, name: '张静', duty: 'recorder' },
    ],
  })
  const items = [{ id: new_id(), subject: 'measure', subject_id: measure, title: '' }]
  await office.ask('PUT', `${at}/agenda`, { version: await version(), items })
  await office.ask('PUT', `${at}/notice`, { version: await version() })
  await office.ask('PUT', `${at}/opening`, { version: await version() })
}

async function issue_notice(office, measure) {
  const notice = new_id()
  const now = await office.ask('POST', '/notices', {
    id: notice,
    kind: '督办通知单',
    measure_ids: [measure],
  })
  await office.ask('PUT', `/notices/${notice}/issue`, {
    version: now.version,
    basis: now.basis,
    requirement: now.requirement,
    contact: '张静',
    reply_by: null,
    matter: '',
    measure_ids: [measure],
  })
}

describe('the end of a month', { concurrency: false }, () => {
  let id
  before(raise_curtain)
  before(async () => {
    id = await programme('月末出文书的整改', { with_plan: true })
    const office = await client('zhangjing')
    const problem = await claimed_problem(id, '国有资产账实不符')
    await hand_in(await client('liqiang'), problem.measures[0].id)
    const { rows } = await office.ask('GET', `/ledger?programme=${id}&view=measures`)
    await issue_notice(office, rows.at(-1).id)
    await hold_meeting(office, id, rows[0].id)
  })
  after(lower_curtain)

  it('takes less than two minutes of clicking', async (test) => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}`)
    const began = Date.now()
    await page.getByRole('link', { name: '文书', exact: true }).first().click()
    await page.getByRole('button', { name: '选择文书' }).click()
    await page.getByRole('button', { name: '月末一套' }).click()
    await page.getByText('共用：看得到这项整改工作的人都可以用').click()
    await picture(page, 'month-end-1-choosing')
    await accessible(page, 'choosing documents')
    await page.getByRole('button', { name: '保存组合' }).click()
    const make = page.getByRole('button', { name: /^生成\s*月末一套$/ })
    const set = await taken(page, make)
    const seconds = (Date.now() - began) / 1000
    test.diagnostic(`month-end papers chosen, kept and made in ${seconds.toFixed(1)} s`)
    assert.ok(seconds < seconds_max, `${seconds} s`)
    assert.equal(set.name, `月末一套（${today}）.zip`)
    await picture(page, 'month-end-2-kept')
    await accessible(page, 'kept sets of documents')
    const again = Date.now()
    const second = await taken(page, make)
    test.diagnostic(`the next month at one click: ${((Date.now() - again) / 1000).toFixed(1)} s`)
    assert.deepEqual([...files_in(second.bytes).keys()], [...files_in(set.bytes).keys()])
    await leave(page)

    const files = files_in(set.bytes)
    const one = (part) => {
      const name = [...files.keys()].find((found) => found.includes(part))
      assert.ok(name, `${part} in ${[...files.keys()].join(' ')}`)
      return files.get(name)
    }
    const report = words_of(one('月报'))
    const problems = figure(report, '反馈问题', '个')
    const measures = figure(report, '整改措施', '条')
    assert.ok(problems > 0 && measures > 0)
    for (const list of ['整改台账', '问题清单', '任务清单', '责任清单'])
      assert.equal(figure(words_of(one(list)), '　问题', '个'), problems, list)
    for (const list of ['整改台账', '任务清单', '责任清单']) {
      assert.equal(figure(words_of(one(list)), '，措施', '条'), measures, list)
      assert.equal(rows_of(one(list)).length, measures, list)
    }
    assert.equal(rows_of(one('问题清单')).length, problems)
    const office = await client('zhangjing')
    const overdue = await office.ask(
      'GET',
      `/ledger?programme=${id}&view=measures&tier=overdue&page_size=1`,
    )
    assert.equal(figure(report, '其中超期', '条'), overdue.total)
    const late = words_of(one('任务清单')).match(/超期\d+天/g) ?? []
    assert.equal(late.length, overdue.total)
    assert.match(words_of(one('督办文书/')), /督办通知单/)
    assert.match(words_of(one('会议纪要/')), /月末碰头会/)
  })

  it('leaves one entry for each set, however many papers it holds', async () => {
    const journal = await client(auditor)
    const { rows } = await journal.ask('GET', '/journal?act=export_document')
    assert.equal(rows.length, 2)
  })

  it('makes one paper for each problem, named by number and unit', async () => {
    const page = await as('zhangjing', phone)
    await page.goto(`${base}/programmes/${id}/documents`)
    const made = await taken(page, page.getByRole('button', { name: '下载归零表（ZIP）' }))
    for (const name of files_in(made.bytes).keys()) assert.match(name, /^归零表（\d{3}）.*\.docx$/)
    await picture(page, 'month-end-3-phone')
    await leave(page)
  })

  it('gives tables as workbooks too', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/documents/reconciliation_list/${id}`)
    await page.getByRole('columnheader', { name: '销号单号' }).waitFor()
    await picture(page, 'month-end-4-reconciliation')
    const book = await taken(page, page.getByRole('button', { name: '下载 Excel' }))
    assert.equal(book.name, '月末出文书的整改对账销号清单.xlsx')
    assert.ok(files_in(book.bytes).has('xl/workbook.xml'))
    await leave(page)
  })
})
