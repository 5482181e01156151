// One problem from its claim to its slip through all hands: a chain set by the office, an extension on the way, a
// long-term sibling that is not struck off, one return to an earlier stage, one review taken from a pool.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { new_id } from './program.mjs'
import {
  accessible,
  as,
  base,
  claimed_problem,
  client,
  hand_in,
  leave,
  lower_curtain,
  paper,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const said = (page, words) => page.locator('.el-message', { hasText: words }).first().waitFor()
const progress = (page) => page.locator('section', { hasText: '审核进度' }).last()

/** Reported, submitted and accepted as `outcome`. */
async function finish(measure, outcome = 'done') {
  const unit = await client('liqiang')
  const office = await client('wanglei')
  await hand_in(unit, measure.id, {
    text: '制度已经印发执行，逐项核对完毕。',
    evidence_note: '印发通知1份',
    results: measure.demands.map((kind) => ({ kind, quantity: 1, unit: '' })),
  })
  const { version } = await office.ask('GET', `/measures/${measure.id}`)
  const goes_on =
    outcome === 'long_term'
      ? { stage_target: '每半年抽查一次，无反弹。', review_months: 6, next_review_on: '2099-05-31' }
      : {}
  await office.ask('PUT', `/measures/${measure.id}/acceptance`, {
    version,
    outcome,
    opinion: '',
    ...goes_on,
  })
}
/** A later day for a measure, asked for by the unit and granted by both levels. */
async function extend(measure) {
  const unit = await client('liqiang')
  const asked = await unit.ask('POST', `/measures/${measure.id}/extensions`, {
    id: new_id(),
    wanted_on: '2100-03-31',
    reason: '系统改造由省厅统一安排，需推迟一个季度。',
    leader_name: '韩征',
    leader_on: '2026-01-04',
  })
  let version = asked.version
  for (const account of ['zhangjing', 'zhengqing']) {
    const level = await client(account)
    const ruled = await level.ask('PUT', `/extensions/${asked.id}/ruling`, {
      version,
      agreed: true,
      note: '情况属实。',
    })
    version = ruled.version
  }
}

describe('the review of an application', { concurrency: false }, () => {
  let id, problem, sibling
  before(raise_curtain)
  before(async () => {
    id = await programme('逐级审核的整改', { with_plan: true })
    problem = await claimed_problem(id, '干部人事档案')
    sibling = await claimed_problem(id, '预算执行')
  })
  after(lower_curtain)
  const open = async (account, viewport) => {
    const page = await as(account, viewport)
    await page.goto(`${base}/problems/${problem.id}`)
    await page.getByText('审核进度').first().waitFor()
    return page
  }
  /** Says yes with an opinion; `words` is what the page answers. */
  const agree = async (page, opinion, words = '已签署同意') => {
    await page.getByRole('button', { name: '同意销号', exact: true }).click()
    await page.getByLabel('审核意见').fill(opinion)
    await page.locator('form').getByRole('button', { name: '同意销号', exact: true }).click()
    await said(page, words)
  }

  it('goes by a chain that the office sets and sees drawn', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/overview`)
    await page.getByRole('button', { name: '修改审核流程' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^三级/ }).click()
    await dialog.getByRole('button', { name: '增加一个环节' }).click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('第 4 个环节没有名称').first().waitFor()
    await picture(page, 'review-1-refused')
    await dialog.getByLabel('第4环节环节名称').fill('监督方会签')
    const seats = dialog.getByRole('group', { name: '第4环节审核人' })
    for (const seat of ['纪检监察机关', '组织部门', '巡视巡察办'])
      await seats.getByText(seat, { exact: true }).click()
    await picture(page, 'review-2-chain')
    await accessible(page, 'editing a chain')
    await dialog.getByRole('button', { name: '保存' }).click()
    await said(page, '审核流程已保存')
    await page.getByText('监督方会签').scrollIntoViewIfNeeded()
    await picture(page, 'review-3-overview')
    await leave(page)
  })

  it('begins when every measure is done, and not while one goes on for long', async () => {
    await extend(problem.measures[0])
    for (const measure of problem.measures) await finish(measure)
    for (const measure of sibling.measures) await finish(measure, 'long_term')
    const page = await as('liqiang')
    await page.goto(`${base}/problems/${sibling.id}`)
    await page.getByText('长期坚持').first().waitFor()
    assert.equal(await page.getByRole('button', { name: '申请销号' }).count(), 0)
    await page.goto(`${base}/problems/${problem.id}`)
    await page.getByRole('button', { name: '申请销号' }).click()
    assert.equal(
      await page.getByLabel('牵头（分管）领导签字', { exact: true }).count(),
      0,
      'who signs in the chain does not sign on paper',
    )
    await page.getByText('问题已经解决（').click()
    await page.getByText('经核查不需要追究责任').click()
    await page.getByLabel('责任追究情况说明').fill('系历史移交不全，未造成后果。')
    await page.getByText('整改措施全部落实（').click()
    await page.getByLabel('整改完成情况').fill('档案全部核查，缺失材料全部补齐。')
    await page.getByLabel('举一反三情况').fill('对局属单位档案逐一排查，未发现同类问题。')
    await page.getByLabel('党组织主要负责人签字', { exact: true }).fill('韩征')
    await page.getByLabel('党组织主要负责人签字日期').fill('2026-05-07')
    await page.keyboard.press('Enter')
    await picture(page, 'review-4-applying')
    await page.locator('form').getByRole('button', { name: '申请销号', exact: true }).click()
    await said(page, '已提交销号申请')
    await progress(page).getByText('责任领导审核').waitFor()
    await picture(page, 'review-5-applied')
    await leave(page)
  })

  it('waits at home with whoever signs now, and with nobody else', async () => {
    const lead = await as('zhouyuan')
    await lead.getByRole('heading', { level: 1 }).first().waitFor()
    await lead.waitForLoadState('networkidle')
    assert.equal(await lead.getByRole('link', { name: /逐级审核的整改.*同意销号/ }).count(), 0)
    await leave(lead)
    const page = await as('linxiao')
    await page.getByRole('link', { name: /逐级审核的整改.*同意销号/ }).click()
    await page.getByText('同意后转“牵头领导审核”办理').waitFor()
    await page.getByLabel('审核意见').fill('措施均已落实，同意报请销号。')
    await picture(page, 'review-6-responsible-leader')
    await page.locator('form').getByRole('button', { name: '同意销号', exact: true }).click()
    await said(page, '已签署同意')
    await page.getByRole('button', { name: '同意销号' }).waitFor({ state: 'hidden' })
    await leave(page)
    const next = await open('zhouyuan', phone)
    await picture(next, 'review-7-lead-leader-phone')
    await agree(next, '同意。')
    await leave(next)
  })

  it('goes back to an earlier stage with a reason that is kept', async () => {
    const page = await open('zhangjing')
    await page.getByRole('button', { name: '退回', exact: true }).click()
    await page.getByLabel('退给').click({ force: true })
    await page.getByRole('option', { name: /牵头领导审核/ }).click()
    await page.getByLabel('退回原因').fill('完成时间与台账不一致，请牵头领导核实。')
    await picture(page, 'review-8-sending-back')
    await accessible(page, 'sending back to a stage')
    await page.locator('form').getByRole('button', { name: '退回', exact: true }).click()
    await said(page, '已退回')
    await progress(page).getByText('退回重办以前的意见').click()
    await progress(page).getByText('同意。').first().waitFor()
    await picture(page, 'review-9-gone-back')
    await leave(page)
    const lead = await open('zhouyuan')
    await agree(lead, '已核实，台账日期为印发日期，无误。')
    await leave(lead)
  })

  it('is taken from the pool by one of the office, and one more is asked to sign', async () => {
    const page = await open('wanglei')
    await page.getByRole('button', { name: '领取审核', exact: true }).click()
    await page.locator('form').getByRole('button', { name: '领取审核' }).click()
    await said(page, '已领取')
    const colleague = await open('zhangjing')
    await progress(colleague).getByText('王磊已领取').waitFor()
    assert.equal(await colleague.getByRole('button', { name: '同意销号' }).count(), 0)
    await leave(colleague)
    await page.getByRole('button', { name: '请人加签', exact: true }).click()
    await page.getByLabel('加签人').click({ force: true })
    await page.getByRole('option', { name: /吴凯/ }).click()
    await picture(page, 'review-10-asking')
    await page.locator('form').getByRole('button', { name: '请其加签' }).click()
    await said(page, '已请其加签')
    await agree(page, '经现场核查，整改到位。')
    await leave(page)
    const asked = await open('wukai')
    await progress(asked).getByText('王磊请其加签').waitFor()
    await agree(asked, '督查组抽查属实。')
    await leave(asked)
  })

  it('is signed in parallel by the supervising side, and the last yes strikes it off', async () => {
    for (const account of ['fenglei', 'zhengqing']) {
      const page = await open(account)
      await agree(page, '同意销号。')
      await leave(page)
    }
    const page = await open('qianlan')
    await picture(page, 'review-11-before-the-last')
    await agree(page, '同意销号。', '已销号')
    await picture(page, 'review-12-struck-off')
    await accessible(page, 'a problem through all hands')
    await page.getByRole('link', { name: /^销字第/ }).click()
    await page.getByText('巡视巡察整改问题销号单').waitFor()
    for (const name of ['林晓', '周远', '王磊', '吴凯', '冯磊', '郑青', '钱岚'])
      assert.ok((await page.getByText(name).count()) > 0, name)
    await picture(page, 'review-13-slip')
    await paper(page, 'review-13-slip')
    await page.goto(`${base}/programmes/${id}/slips`)
    await page.getByText('销号单 1 张，与已销号问题数一致').waitFor()
    await picture(page, 'review-14-register')
    await accessible(page, 'register of slips')
    await leave(page)
  })
})
