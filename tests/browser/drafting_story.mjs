// The plan as a document: an outline that is filled in, comments that are answered, deliberation and signature, a
// review by five parties with one return, a second round, issue under a number, and a revision with its difference.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  client,
  day,
  desk,
  leave,
  lower_curtain,
  narrow_enough,
  new_id,
  paper,
  phone,
  picture,
  programme,
  raise_curtain,
  units,
} from './stage.mjs'

const items = [
  'every_problem',
  'targeted',
  'responsibility',
  'deadline',
  'wording',
  'whole',
  'nothing_softened',
  'backed',
]
const opinion = (seat) => ({
  seat,
  verdict: 'agreed',
  grade: 'good',
  reason: '同意',
  checks: items.map((item) => ({ item, met: true, remark: '' })),
})
const seats = {
  discipline: ['云岭区纪委监委', 'zhengqing'],
  organisation: ['云岭区委组织部', 'qianlan'],
  publicity: ['云岭区委', 'wukai'],
  inspection_office: ['云岭区委巡察办', 'fenglei'],
  inspection_team: ['云岭区委巡察办', 'dengfei'],
}
const names = {
  discipline: '纪检监察机关',
  organisation: '组织部门',
  publicity: '宣传部门',
  inspection_office: '巡视巡察办',
  inspection_team: '巡视巡察组',
}

