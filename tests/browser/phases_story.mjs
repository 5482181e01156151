// The calendar of a programme: its phases as a picture, their milestones from the office to the unit and back, and
// where both are met on other pages.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  client,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const day = (days) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)

describe('phases', { concurrency: false }, () => {
  let id, task
  before(raise_curtain)
  before(async () => {
    id = await programme('阶段样例整改')
    const office = await client('zhangjing')
    const { version } = await office.ask('GET', `/programmes/${id}`)
    await office.ask('PATCH', `/programmes/${id}`, {
      version,
      feedback_on: day(-40),
      concentrated_end_on: day(140),
    })
  })
  after(lower_curtain)

  it('are set in one step and drawn as a picture', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/overview`)
    await page.getByRole('link', { name: '方案', exact: true }).click()
    await page.getByRole('link', { name: '阶段', exact: true }).click()
    await page.getByText('还没有设置阶段').waitFor()
    await picture(page, 'phases-01-none')
    await accessible(page, 'no phases')
    await page.getByRole('button', { name: '套用常规三个阶段' }).click()
    await page.getByRole('button', { name: '套用常规三个阶段' }).last().click()
    await page.getByRole('heading', { name: '集中整改阶段' }).waitFor()
    assert.equal(await page.locator('.phase-picture rect').count(), 3)
    assert.equal(await page.locator('.phase-picture .today').count(), 1)
    await picture(page, 'phases-02-usual')
    await accessible(page, 'the phases')
    await leave(page)
  })

  it('take milestones, and refuse days that cannot be', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/phases`)
    const phase = page.getByRole('region', { name: '集中整改阶段' })
    await phase.getByRole('button', { name: '增加节点任务' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await dialog.getByText('请填写').first().waitFor()
    await picture(page, 'phases-03-milestone-refused')
    await dialog.getByLabel('任务内容').fill('召开领导小组会议，听取整改情况汇报')
    await dialog.locator('#f-unit_id').fill('财政局')
    await page.getByRole('option', { name: '云岭区财政局', exact: true }).click()
    await dialog.getByText('从反馈日期起算').click()
    await dialog.locator('#f-deadline').fill('45')
    await dialog.locator('#f-deadline').press('Tab')
    await picture(page, 'phases-04-milestone')
    await accessible(page, 'the form of a milestone')
    await dialog.getByRole('button', { name: '保存', exact: true }).click()
    await phase.getByText('召开领导小组会议，听取整改情况汇报').waitFor()
    await phase.getByRole('button', { name: '修改', exact: true }).click()
    const form = page.getByRole('dialog', { name: '修改阶段' })
    await form.getByText('固定日期').last().click()
    await form.locator('#f-until').fill(day(-60))
    await form.locator('#f-until').press('Enter')
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await form.getByText('早于开始日期').first().waitFor()
    await picture(page, 'phases-05-phase-refused')
    await accessible(page, 'the form of a phase')
    await form.locator('#f-until').fill(day(120))
    await form.locator('#f-until').press('Enter')
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await form.waitFor({ state: 'hidden' })
    const office = await client('zhangjing')
    const found = await office.ask('GET', `/programmes/${id}/phases`)
    assert.equal(found.rows[1].ends_on, day(120))
    task = found.rows[1].milestones.find((one) => one.text.includes('领导小组会议，听取'))
    assert.equal(task.deadline.text, '反馈后45日内')
    assert.equal(task.due_on, day(5))
    await leave(page)
  })

  it('meet the unit on its home page, where it reports', async () => {
    const page = await as('liqiang')
    const section = page.getByRole('region', { name: '七天内到期的任务' })
    await section.waitFor()
    await page.getByRole('region', { name: '当前阶段' }).waitFor()
    await picture(page, 'phases-06-home')
    await accessible(page, 'the home page with tasks')
    await page.goto(`${base}/tasks/${task.id}`)
    await page.getByRole('button', { name: '报告完成' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('办理情况').fill('好了')
    await dialog.getByRole('button', { name: '报告完成' }).click()
    await dialog.getByText('至少').first().waitFor()
    await dialog.getByLabel('办理情况').fill('已于本周召开会议，听取六个科室汇报。')
    await picture(page, 'phases-07-report')
    await dialog.getByRole('button', { name: '报告完成' }).click()
    await page.getByText('待确认').first().waitFor()
    await picture(page, 'phases-08-reported')
    await accessible(page, 'a task')
    await leave(page)
  })

  it('come back to the office, which sends back and confirms, never what it did itself', async () => {
    const page = await as('zhangjing')
    await page.getByRole('region', { name: '待确认的任务' }).waitFor()
    await picture(page, 'phases-09-home-of-office')
    await page.goto(`${base}/tasks/${task.id}`)
    await page.getByRole('button', { name: '退回', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('没有附会议纪要，请补充。')
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await page.getByText('已退回').first().waitFor()
    const unit = await client('liqiang')
    const { version } = await unit.ask('GET', `/tasks/${task.id}`)
    await unit.ask('PUT', `/tasks/${task.id}/report`, {
      version,
      report: '纪要已补报，见办公系统。',
    })
    await page.reload()
    await page.getByRole('button', { name: '确认完成' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认完成' }).click()
    await page.getByText('已完成').first().waitFor()
    await page.getByText('没有附会议纪要，请补充。').waitFor()
    await picture(page, 'phases-10-confirmed')
    await page.goto(`${base}/programmes/${id}/overview`)
    await page.getByRole('region', { name: '当前阶段' }).waitFor()
    await picture(page, 'phases-11-overview')
    await page.goto(`${base}/programmes/${id}/phases`)
    await page.getByRole('heading', { name: '集中整改阶段' }).waitFor()
    await picture(page, 'phases-12-worked')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '快速前往' }).waitFor()
    await page.keyboard.type('阶段')
    await page.getByRole('option', { name: /阶段/ }).first().waitFor()
    await page.keyboard.press('Escape')
    await page.goto(`${base}/tasks?show=all`)
    await page.getByText('召开领导小组会议，听取整改情况汇报').first().waitFor()
    await picture(page, 'phases-13-tasks')
    await accessible(page, 'the list of tasks')
    await leave(page)
  })

  it('are read on a telephone as a list', async () => {
    const page = await as('liqiang', phone)
    await page.goto(`${base}/programmes/${id}/phases`)
    await page.getByRole('heading', { name: '集中整改阶段' }).waitFor()
    assert.equal(await page.locator('.phase-picture').isVisible(), false)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= 360, `${width} wide`)
    await picture(page, 'phases-14-phone')
    await accessible(page, 'the phases on a telephone')
    await page.goto(`${base}/tasks/${task.id}`)
    await page.getByRole('heading', { name: '办理经过' }).waitFor()
    await picture(page, 'phases-15-phone-task')
    await leave(page)
  })

  it('come with a new programme when its form says so', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes`)
    await page.getByRole('button', { name: '新建整改工作' }).first().click()
    await page.getByRole('dialog').getByText('同时设置常规三个阶段及节点任务').waitFor()
    await picture(page, 'phases-16-new-programme')
    await leave(page)
  })
})
