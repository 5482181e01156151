// Feedback: registered, cut into sentences, each answered by problems of the ledger or by a reason; delivered, signed
// for by the principal; what was declared and who was told. Rounds with the units they inspect. Clues handed over, for
// those cleared for them only.
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  clear,
  client,
  leave,
  lower_curtain,
  new_id,
  phone,
  picture,
  programme,
  raise_curtain,
  units,
} from './stage.mjs'

const today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10)
const text = [
  '关于巡察县财政局党组的反馈意见',
  '巡察共发现2个方面5个问题。总的看，局党组能够履行职责。',
  '一、存在的主要问题',
  '1.国有资产账实不符，部分资产没有登记入账。',
  '2.预算执行进度通报不及时；个别单位连续落后。',
  '二、整改建议',
  '请局党组切实履行整改主体责任。',
].join('\n')
const narrow_enough = async (page) => {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(width <= phone.width, `the page is ${width} wide`)
}

describe('feedback', { concurrency: false }, () => {
  let id, folder
  before(raise_curtain)
  before(async () => {
    id = await programme('反馈意见样例整改', { with_plan: true })
    folder = mkdtempSync(join(tmpdir(), 'feedback-'))
  })
  after(lower_curtain)

  it('is registered from a file and proposes the problems it speaks of', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/overview`)
    await page.getByRole('link', { name: '方案', exact: true }).click()
    await page.getByText('还没有登记反馈意见').waitFor()
    await picture(page, 'feedback-01-empty')
    await accessible(page, 'no feedback')
    await page.getByRole('button', { name: '登记反馈意见' }).click()
    const dialog = page.getByRole('dialog')
    const file = join(folder, '反馈意见.txt')
    writeFileSync(file, text)
    await dialog.locator('input[type=file]').setInputFiles(file)
    await page.getByText('已读取“反馈意见.txt”').waitFor()
    assert.match(await dialog.getByLabel('反馈意见原文').inputValue(), /国有资产账实不符/)
    await dialog.getByLabel('文号').fill('县巡〔2026〕8号')
    await picture(page, 'feedback-02-register')
    await accessible(page, 'registering')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('还有 6 句没有对应').waitFor()
    await page.getByText('两者不一致').waitFor()
    await page.getByText('国有资产账实不符，部分资产没有登记入账。').waitFor()
    await picture(page, 'feedback-03-sentences')
    await accessible(page, 'sentences')
    await leave(page)
  })

  it('is answered sentence by sentence, and leads from a problem back to its source', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/feedback`)
    await page.getByRole('button', { name: /采纳全部建议/ }).click()
    await page.getByRole('button', { name: '采纳', exact: true }).last().click()
    await page.getByText('已对应问题').first().waitFor()
    await page.getByRole('button', { name: '下一句待对应' }).click()
    const focused = await page.evaluate(() => document.activeElement?.textContent)
    assert.match(focused, /巡察共发现/)
    const line = page.locator('li', { hasText: '总的看' })
    await line.getByRole('button', { name: '对应', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('肯定成绩').click()
    await dialog.getByLabel('不对应问题的理由').fill('好')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('至少').first().waitFor()
    await picture(page, 'feedback-04-answer')
    await accessible(page, 'answering')
    await dialog.getByLabel('不对应问题的理由').fill('肯定成绩的内容，不涉及具体问题。')
    await dialog.getByRole('button', { name: '保存' }).click()
    await line.getByText('肯定成绩：').waitFor()
    await page.getByText('只看待对应的').click()
    assert.equal(await page.locator('li', { hasText: '总的看' }).count(), 0)
    await page.getByText('只看待对应的').click()
    await picture(page, 'feedback-05-answered')
    await page
      .locator('li', { hasText: '国有资产账实不符' })
      .getByRole('link', { name: /^问题/ })
      .click()
    await page.getByRole('region', { name: '反馈原文' }).waitFor()
    await page.getByText('国有资产账实不符，部分资产没有登记入账。').waitFor()
    await picture(page, 'feedback-06-problem')
    await leave(page)
  })

  it('is delivered, signed for by the principal on a phone, and cannot be signed twice', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/feedback`)
    await page.getByRole('button', { name: '登记送达' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('送达日期').fill(today)
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('待签收').first().waitFor()
    await leave(page)
    const small = await as('hanzheng', phone)
    await small.getByRole('region', { name: '反馈意见待签收' }).getByRole('link').last().click()
    await small.getByRole('button', { name: '签收', exact: true }).waitFor()
    await picture(small, 'feedback-07-to-sign-phone')
    await narrow_enough(small)
    await accessible(small, 'feedback on a phone')
    await small.getByRole('button', { name: '签收', exact: true }).click()
    await small.getByRole('button', { name: '签收', exact: true }).last().click()
    await small.getByText('已签收', { exact: true }).first().waitFor()
    await small.getByRole('dialog').waitFor({ state: 'hidden' })
    assert.equal(await small.getByRole('button', { name: '签收', exact: true }).count(), 0)
    await leave(small)
  })

  it('keeps what was declared and promised, and who else was told', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/feedback`)
    await page.getByRole('button', { name: '登记表态承诺' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('表态人').fill('韩征')
    await dialog.getByLabel('表态内容').fill('诚恳接受，照单全收。')
    await dialog.getByLabel('承诺事项').fill('一个月内报送整改方案\n带头领办难点问题')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('带头领办难点问题').waitFor()
    await page.getByRole('button', { name: '登记抄告' }).click()
    await dialog.getByLabel('姓名或单位').nth(2).fill('区纪委监委')
    await dialog.getByLabel('签收人').nth(2).fill('郑青')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('须一并填写').first().waitFor()
    await picture(page, 'feedback-08-copies')
    await accessible(page, 'copies')
    await dialog.getByLabel('签收日期').nth(2).fill(today)
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('区纪委监委', { exact: true }).waitFor()
    await picture(page, 'feedback-09-whole')
    await leave(page)
  })

  it('keeps the answers of what still reads the same when the text is replaced', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/feedback`)
    await page.getByRole('button', { name: '修改反馈意见' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('反馈意见原文').fill(text.replace('请局党组', '请县财政局党组'))
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('至少').first().waitFor()
    await dialog.getByLabel('修改理由').fill('更正印发稿中的单位名称')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('请县财政局党组').waitFor()
    await page.locator('li', { hasText: '总的看' }).getByText('肯定成绩：').waitFor()
    await leave(page)
  })

  it('belongs to a round, whose units are registered in one go and become programmes', async () => {
    const page = await as('fenglei')
    await page.getByRole('link', { name: '巡视巡察', exact: true }).click()
    await page.getByRole('button', { name: '登记轮次' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('轮次名称').fill('六届云岭区委第一轮巡察')
    await dialog.getByLabel('届次').fill('六届云岭区委')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('本轮还没有登记被巡视巡察单位').waitFor()
    await accessible(page, 'an empty round')
    const address = page.url()
    await leave(page)
    const office = await as('zhangjing')
    await office.goto(address)
    await office.getByRole('button', { name: '登记被巡视巡察单位' }).click()
    const form = office.getByRole('dialog')
    await form.getByLabel('巡视巡察组').fill('区委第一巡察组')
    await form.getByLabel('巡视巡察名称').fill('常规巡察')
    await form.getByLabel('组长').fill('李明')
    await form.getByLabel('被巡视巡察单位').click({ force: true })
    for (const name of ['云岭区财政局', '云岭区教育局'])
      await office.getByRole('option', { name, exact: true }).click()
    await office.keyboard.press('Escape')
    await picture(office, 'feedback-10-team')
    await accessible(office, 'a team')
    await form.getByRole('button', { name: '保存' }).click()
    await office.getByText('云岭区教育局', { exact: true }).waitFor()
    await picture(office, 'feedback-11-round')
    await accessible(office, 'a round')
    await office
      .locator('li', { hasText: '云岭区教育局' })
      .getByRole('button', { name: '建立整改工作' })
      .click()
    assert.equal(await form.getByLabel('轮次').inputValue(), '六届云岭区委第一轮巡察')
    await form.getByLabel('反馈日期').fill(today)
    await office.keyboard.press('Enter')
    await form.getByRole('button', { name: '新建整改工作' }).click()
    await office.waitForURL(/\/programmes\/[0-9a-f-]{36}\/overview$/)
    await office.goto(address)
    await office
      .locator('li', { hasText: '云岭区财政局' })
      .getByRole('button', { name: '关联已有的' })
      .click()
    await form.getByLabel('整改工作').click({ force: true })
    await office.getByRole('option', { name: '反馈意见样例整改' }).click()
    await form.getByRole('button', { name: '保存' }).click()
    await office.getByRole('link', { name: '反馈意见样例整改' }).waitFor()
    await leave(office)
    const small = await as('hanzheng', phone)
    await small.goto(address)
    await small.getByRole('link', { name: '反馈意见样例整改' }).waitFor()
    assert.equal(await small.getByText('云岭区教育局').count(), 0, 'not a unit of theirs')
    await picture(small, 'feedback-12-round-phone')
    await narrow_enough(small)
    await accessible(small, 'a round on a phone')
    await leave(small)
  })

  it('hands over clues that climb to the home page of those cleared, and to nobody else', async () => {
    await clear('zhangjing', ['clues'], '负责移交线索登记')
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/clues`)
    await page.getByText('还没有登记移交线索').waitFor()
    await page.getByRole('button', { name: '登记移交线索' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('线索编号').fill('线索〔2026〕3号')
    await dialog.getByLabel('反映的主要问题').fill('违规出租国有门面，低于评估价。')
    await dialog.getByLabel('移交日期').fill('2026-01-05')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.getByText('请写明接收线索的单位').first().waitFor()
    await accessible(page, 'recording a clue')
    await dialog.getByLabel('接收单位或部门').fill('区纪委监委第二监督检查室')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('未反馈').first().waitFor()
    await picture(page, 'feedback-13-clues')
    await accessible(page, 'clues')
    await page.goto(base)
    const home = page.getByRole('region', { name: '线索逾期未反馈' })
    await home.getByText('第 1 号').waitFor()
    assert.equal(await home.getByText('出租').count(), 0)
    await home.getByRole('link').last().click()
    await page.getByRole('button', { name: '登记办理情况' }).click()
    await dialog.getByLabel('处置方式').click({ force: true })
    await page.getByRole('option', { name: '初步核实' }).click()
    await dialog.getByLabel('办理结果').click({ force: true })
    await page.getByRole('option', { name: '查否了结' }).click()
    await dialog.getByLabel('反馈日期').fill(today)
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('没有符合条件的线索').waitFor()
    await page.getByText('全部', { exact: true }).click()
    await page.getByText(`${today} 反馈`).waitFor()
    await leave(page)
    const other = await as('wanglei', phone)
    await other.goto(`${base}/programmes/${id}/clues`)
    await other.getByText('只向取得“问题线索”知悉权限的人员开放').waitFor()
    await picture(other, 'feedback-14-not-cleared-phone')
    assert.equal(await other.getByRole('link', { name: '移交线索' }).count(), 0)
    await leave(other)
  })
})
