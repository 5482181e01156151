// A report: begun from what the program holds, written by two people at once, its figures opened to the rows they count
// and confirmed when they change, issued, taken out, and held against the next edition.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  claimed_problem,
  client,
  hand_in,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const part = (page, name) => page.getByRole('region', { name })

describe('a report', { concurrency: false }, () => {
  let id, problem, report
  before(raise_curtain)
  before(async () => {
    id = await programme('写报告的整改', { with_plan: true })
    problem = await claimed_problem(id, '国有资产账实不符')
  })
  after(lower_curtain)

  it('begins with what the program holds, and leaves open what it does not', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}`)
    await page.getByRole('link', { name: '文书', exact: true }).first().click()
    await page.getByRole('link', { name: '报告', exact: true }).click()
    await page.getByText('还没有报告').waitFor()
    await page.getByRole('button', { name: '起草报告' }).click()
    await picture(page, 'narrative-01-begin')
    await accessible(page, 'beginning a report')
    await page.getByRole('dialog').getByRole('button', { name: '起草报告' }).click()
    await part(page, '履行整改主体责任情况').waitFor()
    report = page.url().split('/').pop()
    await page.getByText('〔领导小组成立情况〕').first().waitFor()
    await picture(page, 'narrative-02-draft')
    await accessible(page, 'a report that is being written')
    await leave(page)
  })

  it('opens a figure to the rows that it counts', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/narratives/${report}`)
    const total = page.getByRole('button', { name: /^问题总数：/ }).first()
    const count = Number((await total.textContent()).trim())
    await total.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`数的是下面 ${count} 行`).waitFor()
    assert.equal(await dialog.getByRole('listitem').count(), count)
    await picture(page, 'narrative-03-figure')
    await accessible(page, 'the rows behind a figure')
    await dialog.getByRole('link').first().click()
    await page.waitForURL(/\/problems\//)
    await leave(page)
  })

  it('is written by one person a part, seen by the others at once, and taken over openly', async () => {
    const first = await as('zhangjing')
    await first.goto(`${base}/narratives/${report}`)
    const second = await as('wanglei')
    await second.goto(`${base}/narratives/${report}`)
    const own = part(first, '存在的不足')
    const theirs = part(second, '存在的不足')
    await own.getByRole('button', { name: '修改', exact: true }).click()
    await own.getByLabel('正文').fill('个别措施推进不够快，还有{{未完成措施数}}条没有完成。')
    await theirs.getByText('张静正在修改').waitFor({ timeout: 20_000 })
    await picture(second, 'narrative-04-held')
    await theirs.getByRole('button', { name: '接手修改' }).click()
    await second.getByRole('button', { name: '接手修改' }).last().click()
    await theirs.getByLabel('正文').waitFor()
    await own.getByText('王磊接手了这一部分').waitFor({ timeout: 20_000 })
    await own.getByRole('button', { name: '保存' }).click()
    await own.getByText('王磊正在修改这一部分').first().waitFor()
    await picture(first, 'narrative-05-taken-over')
    await accessible(first, 'a part that was taken over')
    await theirs.getByLabel('正文').fill('部分措施推进不够快。')
    await theirs.getByRole('button', { name: '保存' }).click()
    await theirs.getByText('部分措施推进不够快。').waitFor()
    // What was typed is still there, beside what was saved in between.
    await own.getByText('这一部分有了新的一稿').waitFor({ timeout: 20_000 })
    assert.match(await own.getByLabel('正文').inputValue(), /还有\{\{未完成措施数\}\}条/)
    await own.getByRole('button', { name: '以我写的为准' }).click()
    await own.getByRole('button', { name: '重新开始修改' }).click()
    await own.getByRole('button', { name: '保存' }).click()
    await own.getByText('个别措施推进不够快').waitFor()
    await own.getByRole('button', { name: '历次修改' }).click()
    await first.getByRole('dialog').getByText('第 3 稿').waitFor()
    await picture(first, 'narrative-06-wordings')
    await leave(first)
    await leave(second)
  })

  it('marks a figure that changed until somebody has looked at it, and is issued complete only', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/narratives/${report}`)
    await hand_in(await client('liqiang'), problem.measures[0].id)
    const reviewer = await client('wanglei')
    const { version } = await reviewer.ask('GET', `/measures/${problem.measures[0].id}`)
    await reviewer.ask('PUT', `/measures/${problem.measures[0].id}/acceptance`, {
      version,
      outcome: 'done',
      opinion: '同意',
    })
    await page.reload()
    const shortfalls = part(page, '存在的不足')
    await shortfalls.getByText('有 1 个数字变了').waitFor()
    await picture(page, 'narrative-07-stale')
    await accessible(page, 'a figure that changed')
    await page.getByRole('button', { name: '印发', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('发文字号').fill('云财党〔2026〕31号')
    await dialog.getByLabel('签发人').fill('韩征')
    await dialog.getByRole('button', { name: '印发', exact: true }).click()
    await dialog.getByText('个数字在上次核对之后变了').waitFor()
    await dialog.getByRole('button', { name: '取消' }).click()
    for (let left = await page.getByRole('button', { name: '已核对' }).count(); left > 0; left--) {
      await page.getByRole('button', { name: '已核对' }).first().click()
      await page.waitForFunction(
        (n) =>
          [...document.querySelectorAll('button')].filter((b) => b.textContent.trim() === '已核对')
            .length === n,
        left - 1,
      )
    }
    await page.getByRole('button', { name: '印发', exact: true }).click()
    await dialog.getByLabel('发文字号').fill('云财党〔2026〕31号')
    await dialog.getByLabel('签发人').fill('韩征')
    await dialog.getByRole('button', { name: '印发', exact: true }).click()
    await dialog.getByText(/还有 \d+ 处没有填写/).waitFor()
    await picture(page, 'narrative-08-blanks')
    await leave(page)
  })

  it('is issued as an edition that stays as it was, and the next one shows what changed', async () => {
    const office = await client('zhangjing')
    const fill = async () => {
      const now = await office.ask('GET', `/narratives/${report}`)
      for (const section of now.sections.filter((one) => one.placeholders.length)) {
        const path = `/narratives/${report}/sections/${section.part}`
        let { text } = section
        for (const mark of section.placeholders) text = text.replace(mark, '情况属实')
        await office.ask('PUT', `${path}/hold`, { take_over: false })
        const { revision, heading } = section
        await office.ask('PUT', path, { revision, heading, text })
        await office.ask('DELETE', `${path}/hold`)
      }
    }
    await fill()
    const page = await as('zhangjing')
    await page.goto(`${base}/narratives/${report}`)
    const issue = async (number) => {
      await page.getByRole('button', { name: '印发', exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('发文字号').fill(number)
      await dialog.getByLabel('签发人').fill('韩征')
      await picture(page, 'narrative-09-issue')
      await dialog.getByRole('button', { name: '印发', exact: true }).click()
      await page.waitForURL(/narrative-editions/)
      await page.getByText('内容与印发时一致').waitFor()
    }
    await issue('云财党〔2026〕31号')
    await picture(page, 'narrative-10-edition')
    await accessible(page, 'an edition')
    const first = page.url()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载 Word' }).click()
    const file = await coming
    assert.match(file.suggestedFilename(), /集中整改进展情况的报告\.docx$/)
    assert.equal(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
      'PK',
    )
    // The ledger goes on; the edition does not.
    await hand_in(await client('liqiang'), problem.measures[1].id)
    const reviewer = await client('wanglei')
    const measure = `/measures/${problem.measures[1].id}`
    const { version } = await reviewer.ask('GET', measure)
    await reviewer.ask('PUT', `${measure}/acceptance`, {
      version,
      outcome: 'done',
      opinion: '同意',
    })
    await page.reload()
    await page.getByText('本期数字').click()
    await page.getByRole('button', { name: '已完成措施数：1条' }).waitFor()
    await page.getByRole('link', { name: '回到正在写的报告' }).click()
    await page.getByRole('button', { name: '已核对' }).first().waitFor()
    for (const section of (await office.ask('GET', `/narratives/${report}`)).sections)
      if (section.stale.length)
        await office.ask('PUT', `/narratives/${report}/sections/${section.part}/confirmation`, {
          revision: section.revision,
        })
    await page.reload()
    await issue('云财党〔2026〕32号')
    await page.getByRole('button', { name: '与上一期对照' }).click()
    const table = page.getByRole('table', { name: '数字变化' })
    await table.getByRole('row', { name: '已完成措施数 1 2' }).waitFor()
    await picture(page, 'narrative-11-differences')
    await accessible(page, 'an edition against the one before')
    assert.notEqual(page.url(), first)
    await leave(page)
  })

  it('is read on a phone, and by those alone who see the whole', async () => {
    const page = await as('zhangjing', phone)
    await page.goto(`${base}/narratives/${report}`)
    await part(page, '下一步打算').waitFor()
    await picture(page, 'narrative-12-phone')
    await page.goto(`${base}/programmes/${id}/narratives`)
    await page.getByRole('link', { name: '第2期' }).click()
    await page.getByText('内容与印发时一致').waitFor()
    await picture(page, 'narrative-13-phone-edition')
    await leave(page)
    const stranger = await as('zhaojuan')
    await stranger.goto(`${base}/narratives/${report}`)
    await stranger.getByRole('alert').waitFor()
    await leave(stranger)
  })
})
