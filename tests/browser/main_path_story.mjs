// The main job: a plan becomes a ledger that is worked and struck off, by the people who do it.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  leave,
  lower_curtain,
  paper,
  picture,
  plan_file,
  raise_curtain,
} from './stage.mjs'

const title = '云岭区财政局党组关于区委第一巡察组反馈意见的整改'

describe('a plan becomes a ledger that is worked and struck off', { concurrency: false }, () => {
  let office, clerk, reviewer, ledger
  before(async () => {
    await raise_curtain()
    office = await as('zhangjing')
    clerk = await as('liqiang')
    reviewer = await as('wanglei')
  })
  after(async () => {
    try {
      for (const page of [office, clerk, reviewer]) await leave(page)
    } finally {
      await lower_curtain()
    }
  })
  const row = (page, text) => page.locator('table.rows tbody tr').filter({ hasText: text }).first()
  const panel = (page) => page.getByRole('complementary')
  const said = (page, text) => page.locator('.el-message', { hasText: text }).last().waitFor()
  async function open(page, view, text) {
    await page.goto(`${ledger}?${view === 'problems' ? 'view=problems' : ''}`)
    await row(page, text).locator('td.c-status').click()
    await panel(page).getByRole('heading', { name: '修改记录' }).waitFor()
  }

  it('the office opens a programme, and a form half filled says what is missing', async () => {
    await office.getByRole('navigation').getByRole('link', { name: '整改工作' }).click()
    await office.getByRole('button', { name: '新建整改工作' }).first().click()
    const dialog = office.getByRole('dialog')
    await dialog.getByRole('button', { name: '新建整改工作' }).click()
    await dialog.getByText('处需要改正').waitFor()
    await picture(office, '02-new-programme-refused')
    await dialog.getByLabel('名称', { exact: true }).fill(title)
    await dialog.getByLabel('被巡察单位').fill('云岭区财政局')
    await office.getByRole('option', { name: '云岭区财政局', exact: true }).click()
    await dialog.getByLabel('巡视巡察名称').fill('五届云岭区委第二轮巡察')
    await dialog.getByLabel('轮次').fill('第二轮')
    await dialog.getByLabel('巡视巡察组').fill('区委第一巡察组')
    await dialog.getByLabel('反馈日期').fill('2026-03-02')
    await office.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '新建整改工作' }).click()
    await office.waitForURL('**/overview')
    await office.getByText('台账还是空的').waitFor()
    await picture(office, '03-programme-empty')
  })

  it('the plan is read and shown beside its text', async () => {
    await office.getByRole('button', { name: '导入方案' }).click()
    await picture(office, '04-import-upload')
    await accessible(office, 'upload')
    await office.locator('input[type=file]').setInputFiles(plan_file)
    await office.waitForURL('**/document')
    await office.getByText('识别出 2 个方面、4 个问题、8 条措施').waitFor()
    await picture(office, '05-import-document')
    await accessible(office, 'document')
  })

  it('a row is corrected in place, undone, done again, and kept', async () => {
    const line = office.locator('.tree li', { hasText: '规范会议记录本' })
    await line.click()
    await office.keyboard.press('e')
    await office
      .getByRole('textbox', { name: '文字' })
      .fill('统一规范会议记录本，组织支部书记培训。')
    await picture(office, '06-import-correcting')
    await office.keyboard.press('Control+Enter')
    await office.locator('.tree li', { hasText: '统一规范会议记录本' }).waitFor()
    await office.getByRole('button', { name: '撤销一步' }).click()
    assert.equal(await office.locator('.tree li', { hasText: '统一规范会议记录本' }).count(), 0)
    await office.getByRole('button', { name: '恢复一步' }).click()
    await office.getByText('修改已保存').waitFor()
    await office.reload()
    await office.locator('.tree li', { hasText: '统一规范会议记录本' }).waitFor()
  })

  it('the report says what would happen, the button does it', async () => {
    await office.getByRole('button', { name: '核对', exact: true }).click()
    await office.getByText('以下内容还没有写入台账').waitFor()
    await picture(office, '07-import-check')
    await accessible(office, 'check')
    await office
      .getByRole('button', {
        name: '确认导入：新建 2 个方面 4 个问题 8 条措施',
      })
      .click()
    await office.waitForURL('**/done')
    await office.getByText('台账已新建').waitFor()
    await picture(office, '08-import-done')
    await office.getByRole('button', { name: '打开台账' }).click()
    await office.waitForURL('**/ledger')
    ledger = office.url()
    await row(office, '统一规范会议记录本').waitFor()
    await picture(office, '09-ledger')
    await accessible(office, 'ledger')
    await paper(office, '09-ledger')
  })

  it('the unit claims its problem', async () => {
    await open(clerk, 'problems', '干部人事档案材料缺失')
    await panel(clerk).getByRole('button', { name: '认领' }).click()
    await panel(clerk).getByRole('button', { name: '认领这个问题' }).click()
    await said(clerk, '已认领')
    await picture(clerk, '10-claimed')
  })

  it('the unit reports progress, and what it typed outlives a closed window', async () => {
    await open(clerk, 'measures', '逐卷核查干部人事档案')
    await panel(clerk).getByRole('button', { name: '报告进展' }).click()
    await panel(clerk).getByLabel('进展情况').fill('已核查档案 36 卷，补齐缺失材料 12 份，')
    await clerk.reload()
    await panel(clerk).getByRole('button', { name: '报告进展' }).click()
    const text = panel(clerk).getByLabel('进展情况')
    assert.equal(await text.inputValue(), '已核查档案 36 卷，补齐缺失材料 12 份，')
    await text.fill('已核查档案 36 卷，补齐缺失材料 12 份，全部归档。')
    await panel(clerk).getByText('全部完成 100%').click()
    await panel(clerk).getByRole('button', { name: '添加一项成效' }).click()
    await panel(clerk).getByLabel('佐证材料').fill('档案核查登记表，存办公室')
    await picture(clerk, '11-reporting')
    await accessible(clerk, 'report form')
    await panel(clerk).getByRole('button', { name: '提交进展' }).click()
    await said(clerk, '进展已提交')
    await panel(clerk).getByRole('button', { name: '提交审核' }).click()
    await panel(clerk).getByRole('button', { name: '提交审核' }).last().click()
    await said(clerk, '已提交审核')
    await picture(clerk, '12-submitted')
  })

  it('somebody else reviews: first sent back with a reason, then accepted', async () => {
    await open(reviewer, 'measures', '逐卷核查干部人事档案')
    await panel(reviewer).getByRole('button', { name: '退回', exact: true }).click()
    await panel(reviewer).getByLabel('退回原因').fill('不行')
    await panel(reviewer).locator('form').getByRole('button', { name: '退回', exact: true }).click()
    await panel(reviewer).getByText('至少写 5 个字').first().waitFor()
    await panel(reviewer).getByLabel('退回原因').fill('没有附核查登记表，看不出是否逐卷核查。')
    await panel(reviewer).getByLabel('补充整改要求').fill('补充逐卷核查登记表。')
    await picture(reviewer, '13-sending-back')
    await panel(reviewer).locator('form').getByRole('button', { name: '退回', exact: true }).click()
    await said(reviewer, '已退回')

    await open(clerk, 'measures', '逐卷核查干部人事档案')
    await panel(clerk).getByText('补充逐卷核查登记表。').first().waitFor()
    await picture(clerk, '14-sent-back')
    await panel(clerk).getByRole('button', { name: '报告进展' }).click()
    await panel(clerk).getByLabel('进展情况').fill('已补充逐卷核查登记表，36 卷全部核查。')
    await panel(clerk).getByText('全部完成 100%').click()
    await panel(clerk).getByRole('button', { name: '提交进展' }).click()
    await said(clerk, '进展已提交')
    await panel(clerk).getByRole('button', { name: '提交审核' }).click()
    await panel(clerk).getByRole('button', { name: '提交审核' }).last().click()
    await said(clerk, '已提交审核')

    await open(reviewer, 'measures', '逐卷核查干部人事档案')
    await panel(reviewer).getByRole('button', { name: '审核通过', exact: true }).click()
    await panel(reviewer).getByLabel('审核意见').fill('登记表齐全，同意。')
    await panel(reviewer)
      .locator('form')
      .getByRole('button', { name: '审核通过', exact: true })
      .click()
    await said(reviewer, '已审核通过')
  })

  it('the unit applies for strike-off with the three checks and two signatures', async () => {
    await open(clerk, 'problems', '干部人事档案材料缺失')
    const form = panel(clerk)
    await form.getByRole('button', { name: '申请销号', exact: true }).click()
    await form.locator('form').getByRole('button', { name: '申请销号', exact: true }).click()
    await form.getByText('处需要改正').waitFor()
    await picture(clerk, '15-applying-refused')
    await form.getByText('问题已经解决（').click()
    await form.getByText('经核查不需要追究责任').click()
    await form
      .getByLabel('责任追究情况说明')
      .fill('材料缺失系历史移交不全，未造成后果，经核查不需要追究责任。')
    await form.getByText('整改措施全部落实（').click()
    await form.getByLabel('整改完成情况').fill('36 卷档案全部核查，12 份缺失材料全部补齐。')
    await form.getByLabel('举一反三情况').fill('对局属单位档案逐一排查，未发现同类问题。')
    await form.getByLabel('牵头（分管）领导签字', { exact: true }).fill('林晓')
    await form.getByLabel('牵头（分管）领导签字日期').fill('2026-05-06')
    await clerk.keyboard.press('Enter')
    await form.getByLabel('党组织主要负责人签字', { exact: true }).fill('周远')
    await form.getByLabel('党组织主要负责人签字日期').fill('2026-05-07')
    await clerk.keyboard.press('Enter')
    await picture(clerk, '16-applying')
    await accessible(clerk, 'application')
    await form.locator('form').getByRole('button', { name: '申请销号', exact: true }).click()
    await said(clerk, '已提交销号申请')
  })

  it('another person strikes it off, and the slip can be printed', async () => {
    await open(reviewer, 'problems', '干部人事档案材料缺失')
    await panel(reviewer).getByRole('button', { name: '同意销号', exact: true }).click()
    await panel(reviewer).getByLabel('审核意见').fill('经复查，问题已经解决，同意销号。')
    await panel(reviewer)
      .locator('form')
      .getByRole('button', { name: '同意销号', exact: true })
      .click()
    await said(reviewer, '已销号')
    await picture(reviewer, '17-struck-off')
    await panel(reviewer).getByRole('link', { name: '打开完整页面' }).click()
    await reviewer.getByRole('link', { name: /^销字第/ }).waitFor()
    await picture(reviewer, '18-problem-page')
    await accessible(reviewer, 'problem page')
    await reviewer.getByRole('link', { name: /^销字第/ }).click()
    await reviewer.getByText('巡视巡察整改问题销号单').waitFor()
    await picture(reviewer, '19-slip')
    await accessible(reviewer, 'slip')
    await paper(reviewer, '19-slip')
  })

  it('the overview counts it, and every figure opens its rows', async () => {
    await office.goto(ledger.replace('/ledger', '/overview'))
    const figure = office.getByRole('link', { name: /已销号问题/ })
    assert.match(await figure.innerText(), /^1/)
    await picture(office, '20-overview')
    await accessible(office, 'overview')
    await figure.click()
    await office.waitForURL(/view=problems.*status=struck_off|status=struck_off.*view=problems/)
    await row(office, '干部人事档案材料缺失').waitFor()
    await office.getByText('共 1 条', { exact: true }).waitFor()
  })

  it('the ledger comes out as Excel', async () => {
    await office.goto(ledger)
    const coming = office.waitForEvent('download')
    await office.getByRole('button', { name: 'Excel' }).click()
    await office.getByRole('menuitem', { name: '导出 Excel' }).click()
    const download = await coming
    assert.match(download.suggestedFilename(), /\.xlsx$/)
    assert.equal(await download.failure(), null)
  })
})
