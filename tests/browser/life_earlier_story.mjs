// Measures of the life meeting before in what is written for the next: a member takes them over into the own statement
// with what the ledger says of them, and nobody types them again.
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
  picture,
  raise_curtain,
} from './stage.mjs'

const heading = '上次民主生活会整改措施落实情况'
const measure = '固定资产每季度盘点一次'

describe('measures of the life meeting before', { concurrency: false }, () => {
  let meeting, programme
  const address = (tab) => `${base}/programmes/${programme}/life-meetings/${meeting}/${tab}`
  const section = (page) => page.getByRole('region', { name: heading, exact: true })

  /** What a member took on after the meeting that is over, entered into the ledger. */
  async function list_for(office, held, name) {
    const { participants } = await office.ask('GET', `/life-meetings/${held}`)
    await office.ask('POST', `/life-meetings/${held}/list-items`, {
      id: new_id(),
      owner: participants.find((one) => one.name === name).id,
      source: 'criticism',
      source_note: '',
      entry: null,
      problem: '发现账实不符只作口头提醒',
      measure: `${measure}。`,
      goal: '账实相符',
      leader: null,
      holder: '',
      due_on: day(60),
    })
    await office.ask('PUT', `/life-meetings/${held}/list-items-in-ledger`, {})
  }

  before(raise_curtain)
  before(async () => {
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', '/programmes')
    for (const one of rows) {
      const found = await office.ask('GET', `/programmes/${one.id}/life-meetings`)
      if (found.rows.length) [programme, meeting] = [one.id, found.rows[0].id]
      const held = found.rows.find((each) => each.state === 'closed')
      if (held) await list_for(office, held.id, '林晓')
    }
  })
  after(lower_curtain)

  it('are taken over into the own statement with what the ledger says of them', async () => {
    const page = await as('linxiao')
    await page.goto(address('statements'))
    await page.getByRole('link', { name: /^林晓的个人发言提纲/ }).click()
    await section(page).getByRole('button', { name: '撰写' }).click()
    const offered = page.getByRole('region', { name: '上次会议的整改措施' })
    await offered.getByText(/取自 .*局党组巡察集中整改专题民主生活会/).waitFor()
    await offered.getByText(new RegExp(`${measure}.*台账：待认领`)).waitFor()
    assert.equal(await offered.getByText('合并报表').count(), 0, 'the team reports on its own')
    await offered.getByRole('button', { name: '填入第 1 项' }).click()
    const text = section(page).getByLabel('正文')
    assert.match(await text.inputValue(), new RegExp(`1．${measure}。台账显示：待认领。$`))
    await picture(page, 'life-earlier-01-statement')
    await accessible(page, 'a section begun from the lists before')
    await section(page).getByRole('button', { name: '保存' }).click()
    await section(page).getByText(`${measure}。台账显示：待认领。`).waitFor()
    await leave(page)
  })

  it('fit a telephone', async () => {
    const page = await as('hanzheng', phone)
    await page.goto(address('leading'))
    await page.getByRole('region', { name: '三到位' }).getByText('韩征').waitFor()
    await narrow_enough(page)
    await picture(page, 'life-earlier-02-leading-phone')
    await page.goto(address('plan'))
    await page.getByRole('region', { name: '与巡视巡察办沟通' }).getByText('1 件请示等待').waitFor()
    await page.getByRole('region', { name: '方案是否紧扣反馈' }).waitFor()
    await narrow_enough(page)
    await leave(page)
  })
})
