// What is to last: regulations from their draft into force, compared with what reports claim, due on the home page of
// the unit in charge; and a campaign from its goal to its conclusion.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  claimed_problem,
  client,
  day,
  leave,
  lower_curtain,
  narrow_enough,
  new_id,
  paper,
  phone,
  picture,
  programme,
  raise_curtain,
  report,
  units,
} from './stage.mjs'

const choose = async (page, field, words) => {
  await field.click()
  await page.keyboard.type(words)
  const option = page.getByRole('option', { name: new RegExp(words) }).first()
  await option.waitFor()
  await option.click()
}

describe('what is to last', { concurrency: false }, () => {
  let id, problem, measure
  before(raise_curtain)
  before(async () => {
    id = await programme('长效机制样例整改', { with_plan: true })
    problem = await claimed_problem(id, '国有资产账实不符')
    measure = problem.measures.find((one) => one.text.includes('修订资产管理办法'))
    const results = [{ kind: 'regulations', quantity: 2 }]
    await report(await client('liqiang'), measure.id, { percent: 80, results })
  })
  after(lower_curtain)

  it('begins with an empty register that shows what reports claim', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/regulations`)
    await page.getByText('还没有印发的制度。').waitFor()
    await page.getByText('报告 2 项，已印发 0 项').waitFor()
    await picture(page, 'lasting-01-empty')
    await accessible(page, 'an empty register')
    await leave(page)
  })

  it('registers a regulation from the page of the measure that it answers', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/measures/${measure.id}`)
    const section = page.getByRole('region', { name: '建章立制' })
    await section.getByRole('button', { name: '登记制度' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('制度名称').fill('行政事业单位国有资产管理办法')
    await dialog.getByLabel('新建、修订或废止').click({ force: true })
    await page.getByRole('option', { name: '修订' }).click()
    await choose(page, dialog.getByLabel('牵头单位'), '财政局')
    await dialog.getByLabel('完成时限（选填）').fill(day(-3))
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('请写明原来的制度名称或文号').first().waitFor()
    await picture(page, 'lasting-02-refused')
    await accessible(page, 'registering a regulation')
    await dialog.getByLabel('原制度名称或文号').fill('国有资产管理办法（2016年）')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('已登记。').waitFor()
    await section.getByText('《行政事业单位国有资产管理办法》').waitFor()
    await section.getByText('逾期 3 天').waitFor()
    await section.scrollIntoViewIfNeeded()
    await picture(page, 'lasting-03-measure')
    await leave(page)
  })

  it('waits on the home page of the unit in charge, which moves it on', async () => {
    const page = await as('liqiang')
    const home = page.getByRole('region', { name: '到期和逾期的制度' })
    await home.getByText('起草中，逾期 3 天').first().waitFor()
    await home.scrollIntoViewIfNeeded()
    await picture(page, 'lasting-04-home')
    await home.getByRole('link', { name: /行政事业单位国有资产管理办法/ }).click()
    const drafting = page.getByRole('region', { name: '正在制定的制度' })
    await drafting.getByRole('button', { name: '登记进展' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('审议凭据').fill('局党组会议纪要第 7 期')
    await dialog.getByRole('button', { name: '保存' }).click()
    await drafting.getByText('审议中').waitFor()
    await drafting.getByRole('button', { name: '登记进展' }).click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('请填写印发的文号').first().waitFor()
    await dialog.getByLabel('文号').fill('云财发〔2026〕12号')
    await dialog.getByRole('button', { name: '保存' }).click()
    const done = page.getByRole('region', { name: '已制定的制度' })
    await done.getByText('云财发〔2026〕12号').first().waitFor()
    assert.equal(await done.getByRole('button', { name: '修改' }).count(), 0, 'only the office')
    await leave(page)
  })

  it('lists what is made and what is drafted apart, and what reports claim beside it', async () => {
    const office = await client('zhangjing')
    await office.ask('POST', `/programmes/${id}/regulations`, {
      id: new_id(),
      change: 'made',
      kind: 'system',
      title: '闲置资产处置流程',
      unit_id: units['云岭区财政局'],
      due_on: day(30),
      measure_ids: [measure.id],
    })
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/regulations`)
    await page.getByText('报告 2 项，已印发 1 项，正在制定 1 项').waitFor()
    const drafting = page.getByRole('region', { name: '正在制定的制度' })
    await drafting.getByText('《闲置资产处置流程》').waitFor()
    await picture(page, 'lasting-05-register')
    await accessible(page, 'the register')
    const done = page.getByRole('region', { name: '已制定的制度' })
    await done.getByRole('button', { name: '登记进展' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('进展').click({ force: true })
    await page.getByRole('option', { name: '退回上一步' }).click()
    await dialog.getByLabel('理由').fill('文号登记有误，重新核对后再登记')
    await picture(page, 'lasting-06-step')
    await accessible(page, 'a step')
    await dialog.getByRole('button', { name: '保存' }).click()
    await drafting.getByText('（文号登记有误，重新核对后再登记）').waitFor()
    await leave(page)
    const small = await as('liqiang', phone)
    await small.goto(`${base}/programmes/${id}/regulations`)
    await small.getByText('《闲置资产处置流程》').waitFor()
    await narrow_enough(small)
    await picture(small, 'lasting-07-phone')
    await accessible(small, 'the register on a phone')
    await leave(small)
  })

  it('lists what a unit studied', async () => {
    const page = await as('liqiang')
    await page.goto(`${base}/programmes/${id}/regulations`)
    const studied = page.getByRole('region', { name: '学习的法规制度' })
    await studied.getByText('还没有登记学习的法规制度。').waitFor()
    await studied.getByRole('button', { name: '登记学习' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('法规制度名称').fill('中国共产党巡视工作条例')
    await dialog.getByLabel('学习形式（选填）').fill('党组理论学习中心组')
    await picture(page, 'lasting-15-study')
    await accessible(page, 'writing down what was studied')
    await dialog.getByRole('button', { name: '保存' }).click()
    await studied.getByText('《中国共产党巡视工作条例》').waitFor()
    await studied.getByText('云岭区财政局').waitFor()
    await studied.scrollIntoViewIfNeeded()
    await picture(page, 'lasting-16-studied')
    await leave(page)
  })

  it('opens a campaign and groups measures by a filter and one by one', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/campaigns`)
    await page.getByText('还没有开展专项治理').waitFor()
    await picture(page, 'lasting-08-no-campaign')
    await accessible(page, 'no campaigns')
    await page.getByRole('button', { name: '开展专项治理' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('闲置资产专项治理')
    await dialog.getByLabel('目标').fill('闲置资产全部登记造册，处置完毕。')
    await choose(page, dialog.getByLabel('牵头单位'), '财政局')
    await dialog.getByLabel('结束日期').fill(day(60))
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/)
    await page.getByRole('button', { name: '选定措施' }).click()
    await dialog.getByLabel('措施或问题中的文字（选填）').fill('国有资产')
    await dialog.getByRole('button', { name: '筛选' }).click()
    await dialog.getByText('筛选出 3 条').waitFor()
    await dialog.getByRole('button', { name: '全部加入' }).click()
    await dialog.getByText('已选 3 条').waitFor()
    await choose(page, dialog.getByLabel('逐条选（选填）'), '通报')
    await dialog.getByText('已选 4 条').waitFor()
    await picture(page, 'lasting-09-choosing')
    await accessible(page, 'choosing measures')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('未完成的措施（4 条）').waitFor()
    await page.getByText('建立或修订制度 2 项').waitFor()
    await page.getByRole('button', { name: '增加节点' }).click()
    await dialog.getByLabel('任务内容').fill('各单位报送闲置资产清单')
    await choose(page, dialog.getByLabel('责任单位'), '资产科')
    await dialog.locator('.el-date-editor input').first().fill(day(20))
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('link', { name: /各单位报送闲置资产清单/ }).waitFor()
    const tasks = await (await client('zhangjing')).ask('GET', `/tasks?programme=${id}`)
    assert.equal(
      tasks.rows.find((one) => one.text.includes('闲置资产清单')).origin.kind,
      'campaign',
    )
    await picture(page, 'lasting-10-campaign')
    await accessible(page, 'a campaign')
    await leave(page)
  })

  it('concludes it with a summary and a reason for each measure left open', async () => {
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', `/programmes/${id}/campaigns`)
    const page = await as('zhangjing')
    await page.goto(`${base}/campaigns/${rows[0].id}`)
    await page.getByRole('button', { name: '办结' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('总结').fill('闲置资产已经全部登记，处置完毕十二处。')
    await dialog.getByRole('button', { name: '办结', exact: true }).click()
    await dialog.getByText('还没有完成，请写明理由').first().waitFor()
    await picture(page, 'lasting-11-unexplained')
    await accessible(page, 'concluding a campaign')
    for (const field of await dialog.getByLabel(/未完成的理由$/).all())
      await field.fill('须到年底才能核验，转入日常监管')
    await dialog.getByRole('button', { name: '办结', exact: true }).click()
    await page.getByText('已办结。').waitFor()
    await page.getByText('须到年底才能核验，转入日常监管').first().waitFor()
    assert.equal(await page.getByRole('button', { name: '选定措施' }).count(), 0)
    await picture(page, 'lasting-12-concluded')
    await paper(page, 'lasting-13-report')
    await page.goto(`${base}/measures/${measure.id}`)
    await page.getByRole('region', { name: '专项治理' }).getByText('闲置资产专项治理').waitFor()
    await leave(page)
    const small = await as('liqiang', phone)
    await small.goto(`${base}/campaigns/${rows[0].id}`)
    await small.getByText('未完成的措施（4 条）').waitFor()
    await narrow_enough(small)
    await picture(small, 'lasting-14-phone')
    await accessible(small, 'a campaign on a phone')
    await leave(small)
  })
})
