// A life meeting from its plan to its notice: read from a document, approved in each seat, moved to another day, a
// member who leaves; who learns of it, and how its documents look.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  client,
  day,
  leave,
  lower_curtain,
  narrow_enough,
  new_id,
  phone,
  pick,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const document = `局党组巡察整改专题民主生活会实施方案
一、会议主题
对照区委第一巡察组反馈意见，从严查摆问题，抓好整改落实。
二、会议时间
拟定于xx月xx日上午9:30召开，会期半天。
三、会议地点
三楼会议室。
四、参会人员
局党组班子成员。
五、会前准备
（一）认真组织学习
采取集中学习和个人自学方式，学习巡察工作条例。
（二）开展谈心谈话
班子成员之间逐一谈心谈话，于xx月xx日前完成。
六、会后工作
会议召开后10天内向区委巡察办报送情况报告。
`

describe('a life meeting and its plan', { concurrency: false }, () => {
  let id, meeting
  before(raise_curtain)
  before(async () => {
    id = await programme('民主生活会样例整改', { with_plan: true })
  })
  after(lower_curtain)
  const address = (rest = 'plan') => `${base}/programmes/${id}/life-meetings/${meeting}/${rest}`

  it('begins with a plan that is there as a document', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/life-meetings`)
    await page.getByText('还没有民主生活会').waitFor()
    await page.getByRole('button', { name: '筹备民主生活会' }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: '民主生活会方案.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(document),
    })
    await page.getByText('读到的内容已填入表单').waitFor()
    assert.equal(await page.getByLabel('开始时间').inputValue(), '09:30')
    assert.match(await page.getByLabel('会议主题').inputValue(), /从严查摆问题/)
    await picture(page, 'life-plan-01-read')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('alert').first().waitFor()
    await page.getByLabel('会议日期').fill(day(20))
    await page.keyboard.press('Enter')
    await page.getByLabel('依据').fill('区委巡察办通知（云巡办〔2026〕3号）')
    const focus = page.getByRole('textbox', { name: '对照检查重点' })
    const hints = page.getByRole('region', { name: '方案是否紧扣反馈' })
    const checklist = page.getByRole('combobox', { name: '选用清单' })
    await checklist.click({ force: true })
    await page.getByRole('option', { name: /三个聚焦，十七项/ }).click()
    await page.getByText(/^意识形态：/).click()
    await picture(page, 'life-plan-01b-items')
    await page.getByRole('button', { name: '加入选中的 1 项' }).click()
    assert.match(await focus.inputValue(), /^意识形态：/)
    await hints.getByText('“落实全面从严治党主体责任方面”，没有一条').waitFor()
    await hints.getByText('“落实新时代党的组织路线方面”，没有一条').waitFor()
    await hints.getByText('与反馈的各个方面都对不上').waitFor()
    await picture(page, 'life-plan-01c-hints')
    await focus.fill('')
    await checklist.click({ force: true })
    await page.getByRole('option', { name: '部门：四个落实' }).click()
    await focus.fill((await focus.inputValue()) + '\n宗教领域工作方面')
    await hints.getByText('“宗教领域工作方面”与反馈的各个方面都对不上').waitFor()
    assert.equal(await hints.getByText('没有一条').count(), 0)
    await pick(page, page.locator('#person-0'), '韩征')
    await pick(page, page.locator('#person-1'), '周远')
    await pick(page, page.locator('#person-2'), '李强')
    await page.getByRole('button', { name: '增加一位' }).click()
    await pick(page, page.locator('#person-3'), '林晓')
    await page.getByLabel('林晓上移').click()
    await pick(page, page.getByLabel('联系领导'), '梁志远')
    await page.locator('#duty-draft').fill('办公室')
    await page.locator('#duty-record').fill('李强')
    await picture(page, 'life-plan-02-filled')
    await accessible(page, 'the form of a plan')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已建立').waitFor()
    await page.getByRole('region', { name: '步骤和时限' }).waitFor()
    meeting = /life-meetings\/([^/]+)/.exec(page.url())[1]
    await page.getByText('会后 10 天').first().waitFor()
    await picture(page, 'life-plan-03-planned')
    await accessible(page, 'a plan')
    await leave(page)
  })

  it('is known to those who have part in it and to nobody else', async () => {
    for (const [account, status] of [
      ['hanzheng', 200],
      ['fenglei', 200],
      ['wukai', 404],
      ['chengang', 404],
    ]) {
      const who = await client(account)
      const answer = await who
        .ask('GET', `/life-meetings/${meeting}`)
        .then(() => 200)
        .catch((error) => Number(/: (\d+)/.exec(error.message)[1]))
      assert.equal(answer, status, account)
    }
  })

  it('goes through each seat in turn', async () => {
    const keeper = await as('zhangjing')
    await keeper.goto(address())
    const hints = keeper.getByRole('region', { name: '方案是否紧扣反馈' })
    await hints.getByText('“宗教领域工作方面”与反馈的各个方面都对不上').waitFor()
    await hints.getByText('怎么核对的').click()
    await hints
      .getByText(/落实全面从严治党战略部署方面/)
      .first()
      .waitFor()
    await keeper.getByRole('button', { name: '报审' }).click()
    await keeper.getByText('已报审。').waitFor()
    await leave(keeper)
    const say = async (account, seat, words, more = async () => {}) => {
      const page = await as(account)
      const home = page.getByRole('region', { name: '等您审核的民主生活会方案' })
      await home
        .getByRole('link', { name: /巡察整改专题民主生活会/ })
        .first()
        .click()
      await page.getByRole('button', { name: '提出审核意见' }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(seat).first().waitFor()
      await more(page, dialog)
      await dialog.getByLabel('意见', { exact: false }).first().fill(words)
      await dialog.getByRole('button', { name: '保存' }).click()
      await page.getByText('意见已提出。').waitFor()
      return page
    }
    await leave(
      await say('wanglei', '整改办', '对照检查重点要写明选人用人问题', async (page, dialog) => {
        await dialog.getByText('退回修改').click()
        await picture(page, 'life-plan-04-returning')
        await accessible(page, 'a review')
      }),
    )
    const again = await client('zhangjing')
    const { version } = await again.ask('GET', `/life-meetings/${meeting}`)
    await again.ask('PUT', `/life-meetings/${meeting}/submission`, { version })
    await leave(await say('wanglei', '整改办', '同意'))
    const paper = await as('wanglei')
    await paper.goto(address())
    await paper.getByRole('button', { name: '提出审核意见' }).click()
    const dialog = paper.getByRole('dialog')
    await dialog.getByText('由承办人按书面意见代录').waitFor()
    await dialog.getByRole('button', { name: '保存' }).click()
    await paper.getByText('意见已提出。').waitFor()
    await leave(paper)
    await leave(await say('zhengqing', '纪检监察机关', '同意'))
    await leave(await say('qianlan', '组织部门', '同意'))
    const last = await say('fenglei', '巡视巡察办', '同意')
    await last.getByText('方案已批准').first().waitFor()
    await picture(last, 'life-plan-05-approved')
    await accessible(last, 'an approved plan')
    await leave(last)
  })

  it('asks the inspection office, which answers by itself', async () => {
    const keeper = await as('zhangjing')
    await keeper.goto(address())
    const asked = keeper.getByRole('region', { name: '与巡视巡察办沟通' })
    await asked.getByText('还没有登记').waitFor()
    await asked.getByRole('button', { name: '登记请示报告' }).click()
    const form = keeper.getByRole('dialog', { name: '登记请示报告' })
    await form.getByLabel('内容').fill('请示能否邀请两名党代表列席会议。')
    await form.getByRole('button', { name: '保存' }).click()
    await form.getByRole('alert').first().waitFor()
    await form.getByLabel('由谁办理').fill('李强')
    await picture(keeper, 'life-plan-04b-consult')
    await form.getByRole('button', { name: '保存' }).click()
    await asked.getByText('1 件请示等待答复').waitFor()
    await leave(keeper)
    const office = await as('fenglei')
    await office.goto(`${base}/messages`)
    await office.getByText('就民主生活会向巡视巡察办请示').first().waitFor()
    await office.goto(address())
    const there = office.getByRole('region', { name: '与巡视巡察办沟通' })
    await there.getByRole('button', { name: '答复' }).click()
    const answer = office.getByRole('dialog', { name: '答复' })
    await answer.getByLabel('答复内容').fill('同意邀请两名党代表列席。')
    await answer.getByRole('button', { name: '保存' }).click()
    await there.getByText('冯磊答复：同意邀请两名党代表列席。').waitFor()
    assert.equal(await there.getByText('等待答复').count(), 0)
    await picture(office, 'life-plan-04c-answered')
    await accessible(office, 'a plan with what was asked')
    await leave(office)
    const member = await as('zhouyuan')
    await member.goto(address())
    await member.getByRole('region', { name: '步骤和时限' }).waitFor()
    assert.equal(await member.getByText('与巡视巡察办沟通').count(), 0)
    await leave(member)
  })

  it('is called, moved with its reason, and called again', async () => {
    const page = await as('zhangjing')
    await page.goto(address())
    await page.getByRole('button', { name: '登记通知已发出' }).click()
    await page.getByText('已登记，参会人员会收到消息。').waitFor()
    await page.getByRole('button', { name: '改期' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('新的日期').fill(day(27))
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '改期' }).click()
    await dialog.getByText('请写明理由').first().waitFor()
    await dialog.getByLabel('理由').fill('主要负责人参加全区会议')
    await dialog.getByRole('button', { name: '改期' }).click()
    await page.getByText('已改期').first().waitFor()
    await page.getByText(`由 ${day(20)} 改到 ${day(27)}：主要负责人参加全区会议`).waitFor()
    await page.getByText('方案已批准').first().waitFor()
    await picture(page, 'life-plan-06-moved')
    await leave(page)
    const member = await as('zhouyuan')
    await member.goto(`${base}/messages`)
    await member.getByText('请您参加民主生活会').first().waitFor()
    await member.getByText('民主生活会改期').first().click()
    await member.getByRole('heading', { name: /专题民主生活会/ }).waitFor()
    assert.equal(await member.getByRole('button', { name: '改期' }).count(), 0)
    await leave(member)
  })

  it('lets a member leave, who stays in the record', async () => {
    const page = await as('zhangjing')
    await page.goto(address())
    const people = page.getByRole('region', { name: '参会人员' })
    await people.getByText('班子 3 人').waitFor()
    const member = people.locator('li', { hasText: '林晓' })
    await member.getByRole('button', { name: '不再参加' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('调任区审计局')
    await dialog.getByRole('button', { name: '不再参加' }).click()
    await people.getByText('班子 2 人').waitFor()
    await member.getByText('起不再参加：调任区审计局').waitFor()
    await people.scrollIntoViewIfNeeded()
    await picture(page, 'life-plan-07-left')
    const steps = page.getByRole('region', { name: '步骤和时限' })
    const study = steps.locator('li', { hasText: '完成会前学习' })
    await study.getByRole('button', { name: '登记完成' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await study.getByText('已完成').waitFor()
    await steps.getByRole('button', { name: '调整步骤' }).click()
    await picture(page, 'life-plan-08-steps')
    await accessible(page, 'the steps')
    await leave(page)
  })

  it('prints its documents', async () => {
    const page = await as('zhangjing')
    for (const [which, words] of [
      ['plan', '制定本方案'],
      ['request', '妥否，请批示'],
      ['notice', '各参会人员'],
      ['duties', '承担单位和人员'],
    ]) {
      await page.goto(address(`papers/${which}`))
      await page.getByText(words).first().waitFor()
      await picture(page, `life-plan-09-${which}`)
    }
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Word' }).click()
    assert.match((await waiting).suggestedFilename(), /任务分工表\.docx$/)
    await leave(page)
  })

  it('fits a telephone', async () => {
    const page = await as('hanzheng', phone)
    await page.goto(address())
    await page.getByRole('region', { name: '步骤和时限' }).waitFor()
    await narrow_enough(page)
    await picture(page, 'life-plan-10-phone')
    await page.getByRole('region', { name: '参会人员' }).scrollIntoViewIfNeeded()
    await picture(page, 'life-plan-11-phone-people')
    await leave(page)
    const keeper = await as('zhangjing', phone)
    await keeper.goto(`${base}/programmes/${id}/life-meetings/new`)
    await keeper.getByText('从方案文件读入').waitFor()
    await narrow_enough(keeper)
    await picture(keeper, 'life-plan-12-phone-form')
    await keeper.goto(`${base}/programmes/${id}/life-meetings`)
    await keeper.getByText(/主持 韩征/).waitFor()
    await narrow_enough(keeper)
    await leave(keeper)
  })

  it('is cancelled with its reason', async () => {
    const who = await client('zhangjing')
    const other = new_id()
    await who.ask('POST', `/programmes/${id}/life-meetings`, {
      id: other,
      title: '另一次专题民主生活会',
      theme: '抓好整改',
      held_on: day(30),
      begins_at: '09:00',
      length: 'half_day',
      place: '会议室',
      participants: [
        { id: new_id(), part: 'principal', name: '甲' },
        { id: new_id(), part: 'member', name: '乙' },
      ],
    })
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/life-meetings/${other}/plan`)
    await page.getByRole('button', { name: '取消会议' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('与年度民主生活会合并召开')
    await dialog.getByRole('button', { name: '取消会议' }).click()
    await page.getByText('会议已取消：与年度民主生活会合并召开').waitFor()
    await leave(page)
  })
})
