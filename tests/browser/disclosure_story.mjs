// What is made public: proposals decided one by one, one kept with a reason, a mark by hand, nobody approving their own,
// approval with consent, publication, an objection; and what an observer sees of it.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  client,
  desk,
  leave,
  lower_curtain,
  narrow_enough,
  phone,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const text = [
  '一、总体情况',
  '局长韩征主持召开专题会议，全局高度重视整改工作，由预算科收回结余资金12.56万元。',
  '移交问题线索3件，正在按程序办理。已修订制度2项。',
  '联系人周伟，电话13812345678。',
].join('\n')

describe('what is made public', { concurrency: false }, () => {
  let id
  const address = () => `${base}/programmes/${id}/releases`
  const passages = (page) => page.getByRole('region', { name: '需要处理的内容' })
  const beside = (page) => page.getByRole('region', { name: '内部文本与公开文本对照' })
  before(raise_curtain)
  before(async () => {
    id = await programme('公开样例整改', { with_plan: true })
  })
  after(lower_curtain)

  it('begins with a text, and proposes what is not to go out', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}`)
    await page.getByRole('link', { name: '文书', exact: true }).first().click()
    await page.getByRole('link', { name: '公开', exact: true }).click()
    await page.getByText('还没有公开文本').waitFor()
    await accessible(page, 'no text yet')
    await page.getByRole('button', { name: '起草公开文本' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('.el-select').first().click()
    await page.getByRole('option', { name: '录入或者上传已审定的文字' }).click()
    await dialog.getByLabel('名称').fill('财政局关于巡察整改情况的通报')
    await dialog.getByLabel('文字', { exact: true }).fill(text)
    await picture(page, 'disclosure-01-begin')
    await accessible(page, 'beginning a text')
    await dialog.getByRole('button', { name: '起草公开文本' }).click()
    await passages(page).getByText('共 6 处，未处理 6 处').waitFor()
    await page.waitForTimeout(2600) // the message has passed by
    await picture(page, 'disclosure-02-proposed')
    await accessible(page, 'proposals')
    await leave(page)
  })

  it('is decided passage by passage', async () => {
    const page = await as('zhangjing')
    await page.goto(address())
    await passages(page).getByRole('button', { name: '替换周伟' }).click()
    await passages(page).getByText('未处理 5 处').waitFor()
    await passages(page).getByRole('button', { name: '修改韩征' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('保留', { exact: true }).click()
    await dialog.getByLabel('理由').fill('短')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('至少写 5 个字').first().waitFor()
    await dialog.getByLabel('理由').fill('单位主要负责人，姓名已公开')
    await picture(page, 'disclosure-03-keep')
    await accessible(page, 'keeping a name')
    await dialog.getByRole('button', { name: '保存' }).click()
    await passages(page).getByText('保留 1 处').waitFor()
    await passages(page).getByRole('button', { name: '全部按建议替换' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '替换' }).click()
    await passages(page).getByText('未处理 0 处').waitFor()
    // What the rules do not find is marked by hand.
    await page.getByRole('button', { name: '标记文字' }).click()
    await page.getByRole('dialog').getByLabel('段落').fill('3')
    await page.getByRole('dialog').getByLabel('原文').fill('修订制度2项')
    await page.getByRole('dialog').getByLabel('替换的文字').fill('完善有关制度')
    await page.getByRole('dialog').getByLabel('理由').fill('制度尚未公布，暂不写数量')
    await picture(page, 'disclosure-04-mark')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await beside(page).getByText('完善有关制度').first().waitFor()
    await page.waitForTimeout(2600)
    await beside(page).scrollIntoViewIfNeeded()
    await picture(page, 'disclosure-05-beside')
    await accessible(page, 'inside and outside beside each other')
    await page.setViewportSize(phone)
    await picture(page, 'disclosure-06-phone')
    await narrow_enough(page)
    await page.setViewportSize(desk)
    await page.getByRole('button', { name: '送审批' }).click()
    await page.getByText('待审批', { exact: true }).first().waitFor()
    assert.equal(await page.getByRole('button', { name: '审批通过' }).count(), 0)
    await leave(page)
  })

  it('is not approved by those who made it, but by somebody else with consent', async () => {
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', `/programmes/${id}/releases`)
    const now = await office.ask('GET', `/releases/${rows[0].id}`)
    await assert.rejects(
      office.ask('PUT', `/releases/${now.id}/approval`, {
        version: now.version,
        consents: [],
        opinion: '',
      }),
      /nobody_reviews_their_own/,
    )
    const page = await as('hanzheng')
    await page.goto(`${base}/`)
    await page.getByRole('region', { name: '待审批的公开文本' }).getByRole('link').last().click()
    await page.getByRole('button', { name: '审批通过' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '审批通过' }).click()
    await dialog.getByText('必须处理的内容被保留').first().waitFor()
    await dialog.getByText(/韩征.*姓名已公开/).click()
    await dialog.getByLabel('审批意见').fill('同意公开。')
    await picture(page, 'disclosure-07-approve')
    await accessible(page, 'an approval')
    await dialog.getByRole('button', { name: '审批通过' }).click()
    await page.getByText('待公开', { exact: true }).first().waitFor()
    await page.getByText('审批文本摘要').waitFor()
    await leave(page)
  })

  it('goes out as Word and plain text, and is published', async () => {
    const page = await as('zhangjing')
    await page.goto(address())
    const taken = async (name) => {
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name }).click()
      const file = await coming
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
    }
    const plain = await taken('下载 网站用文本')
    assert.equal(plain.name, '财政局关于巡察整改情况的通报.txt')
    const words = plain.bytes.toString()
    assert.match(words, /局长韩征主持.*由有关单位收回结余资金约13万元。/)
    assert.match(words, /已完善有关制度。/)
    assert.doesNotMatch(words, /周伟|13812345678|问题线索|12\.56/)
    const word = await taken('下载 Word')
    assert.equal(word.bytes.subarray(0, 2).toString(), 'PK')
    if (process.env.ZHENGGAI_PICTURES)
      writeFileSync(join(process.env.ZHENGGAI_PICTURES, 'disclosure.docx'), word.bytes)
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByRole('dialog').locator('.paper').waitFor()
    await picture(page, 'disclosure-08-preview')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '拟不公开情况说明' }).click()
    await page.getByRole('dialog').getByText('正在审查或者已立案尚未公布').waitFor()
    await picture(page, 'disclosure-09-withheld')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '登记公开' }).click()
    const dialog = page.getByRole('dialog', { name: '登记公开' })
    await dialog.getByLabel('公开渠道').fill('区政府门户网站')
    await dialog.getByLabel('网址').fill('www.yunling')
    await dialog.getByRole('button', { name: '登记公开' }).click()
    await dialog.getByText('不是网址').first().waitFor()
    await dialog.getByLabel('网址').fill('https://www.yunling.example/1.html')
    await picture(page, 'disclosure-10-publish')
    await accessible(page, 'publishing')
    await dialog.getByRole('button', { name: '登记公开' }).click()
    await page.getByText('已公开', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: '登记异议' }).click()
    await page.getByRole('dialog').getByLabel('异议内容').fill('来电询问结余资金的去向。')
    await page.getByRole('dialog').getByLabel('处理情况').fill('已答复。')
    await page.getByRole('dialog').getByRole('button', { name: '登记异议' }).click()
    await page.getByText('收到异议 1 件').click()
    await page.getByText('来电询问结余资金的去向').waitFor()
    await leave(page)
  })

  it('shows others what was published and not what it hides', async () => {
    const page = await as('liqiang', phone)
    await page.goto(address())
    await page.getByText('由有关单位收回结余资金约13万元').waitFor()
    await page.getByText('收到异议 1 件').waitFor()
    assert.equal(await page.getByText('12.56万元').count(), 0)
    assert.equal(await page.getByText('来电询问').count(), 0)
    assert.equal(await page.getByRole('button', { name: '拟不公开情况说明' }).count(), 0)
    await picture(page, 'disclosure-11-others-phone')
    await accessible(page, 'what others see')
    await narrow_enough(page)
    await leave(page)
  })

  it('can be made of the ledger, with the figures of the ledger', async () => {
    const page = await as('zhangjing')
    await page.goto(address())
    await page.getByRole('button', { name: '起草公开文本' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('联系电话').fill('0871-63120000')
    await dialog.getByRole('button', { name: '起草公开文本' }).click()
    await page.getByText('联系电话：0871-63120000').first().waitFor()
    const ledger = await (
      await client('zhangjing')
    ).ask('GET', `/ledger?programme=${id}&view=problems&page_size=1`)
    await page.getByText(`反馈的${ledger.total}个问题`).first().waitFor()
    await page.waitForTimeout(2600)
    await picture(page, 'disclosure-12-outline')
    await page.getByRole('button', { name: '处理规则' }).click()
    await page.getByRole('dialog').getByLabel('必须处理的词语').fill('滨河路改造项目')
    await picture(page, 'disclosure-13-rules')
    await accessible(page, 'what is hidden')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByText('处理规则已保存').waitFor()
    await leave(page)
  })

  it('can be made of an issued report, and is proof-read before it is handed in', async () => {
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', '/programmes')
    const finance = rows.find((one) => one.title === '财政局党组巡察整改').id
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${finance}/releases`)
    await page.getByRole('button', { name: '起草公开文本' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('.el-select').first().click()
    await page.getByRole('option', { name: '取自已印发的报告' }).click()
    await dialog.getByText('云财党〔2026〕18号').first().waitFor()
    await picture(page, 'disclosure-14-edition')
    await accessible(page, 'beginning with an issued report')
    await dialog.getByRole('button', { name: '起草公开文本' }).click()
    await page.getByRole('heading', { name: '云岭区财政局关于集中整改进展情况的报告' }).waitFor()
    await beside(page).getByText('现将集中整改进展情况报告如下').first().waitFor()
    const proof = page.getByRole('region', { name: '校对' })
    await proof.getByText('留在里面的个人信息列在最前面').waitFor()
    await proof.getByRole('list', { name: '校对意见' }).waitFor()
    await proof.scrollIntoViewIfNeeded()
    await page.waitForTimeout(2600)
    await picture(page, 'disclosure-15-proof')
    await accessible(page, 'proof-reading beside a text that goes public')
    await page.setViewportSize(phone)
    await proof.scrollIntoViewIfNeeded()
    await picture(page, 'disclosure-16-proof-phone')
    await narrow_enough(page)
    await page.setViewportSize(desk)
    await page.getByRole('button', { name: '校对', exact: true }).click()
    assert.equal(await proof.count(), 0)
    await leave(page)
  })
})
