// Statements for a life meeting: written by the one they are about, hinted at, held against each other, marked and
// returned by the principal, sent up, approved by the superior and the contact leader and filed, with a message to each
// whose turn it is; and criticisms that only their author sees before the meeting.
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
  phone,
  picture,
  raise_curtain,
} from './stage.mjs'

const both_sizes = async (page, name) => {
  await picture(page, name)
  await page.setViewportSize(phone)
  await narrow_enough(page)
  await picture(page, name + '-phone')
  await page.setViewportSize(desk)
}

describe('statements for a life meeting', { concurrency: false }, () => {
  let meeting
  let programme
  const address = (tab) => `${base}/programmes/${programme}/life-meetings/${meeting}/${tab}`
  const section = (page, name) => page.getByRole('region', { name, exact: true })
  const focus = '执行组织路线、规范选人用人方面'
  const step = async (page, name) => {
    await page.getByRole('button', { name, exact: true }).click()
    await page.locator('.el-message-box').getByRole('button', { name }).click()
  }
  const statement_of = async (page, name) => {
    await page.goto(address('statements'))
    await page.getByRole('link', { name: new RegExp(`^${name}的个人发言提纲`) }).click()
    await page.getByRole('heading', { name: `${name}的个人发言提纲` }).waitFor()
  }

  before(raise_curtain)
  before(async () => {
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', '/programmes')
    for (const one of rows) {
      const found = await office.ask('GET', `/programmes/${one.id}/life-meetings`)
      if (found.rows.length) [programme, meeting] = [one.id, found.rows[0].id]
    }
  })
  after(lower_curtain)

  it('are begun by the person, who is hinted at what they get round and loses nothing', async () => {
    const page = await as('shenmei')
    await page.getByRole('region', { name: '民主生活会材料' }).getByRole('link').first().waitFor()
    await picture(page, 'life-statements-01-home')
    await page.goto(address('statements'))
    await page.getByText('班子材料由主要负责人主持起草').waitFor()
    await accessible(page, 'the list of statements')
    await page.getByRole('button', { name: '起草我的发言提纲' }).click()
    await page.getByRole('heading', { name: '沈梅的个人发言提纲' }).waitFor()
    const part = section(page, focus)
    await part.getByRole('button', { name: '撰写' }).click()
    await part.getByLabel('正文').fill('希望今后在选人用人上不断进步。')
    await page.reload() // the window was closed before anything was saved
    await part.getByRole('button', { name: '撰写' }).click()
    assert.equal(await part.getByLabel('正文').inputValue(), '希望今后在选人用人上不断进步。')
    await accessible(page, 'writing a section')
    await part.getByRole('button', { name: '保存' }).click()
    await part.getByText('没有见人见事').waitFor()
    await part.getByText('没有把自己摆进去').waitFor()
    await both_sizes(page, 'life-statements-02-hints')
    await accessible(page, 'hints at a section')
    await part.getByRole('button', { name: '撰写' }).click()
    await part
      .getByLabel('正文')
      .fill('由于工作忙，我去年两次干部考察没有到场，在所难免。有些人心里清楚，是谁告我状。')
    await part.getByRole('button', { name: '保存' }).click()
    await part.getByText('以客观理由搪塞').waitFor()
    await part.getByText('依据：工作忙').waitFor()
    await part.getByText('文过饰非').waitFor()
    await part.getByText('翻旧账').waitFor()
    const causes = section(page, '产生问题的原因')
    await causes.getByRole('button', { name: '撰写' }).click()
    await causes.getByLabel('正文').fill('思想上放松了学习，政治站位不高，作风不实，能力不足。')
    await causes.getByRole('button', { name: '保存' }).click()
    await causes.getByText('要求剖析的方面没有剖析：廉洁方面').waitFor()
    await both_sizes(page, 'life-statements-02b-evasion')
    await causes.scrollIntoViewIfNeeded()
    await picture(page, 'life-statements-02c-causes')
    await accessible(page, 'hints at evasion, quarrel and causes')
    await step(page, '提交审阅')
    await page.getByText('“努力方向和整改措施”还没有写').first().waitFor()
    await page.locator('.el-message-box').waitFor({ state: 'hidden' })
    await picture(page, 'life-statements-03-incomplete')
    await leave(page)
  })

  it('are held against each other by the principal, who reads both, marks a passage and returns it', async () => {
    const page = await as('hanzheng')
    await statement_of(page, '何秀兰')
    await page.getByRole('button', { name: '查重' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`“${focus}”高度雷同，相似 100%`).waitFor()
    await dialog.getByText('林晓个人发言提纲', { exact: false }).waitFor()
    await both_sizes(page, 'life-statements-04-copies')
    await accessible(page, 'copies side by side')
    await page.keyboard.press('Escape')
    const part = section(page, focus)
    await part.getByRole('button', { name: '提意见' }).click()
    await page.getByLabel('原文').fill('三名年轻干部五年没有轮岗')
    await page.getByLabel('意见', { exact: true }).fill('与林晓同志的提纲雷同，请写自己的事')
    await accessible(page, 'a remark')
    await page.getByRole('dialog').getByRole('button', { name: '提意见' }).click()
    await part.locator('mark').getByText('三名年轻干部五年没有轮岗').waitFor()
    await part.scrollIntoViewIfNeeded()
    await both_sizes(page, 'life-statements-05-marked')
    await page.getByRole('button', { name: '退回修改' }).click()
    await page.getByRole('dialog').getByLabel('退回的理由').fill('请本人重写第三项问题')
    await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
    await page.getByText('已退回').first().waitFor()
    await leave(page)
  })

  it('tell a member that there is a copy, and neither whose nor what it says', async () => {
    const page = await as('hexiulan')
    await statement_of(page, '何秀兰')
    await page.getByRole('button', { name: '查重' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('另一份对照检查材料（您无权查阅内容）').waitFor()
    assert.equal(await dialog.getByText('林晓').count(), 0)
    await picture(page, 'life-statements-06-copy-hidden')
    await page.keyboard.press('Escape')
    const part = section(page, focus)
    await part.getByRole('button', { name: '撰写' }).click()
    await part
      .getByLabel('正文')
      .fill('我履行监督职责不力，去年两次干部考察只看材料没有找人谈话，思想上怕麻烦。')
    await part.getByRole('button', { name: '保存' }).click()
    await part.getByRole('button', { name: '处理' }).click()
    await page.getByRole('dialog').getByLabel('处理说明').fill('已重写为本人经历的事')
    await accessible(page, 'an answer')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await part.getByText('已采纳').waitFor()
    await step(page, '提交审阅')
    await page.getByText('待审阅').first().waitFor()
    await leave(page)
  })

  it('pass the review, go up and are approved, and the office reads them only then', async () => {
    const principal = await as('hanzheng')
    await statement_of(principal, '何秀兰')
    await step(principal, '审阅通过')
    await principal.getByText('已审阅', { exact: false }).first().waitFor()
    await leave(principal)
    const office = await as('zhangjing')
    await statement_of(office, '何秀兰')
    await office.getByText('您只能看到这份材料的进度').waitFor()
    await picture(office, 'life-statements-07-state-only')
    await step(office, '报上级审核')
    await office.getByText('已上报').first().waitFor()
    const superior = await as('zhengqing')
    await superior.goto(`${base}/messages`)
    await superior
      .getByRole('link', { name: /对照检查材料送请您审核.*何秀兰/ })
      .first()
      .click()
    await superior.getByRole('link', { name: /^何秀兰的个人发言提纲/ }).click()
    await superior.getByText('两次干部考察只看材料').waitFor()
    await step(superior, '审核通过')
    await superior.getByText('您这一方已审核通过，等另一方审核。').waitFor()
    await superior.getByText('待审核').waitFor()
    await superior.getByRole('button', { name: '审核通过' }).waitFor({ state: 'detached' })
    await both_sizes(superior, 'life-statements-07b-one-of-two')
    await accessible(superior, 'a statement that one of two approved')
    await leave(superior)
    const leader = await as('wukai')
    const home = leader.getByRole('region', { name: '民主生活会材料' })
    await home.getByRole('link', { name: /何秀兰/ }).click()
    await leader.getByText('两次干部考察只看材料').waitFor()
    await leader.getByRole('link', { name: '对照检查材料', exact: true }).waitFor()
    await picture(leader, 'life-statements-07c-contact-leader')
    await step(leader, '审核通过')
    await leader.getByText('已送巡视巡察办备案').waitFor()
    await leave(leader)
    const inspection = await as('fenglei')
    await inspection.goto(`${base}/messages`)
    await picture(inspection, 'life-statements-07d-filed')
    await inspection
      .getByRole('link', { name: /送您备案.*何秀兰/ })
      .first()
      .click()
    await inspection.getByRole('link', { name: /^何秀兰的个人发言提纲/ }).click()
    await inspection.getByText('两次干部考察只看材料').waitFor()
    await inspection.getByText('已送巡视巡察办备案').waitFor()
    await leave(inspection)
    const author = await as('hexiulan')
    await author.goto(`${base}/messages`)
    await author.getByText('对照检查材料已经审定').waitFor()
    await author.getByText('对照检查材料被退回，请修改后重新提交').waitFor()
    await both_sizes(author, 'life-statements-07e-messages')
    await leave(author)
    await office.reload()
    await office.getByText('两次干部考察只看材料').waitFor()
    await office.goto(address('statements'))
    await office.getByText('已审定').first().waitFor()
    await both_sizes(office, 'life-statements-08-list')
    await office.getByRole('button', { name: '材料汇编' }).click()
    await office.getByRole('dialog').getByText('何秀兰同志个人发言提纲').first().waitFor()
    await picture(office, 'life-statements-09-compilation')
    const loading = office.waitForEvent('download')
    await office.getByRole('dialog').getByRole('button', { name: '下载 Word' }).click()
    assert.match((await loading).suggestedFilename(), /材料汇编\.docx$/)
    await office.keyboard.press('Escape')
    await office.getByRole('button', { name: '材料要求' }).click()
    await office.getByRole('dialog').getByText('要求摆进去的方面').waitFor()
    await both_sizes(office, 'life-statements-10-asked')
    await accessible(office, 'what is asked of statements')
    await leave(office)
  })

  it('take in the cases that a meeting analysed, which the office put on its agenda', async () => {
    const office = await client('zhangjing')
    const [problem] = (
      await office.ask('GET', `/ledger?programme=${programme}&view=problems&number=1`)
    ).rows
    const held = new_id()
    await office.ask('POST', `/programmes/${programme}/meetings`, {
      id: held,
      kind: 'leading_group',
      title: '典型案例剖析会',
      held_on: day(0),
      begins_at: '09:00',
      minutes: 60,
      place: '三楼会议室',
      participants: [
        { person_id: null, unit_id: null, standing: 'attends', name: '韩征', duty: 'host' },
        { person_id: null, unit_id: null, standing: 'attends', name: '张静', duty: 'recorder' },
      ],
    })
    const version = async () => (await office.ask('GET', `/meetings/${held}`)).version
    const call = async (what) =>
      office.ask('PUT', `/meetings/${held}/${what}`, { version: await version() })
    await call('notice')
    const page = await as('zhangjing')
    await page.goto(`${base}/meetings/${held}`)
    await page.getByRole('button', { name: '排议程' }).click()
    await page.getByRole('button', { name: '全不选' }).click()
    await page.getByLabel('从台账中选问题、措施').click()
    await page.keyboard.type('1')
    await page.getByRole('option', { name: '问题 1' }).first().click()
    await page.getByText(problem.text).first().waitFor()
    await picture(page, 'life-statements-14-agenda')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('button', { name: '排议程' }).waitFor()
    await call('opening')
    const { items } = await office.ask('GET', `/meetings/${held}`)
    await office.ask('PUT', `/meetings/${held}/items/${items[0].id}/minutes`, {
      version: items[0].version,
      heard: '巡察反馈的情况',
      discussion: '根子在于党组议事规则没有执行到位',
      moved_on: false,
      decisions: [],
    })
    await call('closing')
    await leave(page)
    const principal = await as('hanzheng')
    await principal.goto(address('statements'))
    await principal.getByRole('link', { name: /^班子对照检查材料/ }).click()
    await principal.getByRole('button', { name: '退回修改' }).click()
    await principal.getByRole('dialog').getByLabel('退回的理由').fill('请补充典型案例的剖析')
    await principal.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
    await principal.getByText('已退回').first().waitFor()
    const part = section(principal, '典型案例剖析')
    await part.getByRole('button', { name: '撰写' }).click()
    await part.getByText('根子在于党组议事规则没有执行到位').waitFor()
    await part.getByLabel('正文').fill('')
    await part.getByRole('button', { name: '填入问题 1' }).click()
    const [year, month, date] = day(0).split('-').map(Number)
    assert.equal(
      await part.getByLabel('正文').inputValue(),
      `${problem.text}。${year}年${month}月${date}日典型案例剖析会剖析认为，根子在于党组议事规则没有执行到位。`,
    )
    await part.scrollIntoViewIfNeeded()
    await both_sizes(principal, 'life-statements-15-cases')
    await accessible(principal, 'cases beside a section')
    await part.getByRole('button', { name: '保存' }).click()
    await part.getByText('根子在于党组议事规则没有执行到位').waitFor()
    await leave(principal)
  })

  it('let each prepare criticisms that say a problem, and keep them from everybody else', async () => {
    const page = await as('shenmei')
    await page.goto(address('criticisms'))
    const about = section(page, '对林晓')
    await about.getByRole('button', { name: '准备批评意见' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('存在问题').fill('希望今后多深入基层。')
    await dialog.getByText('以提希望代替点问题').waitFor()
    await dialog.locator('mark').getByText('希望今后多深入基层。').waitFor()
    await both_sizes(page, 'life-statements-11-criticism')
    await accessible(page, 'a criticism with a hint')
    await dialog.getByLabel('存在问题').fill('你这种人不配当副局长，有什么资格说我。')
    await dialog.getByText('全盘否定人').waitFor()
    await picture(page, 'life-statements-11b-quarrel')
    await dialog.getByLabel('具体事例').fill('联系的石桥村去年只去过两次。')
    await dialog.getByLabel('存在问题').fill('深入基层不够，群众反映的饮水问题没有过问。')
    await dialog.getByText('以提希望代替点问题').waitFor({ state: 'hidden' })
    await dialog.getByRole('button', { name: '保存' }).click()
    await about.getByText('群众反映的饮水问题没有过问').waitFor()
    await about.getByText('已准备 1 条', { exact: true }).waitFor()
    await both_sizes(page, 'life-statements-12-criticisms')
    await accessible(page, 'criticisms')
    await leave(page)
    const criticised = await as('linxiao')
    await criticised.goto(address('criticisms'))
    await criticised.getByRole('heading', { name: '我准备的批评意见' }).waitFor()
    assert.equal(await criticised.getByText('饮水问题').count(), 0)
    await leave(criticised)
    const principal = await as('hanzheng')
    await principal.goto(address('criticisms'))
    await principal.getByText('还差的人').first().waitFor()
    assert.equal(await principal.getByText('饮水问题').count(), 0)
    await picture(principal, 'life-statements-13-counts')
    await leave(principal)
  })
})