describe('plans', { concurrency: false }, () => {
  let id, plan
  const address = () => `${base}/programmes/${id}/draft`
  const load = async () => (await client('zhangjing')).ask('GET', `/plan-versions/${plan}`)
  before(raise_curtain)
  before(async () => {
    id = await programme('方案样例整改', { with_plan: true })
  })
  after(lower_curtain)

  it('begin with the outline of their kind of unit', async () => {
    const page = await as('zhangjing')
    await page.goto(address())
    await page.getByText('还没有整改方案').waitFor()
    await picture(page, 'drafting-01-begin')
    await accessible(page, 'no plan')
    await page.getByRole('button', { name: '起草方案' }).click()
    await page.getByText('还没有填写的内容').waitFor()
    await page.getByText('责任单位：预算科').first().waitFor()
    plan = (await (await client('zhangjing')).ask('GET', `/programmes/${id}/plan-versions`)).rows[0]
      .id
    await picture(page, 'drafting-02-draft')
    await accessible(page, 'a draft')
    await page.setViewportSize(phone)
    await picture(page, 'drafting-03-draft-phone')
    await narrow_enough(page)
    await page.setViewportSize(desk)
    await leave(page)
  })

  it('are written part by part, and lose nothing when two write at once', async () => {
    const page = await as('zhangjing')
    await page.goto(address())
    await page.getByRole('button', { name: '修改总体要求' }).click()
    await page.getByLabel('正文').fill('全面认领反馈意见，逐条整改。')
    const other = await client('wanglei')
    const now = await load()
    const part = now.sections[0]
    await other.ask('PUT', `/plan-versions/${plan}/sections/requirements`, {
      revision: part.revision,
      heading: part.heading,
      text: '王磊先保存的一稿。',
    })
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('王磊先保存的一稿。').first().waitFor()
    assert.equal(await page.getByLabel('正文').inputValue(), '全面认领反馈意见，逐条整改。')
    await picture(page, 'drafting-04-conflict')
    await accessible(page, 'a conflict')
    await page.getByRole('button', { name: '以我写的为准' }).click()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('第 3 稿').waitFor()
    await page.getByRole('button', { name: '总体要求历次修改' }).click()
    await page.getByText('最初的文字').waitFor()
    await picture(page, 'drafting-05-wordings')
    await accessible(page, 'wordings')
    await leave(page)
  })

  it('are commented on by those concerned and answer each', async () => {
    const office = await as('zhangjing')
    await office.goto(address())
    await office.getByRole('button', { name: '征求意见' }).click()
    await office.getByRole('dialog').getByLabel('意见截止日期').fill(day(7))
    await office.keyboard.press('Enter')
    await office.getByRole('dialog').getByRole('button', { name: '征求意见' }).click()
    await office.getByText(`征求意见至 ${day(7)}`).waitFor()
    const unit = await as('liqiang', phone)
    await unit.getByRole('region', { name: '征求意见的方案' }).getByRole('link').last().click()
    await unit.getByRole('button', { name: /组织保障：/ }).click()
    await unit.getByLabel('意见', { exact: true }).fill('建议写明每月向党组报告一次。')
    await picture(unit, 'drafting-06-comment-phone')
    await accessible(unit, 'a comment')
    await narrow_enough(unit)
    await unit.getByRole('button', { name: '提意见', exact: true }).last().click()
    await unit.getByText('未答复').first().waitFor()
    await leave(unit)
    await office.getByRole('button', { name: '登记审议' }).click()
    const dialog = office.getByRole('dialog')
    await dialog.getByLabel('审议会议').fill('局党组会议')
    await dialog.getByRole('button', { name: '登记审议' }).click()
    await dialog.getByText('还有 1 条意见没有答复').first().waitFor()
    await dialog.getByRole('button', { name: '取消' }).click()
    await office.reload()
    await office.getByRole('button', { name: /组织保障：/ }).click()
    await office.getByRole('button', { name: '答复', exact: true }).click()
    await office.getByLabel('说明').fill('已写入推进机制。')
    await picture(office, 'drafting-07-answer')
    await accessible(office, 'an answer')
    await office.getByRole('button', { name: '答复', exact: true }).last().click()
    await office.getByText('已写入推进机制。').waitFor()
    await leave(office)
  })

  it('are deliberated and signed for by the principal', async () => {
    const office = await as('zhangjing')
    await office.goto(address())
    await office.getByRole('button', { name: '登记审议' }).click()
    const dialog = office.getByRole('dialog')
    await dialog.getByLabel('审议会议').fill('局党组会议')
    await dialog.getByLabel('审议意见').fill('原则通过。')
    await dialog.getByRole('button', { name: '登记审议' }).click()
    await office.getByText('等第一责任人签字背书').waitFor()
    const principal = await as('hanzheng', phone)
    await principal.goto(`${base}/`)
    await principal
      .getByRole('region', { name: '待签字背书的方案' })
      .getByRole('link')
      .last()
      .click()
    await principal.getByRole('button', { name: '签字背书' }).click()
    await picture(principal, 'drafting-08-commit-phone')
    await accessible(principal, 'a signature')
    await principal.getByRole('dialog').getByRole('button', { name: '签字背书' }).click()
    await principal
      .getByText(/韩征.*签字背书/)
      .first()
      .waitFor()
    await leave(principal)
    await leave(office)
  })

  it('go up only when nothing is left to fill in', async () => {
    const page = await as('zhangjing')
    await page.goto(address())
    await page.getByRole('button', { name: '送联审' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('五方联审').click()
    for (const [seat, [unit]] of Object.entries(seats)) {
      await dialog.getByLabel(names[seat]).click()
      await page.keyboard.type(unit)
      await page.waitForTimeout(400) // the list before has closed
      await page
        .locator('.el-select-dropdown__item:visible', { hasText: new RegExp(`^\\s*${unit}\\s*$`) })
        .last()
        .click()
    }
    await picture(page, 'drafting-09-submit')
    await accessible(page, 'sending into review')
    await dialog.getByRole('button', { name: '送联审' }).click()
    await dialog
      .getByText(/方案中还有 \d+ 处没有填写/)
      .first()
      .waitFor()
    await dialog.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '收回修改' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('补全领导小组名单')
    await page.getByRole('dialog').getByRole('button', { name: '收回修改' }).click()
    await page.getByText('第 1 版　起草').waitFor()
    await leave(page)
    await fill_and_send()
  })

  /** Fills in what is left, has it deliberated and signed, and sends it to five parties. */
  async function fill_and_send() {
    const office = await client('zhangjing')
    let now = await load()
    for (const section of now.sections.filter((one) => one.placeholders.length))
      now = await office.ask('PUT', `/plan-versions/${plan}/sections/${section.part}`, {
        revision: section.revision,
        heading: section.heading,
        text: section.text.replace(/〔(.*?)〕/g, '$1').replace(/姓名/g, '周启明'),
      })
    now = await office.ask('PUT', `/plan-versions/${plan}/deliberation`, {
      version: now.version,
      held_on: day(0),
      held_by: '局党组会议',
      meeting_id: null,
      conclusion: '',
    })
    const principal = await client('hanzheng')
    now = await principal.ask('PUT', `/plan-versions/${plan}/commitment`, {
      version: now.version,
      name: '',
      on: day(0),
    })
    await office.ask('PUT', `/plan-versions/${plan}/review`, {
      version: now.version,
      variant: 'five',
      due_on: null,
      seats: Object.entries(seats).map(([seat, [unit]]) => ({
        seat,
        unit_id: units[unit],
      })),
    })
  }

  it('are reviewed by five parties, on a phone too, and one returns them', async () => {
    const page = await as('qianlan', phone)
    const home = page.getByRole('region', { name: '待审方案' })
    await home.waitFor()
    await picture(page, 'drafting-10-home-phone')
    await page.goto(`${address()}?version=${plan}`)
    await page.getByRole('button', { name: '填写联审意见' }).click()
    const dialog = page.getByRole('dialog')
    const targeted = dialog.locator('.check', {
      hasText: '措施有针对性、可操作',
    })
    await targeted.getByText('不符合').click()
    await targeted.getByLabel('哪里不符合').fill('第2条措施没有验收标准')
    await dialog.getByText('差', { exact: true }).click()
    await picture(page, 'drafting-11-opinion-phone')
    await accessible(page, 'an opinion')
    await narrow_enough(page)
    await dialog.getByRole('button', { name: '提交' }).click()
    await dialog.getByText('评为“差”的方案应当退回').first().waitFor()
    await dialog.getByText('退回', { exact: true }).click()
    await dialog.getByLabel('意见和理由').fill('请逐条补充验收标准后再报。')
    await dialog.getByRole('button', { name: '提交' }).click()
    await page.getByText('请逐条补充验收标准后再报。').waitFor()
    await picture(page, 'drafting-12-spoken-phone')
    await narrow_enough(page)
    await leave(page)
    for (const [seat, [, account]] of Object.entries(seats))
      if (seat !== 'organisation')
        await (await client(account)).ask('PUT', `/plan-versions/${plan}/opinion`, opinion(seat))
    const office = await as('zhangjing')
    await office.getByRole('region', { name: '退回方案' }).waitFor()
    await picture(office, 'drafting-13-returned-home')
    await office.goto(address())
    await office.getByText('退回修改').waitFor()
    await picture(office, 'drafting-14-returned')
    await accessible(office, 'a returned plan')
    await office.goto(`${base}/messages`)
    await office
      .getByRole('link', { name: /整改方案联审退回/ })
      .first()
      .click()
    await office.getByText('退回修改').waitFor()
    await leave(office)
    const told = await (await client('dengfei')).ask('GET', '/messages')
    assert.ok(told.rows.some((one) => one.kind === 'plan_to_review' && one.subject.id === plan))
  })

  it('show in a second round what changed since', async () => {
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', `/ledger?programme=${id}&view=measures`)
    const measure = await office.ask('GET', `/measures/${rows[0].id}`)
    await office.ask('PATCH', `/measures/${measure.id}`, {
      version: measure.version,
      text: measure.text + '以资产管理部门出具的核对表为验收标准。',
    })
    await fill_and_send()
    const page = await as('qianlan')
    await page.goto(address())
    await page.getByRole('button', { name: '与上一轮送审稿对照' }).click()
    await page.getByText('措施修改').waitFor()
    await picture(page, 'drafting-15-changes')
    await accessible(page, 'changes since the last round')
    await leave(page)
    for (const [seat, [, account]] of Object.entries(seats))
      await (await client(account)).ask('PUT', `/plan-versions/${plan}/opinion`, opinion(seat))
  })

  it('are issued under a number that nobody used, and frozen', async () => {
    const page = await as('zhangjing')
    await page.goto(address())
    await page.getByText('待印发').first().waitFor()
    await page.getByRole('button', { name: '印发', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('发文字号').fill(`云财党[${day(0).slice(0, 4)}]12号`)
    await dialog.getByLabel('主送').fill('机关各科室、局属各单位')
    await dialog.getByRole('button', { name: '印发' }).click()
    await dialog.getByText('已经用过').first().waitFor()
    await picture(page, 'drafting-16-number')
    await dialog.getByLabel('发文字号').fill(`云财党〔${day(0).slice(0, 4)}〕13号`)
    await dialog.getByRole('button', { name: '印发' }).click()
    await page.getByText('印发时的内容，不再变动').waitFor()
    await picture(page, 'drafting-17-issued')
    await accessible(page, 'an issued plan')
    await paper(page, 'drafting-17-paper')
    assert.match((await load()).digest, /^sm3:|^sha256:/)
    await page.getByRole('link', { name: '文书', exact: true }).last().click()
    await page.getByText('机关各科室、局属各单位：').waitFor()
    await page.getByText(`云财党〔${day(0).slice(0, 4)}〕13号`).waitFor()
    await page.getByText('附件2', { exact: true }).waitFor()
    await picture(page, 'drafting-18-document')
    await accessible(page, 'an issued plan as a document')
    await page.setViewportSize(phone)
    await picture(page, 'drafting-18-document-phone')
    await narrow_enough(page)
    await leave(page)
    const unit = await as('liqiang', phone)
    await unit.goto(`${base}/messages`)
    await unit.getByRole('link', { name: /请报送本单位的整改子方案 方案样例整改/ }).waitFor()
    await picture(unit, 'drafting-21-told-phone')
    await narrow_enough(unit)
    await unit.getByRole('link', { name: /整改方案已印发：云财党〔\d+〕13/ }).click()
    await unit.getByText('印发时的内容，不再变动').waitFor()
    await leave(unit)
  })

  it('are revised with a reason and the difference to what was issued', async () => {
    const page = await as('zhangjing')
    await page.goto(address())
    await page.getByRole('button', { name: '修订' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('机构调整，责任单位变化')
    await dialog.getByRole('button', { name: '修订' }).click()
    await page.getByText('第 2 版　起草').first().waitFor()
    await page.getByRole('button', { name: '修改主要原则' }).click()
    await page.getByLabel('正文').fill('（一）坚持问题导向。\n（二）坚持上下联动。')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('第 2 稿').waitFor()
    await page.getByRole('button', { name: '与已印发的一版对照' }).click()
    await page.getByText('（二）坚持上下联动。').last().waitFor()
    await picture(page, 'drafting-18-revision')
    await accessible(page, 'a revision')
    await leave(page)
  })

  it('name the bodies as they stand, behind a preface of their own', async () => {
    const office = await client('zhangjing')
    await office.ask('POST', `/programmes/${id}/bodies`, {
      id: new_id(),
      kind: 'leading_group',
      name: '巡察整改工作领导小组',
      unit_id: units['云岭区财政局'],
      duties: '统一领导整改工作。',
      formed_on: null,
      dissolved_on: null,
      members: [{ role: 'head', name: '韩征', post: '党组书记、局长' }],
    })
    const page = await as('zhangjing')
    await page.goto(address())
    await page.getByText('组长：韩征（党组书记、局长）').waitFor()
    await page.getByRole('button', { name: '修改附件1 领导小组' }).click()
    await page.getByText('机构的名单和职责取自“组织机构”').waitFor()
    await page.getByLabel('正文').fill('经局党组研究，设立以下机构。')
    await page.mouse.move(0, 0)
    await picture(page, 'drafting-22-annex')
    await accessible(page, 'the annex of the bodies')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('经局党组研究，设立以下机构。').first().waitFor()
    await page.getByText('组长：韩征（党组书记、局长）').waitFor()
    await page.setViewportSize(phone)
    await page.getByText('组长：韩征（党组书记、局长）').scrollIntoViewIfNeeded()
    await picture(page, 'drafting-23-annex-phone')
    await narrow_enough(page)
    await leave(page)
  })

  it('are detailed by the units that lead', async () => {
    const unit = await as('liqiang')
    await unit.goto(`${base}/programmes/${id}/sub-plans`)
    await unit.getByText('个单位没有报送').waitFor()
    await unit.getByRole('button', { name: '报送' }).first().click()
    const dialog = unit.getByRole('dialog')
    await dialog.getByLabel('具体目标').fill('三个月内清理完毕并销号。')
    await dialog.getByLabel('做法和安排').fill('先核对，后清理，再修订制度。')
    await dialog.getByRole('button', { name: '报送' }).click()
    await unit.getByText('待审定').waitFor()
    await leave(unit)
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/sub-plans`)
    await picture(page, 'drafting-19-sub-plans')
    await accessible(page, 'sub-plans')
    await page.getByRole('button', { name: '退回' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('目标没有量化')
    await page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
    await page.getByText('退回理由：目标没有量化').waitFor()
    await page.setViewportSize(phone)
    await picture(page, 'drafting-20-sub-plans-phone')
    await narrow_enough(page)
    await page.getByRole('link', { name: '文书', exact: true }).last().click()
    await page.getByText('牵头的整改任务和措施').waitFor()
    await picture(page, 'drafting-21-sub-plan-phone')
    await leave(page)
  })
})
