// Meetings: a series that says when the next one is, an agenda from the ledger, minutes while it runs, decisions with
// an owner and a day, and what is left for next time.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  claimed_problem,
  client,
  day,
  desk,
  leave,
  lower_curtain,
  narrow_enough,
  paper,
  phone,
  picture,
  programme,
  raise_curtain,
  window_of,
} from './stage.mjs'

describe('meetings', { concurrency: false }, () => {
  let id, problem, meeting
  before(raise_curtain)
  before(async () => {
    id = await programme('会议样例整改', { with_plan: true })
    problem = await claimed_problem(id, '国有资产账实不符')
    const office = await client('zhangjing')
    for (const [i, days] of [-12, 3].entries()) {
      const { id: measure, version } = problem.measures[i]
      const deadline = { kind: 'date', text: `${day(days)}前`, date: day(days) }
      await office.ask('PATCH', `/measures/${measure}`, { version, deadline })
    }
  })
  after(lower_curtain)

  it('are planned from a series that proposes its next day', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/meetings`)
    await page.getByText('还没有开设例会').waitFor()
    await picture(page, 'meetings-01-empty')
    await accessible(page, 'no meetings')
    await page.getByRole('button', { name: '开设例会' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('会议名称').fill('财政局整改碰头会')
    await picture(page, 'meetings-02-series')
    await accessible(page, 'a series')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('每周一').waitFor()
    await page.getByText('接下来：').waitFor()
    await page.getByRole('button', { name: '安排下次' }).click()
    await dialog.getByLabel('日期', { exact: true }).fill(day(0))
    await page.keyboard.press('Enter')
    await dialog.getByLabel('地点').fill('三楼会议室')
    for (const name of ['周远', '李强']) {
      await dialog.getByLabel('添加人员').click()
      await page.keyboard.type(name)
      await page
        .getByRole('option', { name: new RegExp(name) })
        .first()
        .click()
      await dialog.getByText(name, { exact: true }).first().waitFor()
    }
    await dialog.locator('li', { hasText: '周远' }).locator('.el-select').nth(1).click()
    await page.getByRole('option', { name: '主持' }).last().click()
    await picture(page, 'meetings-03-plan')
    await accessible(page, 'planning a meeting')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('link', { name: /财政局整改碰头会/ }).click()
    await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/)
    meeting = page.url().split('/').pop()
    await leave(page)
  })

  it('take their agenda from the ledger', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/meetings/${meeting}`)
    await page.getByRole('button', { name: '排议程' }).click()
    await page.getByText('已超期').first().waitFor()
    await page.getByText('下次会议前到期').first().waitFor()
    await page.getByLabel('另加议题').fill('传达上级会议精神')
    await page.getByRole('button', { name: '另加议题' }).click()
    await page.getByRole('button', { name: '上移' }).last().click()
    await picture(page, 'meetings-04-agenda')
    await accessible(page, 'an agenda')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('button', { name: '排议程' }).waitFor()
    await page.getByRole('button', { name: '发出通知' }).click()
    await page.getByRole('button', { name: '发出通知' }).last().click()
    await page.getByText('已通知').first().waitFor()
    await picture(page, 'meetings-05-called')
    await leave(page)
  })

  it('are answered on a phone by those who are called', async () => {
    const page = await as('liqiang', phone)
    const home = page.getByRole('region', { name: '近两周的会议' })
    await home.getByText('请回复').first().waitFor()
    await picture(page, 'meetings-06-home-phone')
    await page.goto(`${base}/meetings/${meeting}`)
    await page.getByRole('button', { name: '我的回复' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('由人代会').click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('请填写').first().waitFor()
    await dialog.getByLabel('代会人姓名').fill('陈刚')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('由人代会').first().waitFor()
    await picture(page, 'meetings-07-answered-phone')
    await narrow_enough(page)
    await accessible(page, 'a meeting on a phone')
    await leave(page)
  })

  it('keep minutes while they run, and refuse to end with loose ends', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/meetings/${meeting}`)
    await page.getByRole('button', { name: '宣布开会' }).click()
    await page.getByRole('button', { name: '宣布开会' }).last().click()
    await page.getByRole('region', { name: '开会时的台账' }).waitFor()
    await page.getByRole('button', { name: '结束会议' }).click()
    await page.getByRole('button', { name: '结束会议' }).last().click()
    await page.getByText('没有记录，也没有移至下次会议').first().waitFor()
    await picture(page, 'meetings-08-refused')
    const first = page.locator('.minute').first()
    await first.getByLabel('听取情况').fill('资产科汇报：清查已完成八成。')
    await first.getByText('已保存').waitFor()
    // What was typed a moment before the window goes stays in this browser.
    await first.getByLabel('讨论意见').fill('会议要求加快登记造册。')
    await page.reload()
    await page.getByLabel('讨论意见').first().waitFor()
    assert.equal(await page.getByLabel('讨论意见').first().inputValue(), '会议要求加快登记造册。')
    await first.getByRole('button', { name: '增加议定事项' }).click()
    await first.getByLabel('事项', { exact: true }).fill('月底前完成登记造册并报整改办。')
    await first.locator('.owner .el-select').first().click()
    await page.keyboard.type('云岭区财政局')
    await page
      .getByRole('option', { name: /云岭区财政局/ })
      .first()
      .click()
    await first.getByText('已保存').waitFor()
    await picture(page, 'meetings-09-minutes')
    await accessible(page, 'minutes')
    await page.setViewportSize(phone)
    await picture(page, 'meetings-10-minutes-phone')
    await narrow_enough(page)
    await page.setViewportSize(desk)
    for (const row of await page.locator('.minute').all())
      if (!(await row.getByLabel('听取情况').inputValue())) {
        await row.getByText('移至下次会议').click()
        await row.getByText('已保存').waitFor()
      }
    await page.getByRole('button', { name: '结束会议' }).click()
    await page.getByRole('button', { name: '结束会议' }).last().click()
    await page.getByText('没有完成时限').first().waitFor()
    await first.getByLabel('完成时限').fill(day(20))
    await page.keyboard.press('Enter')
    await first.getByText('已保存').waitFor()
    await leave(page)
  })

  it('are shown on the whole screen', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/meetings/${meeting}`)
    await page.getByRole('link', { name: '投屏' }).click()
    await page.getByText('按 ← → 翻页').waitFor()
    await picture(page, 'meetings-11-present-figures')
    await page.keyboard.press('ArrowRight')
    await page.getByText('资产科汇报：清查已完成八成。').waitFor()
    await picture(page, 'meetings-12-present')
    await accessible(page, 'a presentation')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '结束会议' }).waitFor()
    await leave(page)
  })

  it('end, are locked, and leave the rest to the next one', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/meetings/${meeting}`)
    await page.getByRole('button', { name: '结束会议' }).click()
    await page.getByRole('button', { name: '结束会议' }).last().click()
    await page.getByRole('button', { name: '补充说明' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('补充说明').fill('清查完成比例应为八成五。')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('清查完成比例应为八成五。').waitFor()
    assert.equal(await page.getByLabel('听取情况').count(), 0)
    await picture(page, 'meetings-13-closed')
    await accessible(page, 'closed minutes')
    await paper(page, 'meetings-13-paper')
    // What was decided waits for the unit whose it is.
    const owner = await as('liqiang')
    await owner.getByText('月底前完成登记造册并报整改办。').first().waitFor()
    await picture(owner, 'meetings-16-task-at-home')
    await leave(owner)
    await page.goto(`${base}/programmes/${id}/meetings`)
    await page.getByRole('button', { name: '安排下次' }).click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('region', { name: '将要召开' }).getByRole('link').first().click()
    await page.getByText('上次会议移来').first().waitFor()
    await picture(page, 'meetings-14-next')
    await leave(page)
  })

  it('come into a calendar by an address of one’s own', async () => {
    const page = await as('liqiang')
    await page.goto(`${base}/settings`)
    await page.getByRole('button', { name: '生成订阅地址' }).click()
    const address = await page.locator('code').filter({ hasText: 'calendar-feeds' }).innerText()
    await picture(page, 'meetings-15-feed')
    const stranger = await window_of()
    const answer = await stranger.request.get(address)
    assert.equal(answer.status(), 200)
    const calendar = await answer.text()
    assert.ok(calendar.includes(`UID:${meeting}@zhenggai`))
    await leave(stranger)
    await leave(page)
  })
})
