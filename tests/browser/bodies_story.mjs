// The bodies of a programme: taken over from its plan, set up by hand, changed when somebody leaves, printed as an
// annex; and the three tiers that answer for a row.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  claimed_problem,
  client,
  leave,
  lower_curtain,
  narrow_enough,
  new_id,
  paper,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const plan = `关于区委巡察组反馈意见的整改方案
一、总体要求
提高站位，抓好整改。
二、整改任务和措施
（一）关于作风建设方面的问题
1.关于会议过多问题的整改
整改措施：精简会议三分之一。（责任单位：办公室；完成时限：2099年6月30日前）
三、组织保障
财政局整改工作领导小组
组长：韩征
副组长：周远
成员：林晓、李强
职责：统一领导整改工作，研究重大事项。
`

describe('the bodies of a programme', { concurrency: false }, () => {
  let id, problem
  before(raise_curtain)
  before(async () => {
    id = await programme('组织机构样例整改', { with_plan: true })
    problem = await claimed_problem(id, '干部人事档案材料缺失')
  })
  after(lower_curtain)

  it('are taken over from the plan at one press', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/bodies`)
    await page.getByText('还没有设立组织机构').waitFor()
    await picture(page, 'bodies-01-empty')
    await accessible(page, 'no bodies')
    const office = await client('zhangjing')
    const name = encodeURIComponent('组织保障（样例）.txt')
    const read = await office.ask(
      'POST',
      `/imports?programme=${id}&name=${name}`,
      new TextEncoder().encode(plan),
    )
    const { version } = await office.ask('GET', `/imports/${read.id}`)
    await office.ask('PUT', `/imports/${read.id}/confirmation`, {
      version,
      create_units: false,
    })
    await page.reload()
    await page.getByText('1 个机构还没有设立').waitFor()
    await page.getByRole('button', { name: '全部带入' }).click()
    await page.getByText('已带入 1 个机构').waitFor()
    await page.getByRole('heading', { name: /财政局整改工作领导小组/ }).waitFor()
    await page.getByText('韩征').first().waitFor()
    await page.getByRole('button', { name: '全部带入' }).waitFor({ state: 'detached' })
    await picture(page, 'bodies-02-taken-over')
    await accessible(page, 'bodies')
    await leave(page)
  })

  it('keep who was there when somebody else takes over', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/bodies`)
    await page.getByRole('button', { name: '修改' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('添加人员').click()
    await page.keyboard.type('王磊')
    await page.getByRole('option', { name: /王磊/ }).first().click()
    await dialog.getByRole('button', { name: '王磊的分工和任期' }).waitFor()
    await dialog.locator('li', { hasText: '王磊' }).locator('.el-select').first().click()
    await page.getByRole('option', { name: '组长', exact: true }).last().click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('同一时间只能有一位组长').first().waitFor()
    await picture(page, 'bodies-03-refused')
    await accessible(page, 'changing a body')
    await dialog.getByRole('button', { name: '韩征的分工和任期' }).click()
    await dialog.getByLabel('结束日期（选填）').fill('2026-04-30')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '韩征的分工和任期' }).click()
    await dialog.getByRole('button', { name: '王磊的分工和任期' }).click()
    await dialog.getByLabel('起始日期（选填）').fill('2026-05-01')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('分工（选填）').fill('负总责。')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').first().waitFor()
    await page.getByText('（已离任）').waitFor()
    await picture(page, 'bodies-04-changed')
    await page.getByLabel('查看哪一天的组成').fill('2026-04-01')
    await page.keyboard.press('Enter')
    await page.getByText('王磊').waitFor({ state: 'detached' })
    await page.getByText('韩征').first().waitFor()
    await picture(page, 'bodies-05-as-of')
    await leave(page)
  })

  it('are set up by hand and printed as an annex', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/bodies`)
    await page.getByRole('button', { name: '设立机构' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('类别').click({ force: true })
    await page.getByRole('option', { name: '督查组' }).click()
    await dialog.getByLabel('名称').fill('整改督查组')
    await dialog.getByLabel('职责（选填）').fill('跟踪督查整改进度。\n提出追责建议。')
    await dialog.getByLabel('添加保障单位').fill('办公室')
    await page.getByRole('option', { name: '办公室', exact: true }).first().click()
    await dialog.getByRole('button', { name: '办公室的分工和任期' }).waitFor()
    await picture(page, 'bodies-06-form')
    await accessible(page, 'setting up a body')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: /整改督查组/ }).waitFor()
    await page.getByRole('link', { name: '打印名单及职责' }).click()
    await page.getByText('主要职责').first().waitFor()
    await page.getByText('保障单位：').waitFor()
    assert.equal(await page.getByText('韩征').count(), 0, 'who left is not printed')
    await picture(page, 'bodies-07-annex')
    await accessible(page, 'the annex')
    await paper(page, 'bodies-08-annex')
    await leave(page)
    const small = await as('liqiang', phone)
    await small.goto(`${base}/programmes/${id}/bodies`)
    await small.getByText('整改督查组').first().waitFor()
    assert.equal(await small.getByRole('button', { name: '设立机构' }).count(), 0)
    await narrow_enough(small)
    await picture(small, 'bodies-09-phone')
    await accessible(small, 'bodies on a phone')
    await leave(small)
  })

  it('name the three tiers of a row, and what is missing', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/problems/${problem.id}`)
    const tiers = page.getByRole('region', { name: '三级责任' })
    await tiers.getByText('第一责任人').waitFor()
    await tiers.getByText('依据：任职').first().waitFor()
    await tiers.getByText(/^缺：/).first().waitFor()
    await tiers.scrollIntoViewIfNeeded()
    await picture(page, 'bodies-10-tiers')
    await accessible(page, 'the tiers of a row')
    await leave(page)
  })

  it('are removed when they were written down by mistake', async () => {
    const office = await client('zhangjing')
    const mistaken = {
      id: new_id(),
      kind: 'other',
      name: '误设的专班',
      members: [],
    }
    await office.ask('POST', `/programmes/${id}/bodies`, mistaken)
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/bodies`)
    const body = page.getByRole('region', { name: '误设的专班' })
    await body.getByRole('button', { name: '删除' }).click()
    await page.getByText('只用于误设的机构').waitFor()
    await page.locator('.el-message-box').getByRole('button', { name: '删除' }).click()
    await page.getByText('已删除。').waitFor()
    await body.waitFor({ state: 'detached' })
    await leave(page)
  })
})
