// Who held which post on a day, what a head who leaves hands over, and who stands in for somebody absent.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  as,
  base,
  leave,
  lower_curtain,
  phone,
  picture,
  programme,
  raise_curtain,
  security_administrator,
} from './stage.mjs'

const bureau = '云岭区财政局'

describe('posts', { concurrency: false }, () => {
  before(raise_curtain)
  before(() => programme('交接前的整改', { with_plan: true }))
  after(lower_curtain)
  const panel = (page) => page.getByRole('complementary')
  const posts = (page) => page.getByRole('region', { name: '任职' })

  async function open_bureau(page) {
    await page.goto(base + '/units')
    await page.getByRole('button', { name: bureau, exact: true }).first().click()
    await posts(page).getByText('韩征').waitFor()
  }
  /** Picks somebody out of the list that opens while a name is typed. */
  async function pick(page, dialog, label, name) {
    const field = dialog.getByRole('combobox', { name: label })
    await field.click()
    await field.pressSequentially(name)
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click()
  }

  it('say who held them on any day', async () => {
    const page = await as('zhangjing')
    await open_bureau(page)
    await posts(page).getByText('主要负责人').first().waitFor()
    await picture(page, 'posts-01-unit')
    await accessible(page, 'posts of a unit')
    await posts(page).getByLabel('查某一天的在任人员').fill('2018-01-01')
    await page.keyboard.press('Enter')
    await posts(page).getByText('方立民').waitFor()
    assert.equal(await posts(page).getByText('韩征').count(), 0)
    await picture(page, 'posts-02-on-a-day')
    await leave(page)
  })

  it('are given and refused where the unit has a head', async () => {
    const page = await as('zhangjing')
    await open_bureau(page)
    await posts(page).getByRole('button', { name: '登记任职' }).click()
    const dialog = page.getByRole('dialog')
    const name = dialog.getByLabel('姓名')
    await name.click()
    await name.pressSequentially('高明远')
    await page.getByRole('option', { name: '高明远' }).click()
    await dialog.getByLabel('职务').fill('总会计师')
    await dialog.getByText('担任主要负责人（第一责任人）').click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('本单位的主要负责人是韩征').first().waitFor()
    await picture(page, 'posts-03-refused')
    await accessible(page, 'appointing')
    await dialog.getByText('担任主要负责人（第一责任人）').click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await posts(page).getByText('高明远').waitFor()
    await leave(page)
  })

  it('are left with a handover of what is unfinished', async () => {
    const page = await as('zhangjing')
    await open_bureau(page)
    await posts(page).getByRole('button', { name: '离任交接' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('韩征（党组书记、局长）离任').waitFor()
    await pick(page, dialog, /^接任人（/, '林晓')
    await dialog.getByLabel('监交单位').fill('区纪委监委、区委组织部、区财政局、区审计局')
    await dialog
      .getByLabel('风险提示')
      .fill('国有资产出租追缴涉及一起在诉案件，判决后需重新核定追缴数额。')
    await picture(page, 'posts-04-leaving')
    await accessible(page, 'leaving a post')
    await dialog.getByRole('button', { name: '离任交接' }).click()
    await page.getByRole('heading', { name: '韩征（党组书记、局长）责任交接' }).waitFor()
    await page.getByRole('row').nth(1).waitFor()
    await picture(page, 'posts-05-handover')
    await accessible(page, 'a handover')
    await leave(page)
  })

  async function signs(account, name, viewport) {
    const page = await as(account, viewport)
    const home = page.getByRole('region', { name: '等我签字的责任交接' })
    await home.waitFor()
    if (name) await picture(page, name + '-home')
    await home
      .getByRole('link', { name: /责任交接/ })
      .first()
      .click()
    await page.getByRole('row').nth(1).waitFor()
    await page.getByRole('button', { name: '签字' }).click()
    await page.getByRole('button', { name: '签字' }).last().click()
    await page
      .getByText(/已签字/)
      .first()
      .waitFor()
    if (name) await picture(page, name)
    return page
  }

  it('are signed for by both and witnessed', async () => {
    await leave(await signs('hanzheng', 'posts-06-giver'))
    await leave(await signs('linxiao', 'posts-07-taker-phone', phone))
    const page = await signs('zhengqing', 'posts-08-witness')
    await page.getByText('已完成').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: '责任交接' }).click()
    await page.getByText('没有责任交接').waitFor()
    await page.getByText('全部', { exact: true }).click()
    await page.getByRole('cell', { name: '林晓' }).waitFor()
    await picture(page, 'posts-09-handovers')
    await accessible(page, 'handovers')
    await leave(page)
    const unit = await as('zhangjing')
    await open_bureau(unit)
    await panel(unit).getByText('曾任').waitFor()
    await leave(unit)
  })

  it('are stood in for, and everybody concerned sees it', async () => {
    const absent = await as('liqiang')
    await absent.goto(base + '/settings')
    await absent.getByRole('button', { name: '委托代办' }).click()
    const dialog = absent.getByRole('dialog')
    await pick(absent, dialog, /^代办人/, '孙洋')
    await dialog.getByLabel('结束日期').fill('2099-12-31')
    await absent.keyboard.press('Enter')
    await dialog.getByLabel('事由').fill('赴省委党校学习')
    await dialog.getByRole('button', { name: '委托代办' }).click()
    await dialog.getByText('一次委托最长 90 天').first().waitFor()
    await picture(absent, 'posts-10-delegation-refused')
    await accessible(absent, 'delegation')
    const soon = new Date(Date.now() + 10 * 24 * 3600 * 1000 + 8 * 3600 * 1000)
    await dialog.getByLabel('结束日期').fill(soon.toISOString().slice(0, 10))
    await absent.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '委托代办' }).click()
    await absent.getByText('委托 孙洋 代办').waitFor()
    await picture(absent, 'posts-11-delegated')
    await leave(absent)

    const delegate = await as('sunyang')
    await delegate.getByText('您正在代 李强 办理').waitFor()
    await delegate.getByText('待认领的问题').waitFor()
    await picture(delegate, 'posts-12-standing-in')
    await delegate.getByRole('region', { name: '待认领的问题' }).locator('h2 a').click()
    await delegate.getByRole('row').nth(1).waitFor()
    await picture(delegate, 'posts-13-list-of-both')
    await leave(delegate)

    const security = await as(security_administrator)
    await security.goto(base + '/permissions')
    const current = security.getByRole('region', { name: '在期委托' })
    await current.getByText('赴省委党校学习').waitFor()
    await picture(security, 'posts-14-current-delegations')
    await accessible(security, 'current delegations')
    await current.getByRole('button', { name: '结束' }).click()
    await security.getByRole('button', { name: '结束' }).last().click()
    await current.getByText('目前没有在期的委托').waitFor()
    await leave(security)
  })
})
