// Opinions for a life meeting: entered word for word, said without a name by a code in another browser, given to those
// they are about and signed for, seen by nobody else, gathered into problems and taken on; and the study before it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { words_of } from './archive.mjs'
import {
  accessible,
  as,
  base,
  client,
  leave,
  lower_curtain,
  narrow_enough,
  phone,
  picture,
  raise_curtain,
  window_of,
} from './stage.mjs'
import { workbook } from './workbook.mjs'

const part = (page, name) => page.getByRole('region', { name })
const choose = async (page, field, option) => {
  await field.click({ force: true }) // what is chosen lies over it
  await page.getByRole('option', { name: option, exact: true }).click()
}

describe('opinions for a life meeting', { concurrency: false }, () => {
  let programme, meeting
  let codes = []
  const at = (page, tab) =>
    page.goto(`${base}/programmes/${programme}/life-meetings/${meeting}/${tab}`)
  before(raise_curtain)
  before(async () => {
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', '/programmes')
    for (const one of rows) {
      const found = await office.ask('GET', `/programmes/${one.id}/life-meetings`)
      if (!found.rows.length) continue
      programme = one.id
      meeting = found.rows[0].id
    }
  })
  after(lower_curtain)

  it('are entered one sheet after the other without a mouse', async () => {
    const page = await as('zhangjing')
    await at(page, 'plan')
    await part(page, '征求意见').getByText('收回 4 份（其中 1 份没有意见）').waitFor()
    await picture(page, 'life-opinions-01-plan')
    await page.getByRole('link', { name: '征求意见', exact: true }).click()
    await part(page, '收回情况').getByText('对领导班子 3 条，对班子成员个人 3 条').waitFor()
    await picture(page, 'life-opinions-02-collection')
    await accessible(page, 'a collection of opinions')
    await page.getByRole('button', { name: '录入意见' }).click()
    await page
      .getByLabel('第 1 条意见', { exact: true })
      .fill('学习抓得不紧，集中学习常被会议挤掉。')
    await page.getByRole('button', { name: '再加一条' }).click()
    await choose(page, page.getByRole('combobox', { name: '第 2 条意见是对谁提的' }), '周远')
    await page.getByLabel('第 2 条意见', { exact: true }).fill('回复基层请示慢。')
    await picture(page, 'life-opinions-03-entry')
    await accessible(page, 'entering opinions')
    await page.keyboard.press('Control+Enter')
    await page.getByText('本次已录 1 张').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('请照抄意见原话').waitFor()
    await page.getByRole('button', { name: '录完' }).click()
    await part(page, '意见原话').getByText('回复基层请示慢。').waitFor()
    await leave(page)
  })

  it('come in a workbook, whose bad rows are named', async () => {
    const page = await as('zhangjing')
    await at(page, 'opinions')
    await page.getByRole('button', { name: '从 Excel 导入' }).click()
    const book = workbook({
      征求意见: [
        ['表号', '征求方式', '征求对象', '对谁提的', '意见原文'],
        ['1', '征求意见表', '干部群众', '领导班子', '制度定得多，执行检查少。'],
        ['2', '征求意见表', '干部群众', '周圆', '写错了名字。'],
      ],
    })
    await page.locator('input[type=file]').setInputFiles({
      name: '意见.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: book,
    })
    const dialog = page.getByRole('dialog')
    await dialog.getByText('有 1 处问题，涉及 1 行').waitFor()
    await dialog.getByRole('cell', { name: '对谁提的' }).waitFor()
    await picture(page, 'life-opinions-04-import')
    await accessible(page, 'the check of a workbook')
    await dialog.getByRole('button', { name: '只导入没有问题的表' }).click()
    await dialog.getByText('已导入 1 张表、1 条意见。').waitFor()
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()
    await part(page, '意见原话').getByText('制度定得多，执行检查少。').waitFor()
    await leave(page)
  })

  it('are said without a name by a code, in another browser', async () => {
    const office = await as('zhangjing')
    await at(office, 'opinions')
    await office.getByRole('button', { name: '制发编码' }).click()
    await office.getByLabel('编码个数').fill('4')
    await picture(office, 'life-opinions-05-codes')
    const coming = office.waitForEvent('download')
    await office.getByRole('button', { name: '制发并下载' }).click()
    const file = await (await coming).path()
    codes = words_of(readFileSync(file)).match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/g)
    assert.equal(codes.length, 4)
    await leave(office)

    const stranger = await window_of(phone)
    await stranger.goto(`${base}/opinion`)
    await stranger.getByLabel('编码').fill('2222-2222-2222')
    await stranger.getByRole('button', { name: '打开' }).click()
    await stranger.getByText('编码不对，或者已经用过、已经过期').first().waitFor()
    const said = await stranger.getByRole('alert').first().textContent()
    await picture(stranger, 'life-opinions-06-code-phone')
    await accessible(stranger, 'the page that asks for a code')
    await stranger.getByLabel('编码').fill(codes[0].toLowerCase())
    await stranger.getByRole('button', { name: '打开' }).click()
    await choose(stranger, stranger.getByLabel('您是'), '干部群众')
    await stranger.getByLabel('对领导班子的意见').fill('开会多，一竿子插到底的督查少。')
    await stranger.getByLabel(/^对林晓同志/).fill('谈工作多，谈思想少。')
    await narrow_enough(stranger)
    await picture(stranger, 'life-opinions-07-ballot-phone')
    await accessible(stranger, 'a ballot')
    await stranger.getByRole('button', { name: '提交' }).click()
    await stranger.getByText('已收到，谢谢。').waitFor()
    const cookies = await stranger.context().cookies()
    assert.deepEqual(cookies, [], 'nothing is kept in the browser')
    await stranger.goto(`${base}/opinion`)
    await stranger.getByLabel('编码').fill(codes[0])
    await stranger.getByRole('button', { name: '打开' }).click()
    await stranger.getByText('编码不对，或者已经用过、已经过期').first().waitFor()
    assert.equal(await stranger.getByRole('alert').first().textContent(), said, 'the same words')
    await leave(stranger)
  })

  it('lie in the box until there are several, and are opened in no order', async () => {
    const page = await as('zhangjing')
    await at(page, 'opinions')
    const box = part(page, '匿名意见箱')
    await box.getByText('用过 1 个，箱里 1 份').waitFor()
    assert.equal(await box.getByRole('button', { name: '打开意见箱' }).count(), 0)
    for (const code of codes.slice(1, 3)) {
      const lines = [{ about: null, text: `第 ${codes.indexOf(code)} 份：服务窗口排队久。` }]
      const answer = await fetch(`${base}/api/v1/opinion-box`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code, voice: 'served', lines }),
      })
      assert.equal(answer.status, 204)
    }
    await page.reload()
    await box.getByText('用过 3 个，箱里 3 份').waitFor()
    await picture(page, 'life-opinions-08-box')
    await box.getByRole('button', { name: '打开意见箱' }).click()
    await part(page, '意见原话').getByText('一竿子插到底的督查少').waitFor()
    await part(page, '意见原话').getByText('匿名网页').first().waitFor()
    await leave(page)
  })

  it('are given to those they are about, signed for, and seen by nobody else', async () => {
    const office = await as('zhangjing')
    await at(office, 'opinions')
    await office.getByRole('button', { name: /^反馈意见/ }).click()
    await picture(office, 'life-opinions-09-deliver')
    await office.getByRole('dialog').getByRole('button', { name: '反馈', exact: true }).click()
    await office.getByText('已反馈，等待签收。').waitFor()
    await leave(office)

    const member = await as('zhouyuan')
    await part(member, '民主生活会：意见和问题')
      .getByText(/待签收意见 \d+ 条/)
      .waitFor()
    await picture(member, 'life-opinions-10-home')
    await at(member, 'plan')
    await part(member, '征求意见').getByText('条意见等您签收').waitFor()
    await part(member, '征求意见').getByRole('link', { name: '查看' }).click()
    await part(member, '意见原话').getByText('回复基层请示慢。').waitFor()
    await picture(member, 'life-opinions-10-member')
    await accessible(member, 'what is for a member')
    await member.getByRole('button', { name: /^签收/ }).click()
    await member.getByText('已签收。').waitFor()
    assert.equal(await member.getByRole('button', { name: /^签收/ }).count(), 0)
    assert.equal(await member.getByText('谈工作多，谈思想少。').count(), 0)
    await leave(member)

    const other = await as('linxiao', phone)
    await at(other, 'opinions')
    await part(other, '意见原话').getByText('谈工作多，谈思想少。').waitFor()
    assert.equal(await other.getByText('回复基层请示慢。').count(), 0, 'it is about another')
    assert.equal(await part(other, '班子成员签收情况').count(), 0)
    await narrow_enough(other)
    await picture(other, 'life-opinions-11-other-phone')
    await accessible(other, 'what is for another, on a phone')
    await leave(other)

    const principal = await as('hanzheng')
    await at(principal, 'opinions')
    await part(principal, '班子成员签收情况').getByRole('row', { name: /周远/ }).waitFor()
    assert.equal(await principal.getByText('回复基层请示慢。').count(), 0)
    await picture(principal, 'life-opinions-12-principal')
    await leave(principal)
  })

  it('are put right with a reason, and the old words stay with the keeper', async () => {
    const page = await as('zhangjing')
    await at(page, 'opinions')
    const texts = part(page, '意见原话')
    const row = texts.getByRole('listitem').filter({ hasText: '回复基层请示慢。' })
    await row.getByRole('button', { name: /^更正/ }).click()
    await page.getByLabel('更正的原因').fill('录错了人，原件上写的是何秀兰。')
    await choose(
      page,
      page.getByRole('dialog').getByRole('combobox', { name: '对谁提的' }),
      '何秀兰',
    )
    await picture(page, 'life-opinions-13-strike')
    await accessible(page, 'putting an opinion right')
    await page.getByRole('dialog').getByRole('button', { name: '更正', exact: true }).click()
    await texts.getByText('已更正：录错了人，原件上写的是何秀兰。').waitFor()
    await picture(page, 'life-opinions-14-struck')
    await leave(page)
    const member = await as('zhouyuan')
    await at(member, 'opinions')
    await part(member, '意见原话').getByText('学习抓得不紧').waitFor()
    assert.equal(await member.getByText('回复基层请示慢。').count(), 0)
    await leave(member)
  })

  it('become problems that leaders take on', async () => {
    const page = await as('zhangjing')
    await at(page, 'opinions')
    await page.getByRole('button', { name: '列入问题' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('班子到基层少').click()
    await dialog.getByLabel('问题', { exact: true }).fill('班子到基层调研少，听不到真话。')
    await dialog.getByText('韩征', { exact: true }).click()
    await picture(page, 'life-opinions-15-gather')
    await accessible(page, 'gathering a problem')
    await dialog.getByRole('button', { name: '列入', exact: true }).click()
    await part(page, '问题清单').getByText('共 2 个').waitFor()
    await leave(page)
    const principal = await as('hanzheng', phone)
    await at(principal, 'opinions')
    await part(principal, '问题清单').getByRole('button', { name: '认领 2' }).click()
    await part(principal, '问题清单')
      .getByText(/韩征\s+\S+ \S+ 认领/)
      .waitFor()
    await narrow_enough(principal)
    await picture(principal, 'life-opinions-16-claimed-phone')
    await leave(principal)
  })

  it('are reported in papers', async () => {
    const page = await as('zhangjing')
    await at(page, 'opinions')
    await page.getByRole('button', { name: '情况报告' }).click()
    await page.getByRole('dialog').getByText('三、对领导班子的意见建议').waitFor()
    await picture(page, 'life-opinions-17-report')
    const coming = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name: '下载 Word' }).click()
    const said = words_of(readFileSync(await (await coming).path()))
    assert.match(said, /一竿子插到底的督查少/)
    assert.doesNotMatch(said, /谈工作多/, 'of persons counts only')
    await leave(page)
  })

  it('follow study that each did together and alone, with notes of their own', async () => {
    const page = await as('linxiao')
    await at(page, 'study')
    await part(page, '学时').getByRole('row', { name: /林晓/ }).getByText('还差 1').waitFor()
    await page.getByRole('button', { name: '登记自学' }).click()
    await choose(
      page,
      page.getByRole('combobox', { name: '学了什么' }),
      '《中国共产党纪律处分条例》',
    )
    await picture(page, 'life-study-01-own')
    await accessible(page, 'entering own study')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await part(page, '学时').getByRole('row', { name: /林晓/ }).getByText('已达到').waitFor()
    await page.getByRole('button', { name: '写笔记' }).click()
    await page.getByLabel('题目').fill('学习纪律处分条例的体会')
    await page
      .getByRole('textbox', { name: '内容' })
      .fill('分管的资产处置没有集体研究，属于违反组织纪律，我认领这个问题。')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await part(page, '我的学习笔记').getByText('我认领这个问题').waitFor()
    await picture(page, 'life-study-02-member')
    await accessible(page, 'study')
    await leave(page)

    const keeper = await as('zhangjing')
    await at(keeper, 'study')
    await part(keeper, '学时').getByRole('row', { name: /林晓/ }).getByText('1 篇').waitFor()
    assert.equal(await keeper.getByText('我认领这个问题').count(), 0)
    await keeper.getByRole('button', { name: '登记集中学习' }).click()
    await keeper.getByLabel('地点').fill('区委党校')
    await keeper
      .getByRole('dialog')
      .getByRole('textbox', { name: '学习内容' })
      .fill('观看警示教育片，交流研讨')
    await keeper.getByRole('dialog').getByText('观看警示教育片', { exact: true }).click()
    await keeper.getByRole('dialog').getByText('沈梅', { exact: true }).click()
    await keeper.getByLabel('沈梅 缺席的原因').fill('请假')
    await picture(keeper, 'life-study-03-session')
    await accessible(keeper, 'a session of study')
    await keeper.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await part(keeper, '集中学习').getByText('缺席：沈梅（请假）').waitFor()
    await keeper.getByRole('button', { name: '安排学习内容' }).click()
    await picture(keeper, 'life-study-04-readings')
    await accessible(keeper, 'planning what is read')
    await keeper.keyboard.press('Escape')
    await leave(keeper)

    const small = await as('zhouyuan', phone)
    await at(small, 'study')
    await part(small, '学时').getByRole('row', { name: /周远/ }).waitFor()
    await narrow_enough(small)
    await picture(small, 'life-study-05-phone')
    await leave(small)
  })
})
