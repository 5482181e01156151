// The tree of units is changed and filled from a workbook, and what somebody sees changes with it.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessible,
  administrator,
  as,
  base,
  client,
  leave,
  lower_curtain,
  phone,
  picture,
  raise_curtain,
} from './stage.mjs'
import { new_id } from './program.mjs'
import { workbook } from './workbook.mjs'

const unit_heads = ['单位名称*', '简称', '类别*', '上级单位']
const person_heads = ['姓名*', '单位*', '职务']
const as_file = (name, sheets) => ({ name, mimeType: '', buffer: workbook(sheets) })

describe('units', { concurrency: false }, () => {
  before(raise_curtain)
  after(lower_curtain)
  const panel = (page) => page.getByRole('complementary')
  const line = (page, name) => page.getByRole('button', { name, exact: true })

  it('come from a workbook, after everything wrong in it was said', async () => {
    const page = await as(administrator)
    await page.goto(base + '/units')
    await page.getByRole('cell', { name: '云岭区财政局' }).first().waitFor()
    await page.getByRole('button', { name: '从 Excel 导入' }).click()
    const dialog = page.getByRole('dialog')
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: '下载模板' }).click(),
    ])
    assert.equal(template.suggestedFilename(), '单位和人员导入模板.xlsx')
    await dialog.getByLabel('选择填好的文件').setInputFiles(
      as_file('单位.xlsx', {
        单位: [
          unit_heads,
          ['中医医院', '', '医院', '云岭区卫健局'],
          ['云岭区卫健局', '卫健局', '部门', '云岭区委'],
          ['第一党支部', '', '党支部', '中医医院'],
          ['云岭区财政局', '', '部门', '云岭区委'],
          ['疾控中心', '', '事业单位', '云岭区卫健局'],
          ['检验科', '', '科室', '疾控中心'],
          ['甲专班', '', '工作组（专班）', '乙专班'],
          ['乙专班', '', '工作组（专班）', '甲专班'],
        ],
        人员: [person_heads, ['何芳', '中医医院', '院长'], ['丁宁', '云岭区林业局', '局长']],
      }),
    )
    await dialog.getByText('可以导入：新单位 3 个，新人员 1 人。').waitFor()
    await dialog.getByText('有 5 行不能导入').waitFor()
    await dialog.getByText('没有“事业单位”这种类别').waitFor()
    await picture(page, '90-import-units-checked')
    await accessible(page, 'import of units')
    const [returned] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '下载问题行' }).click(),
    ])
    assert.equal(returned.suggestedFilename(), '单位和人员导入-问题行.xlsx')
    await dialog.getByRole('button', { name: '只导入没有问题的行' }).click()
    await dialog.getByText('已导入单位 3 个、人员 1 人。').waitFor()
    await picture(page, '91-import-units-done')
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()
    await page.getByRole('cell', { name: '云岭区卫健局' }).first().waitFor()
    await leave(page)
  })

  it('that are no workbook are refused', async () => {
    const page = await as(administrator)
    await page.goto(base + '/units')
    await page.getByRole('button', { name: '从 Excel 导入' }).click()
    const dialog = page.getByRole('dialog')
    const csv = { name: '单位.csv', mimeType: 'text/csv', buffer: Buffer.from('单位名称,类别\n') }
    await dialog.getByLabel('选择填好的文件').setInputFiles(csv)
    await dialog.getByText('另存为 .xlsx').waitFor()
    await picture(page, '92-import-units-csv')
    await leave(page)
  })

  it('are renamed, moved and closed, and not closed while something hangs on them', async () => {
    const office = await client('zhangjing')
    const { rows } = await office.ask('GET', '/units')
    const hospital = rows.find((unit) => unit.name === '中医医院')
    const programme = new_id()
    await office.ask('POST', '/programmes', {
      id: programme,
      title: '卫健系统巡察整改',
      inspected_unit_id: rows.find((unit) => unit.name === '云岭区卫健局').id,
      inspection_name: '五届云岭区委第三轮巡察',
      inspection_kind: 'regular',
      inspecting_body: '区委第三巡察组',
      round_name: '第三轮',
      feedback_on: '2026-03-02',
      concentrated_end_on: '2099-06-30',
    })
    await office.ask('POST', `/programmes/${programme}/problems`, {
      id: new_id(),
      area_heading: '党的建设方面',
      text: '医院采购管理不规范',
      responsibility: { responsible_units: [{ name: '中医医院', id: hospital.id }] },
    })
    await office.ask('POST', `/programmes/${programme}/regulations`, {
      id: new_id(),
      change: 'made',
      kind: 'measures',
      title: '医院采购管理办法',
      replaces: '',
      unit_id: hospital.id,
      due_on: null,
      problem_ids: [],
      measure_ids: [],
    })

    const page = await as('zhangjing')
    await page.goto(base + '/units')
    await line(page, '展开云岭区卫健局').or(line(page, '收起云岭区卫健局')).waitFor()
    await line(page, '中医医院').click()
    await panel(page).getByText('未办结事项').waitFor()
    await picture(page, '93-unit')
    await accessible(page, 'unit')
    await panel(page).getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
    await page.getByText('该单位下还有 1 个单位（第一党支部）').waitFor()
    await picture(page, '94-unit-not-closed')

    await panel(page).getByRole('button', { name: '修改名称和类别' }).click()
    await page.getByRole('dialog').getByLabel('单位名称').fill('云岭区中医医院')
    await picture(page, '95-rename-unit')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await panel(page).getByRole('heading', { name: '云岭区中医医院' }).waitFor()

    await panel(page).getByRole('button', { name: '调整上级' }).click()
    const moving = page.getByRole('dialog')
    await moving.getByLabel('新的上级单位').fill('云岭区教育局')
    await page.getByRole('option', { name: '云岭区委 / 云岭区教育局', exact: true }).click()
    await picture(page, '96-move-unit')
    await moving.getByRole('button', { name: '调整上级' }).click()
    await panel(page).getByRole('button', { name: '云岭区教育局' }).waitFor()
    const seen = await (await client('sunyang')).ask('GET', '/ledger?view=problems')
    assert.ok(seen.rows.some((row) => row.text === '医院采购管理不规范'))

    await panel(page).getByRole('button', { name: '并入其他单位' }).click()
    const merging = page.getByRole('dialog')
    await merging.getByLabel('承接单位').fill('云岭区卫健局')
    await page.getByRole('option', { name: '云岭区委 / 云岭区卫健局' }).click()
    await picture(page, '97-merge-unit')
    await merging.getByRole('button', { name: '并入其他单位' }).click()
    await panel(page).getByText('撤销，并入').waitFor()
    await picture(page, '98-merged-unit')
    await accessible(page, 'merged unit')
    const after_it = await (await client('sunyang')).ask('GET', '/ledger?view=problems')
    assert.ok(!after_it.rows.some((row) => row.text === '医院采购管理不规范'))
    const { rows: rules } = await office.ask('GET', `/programmes/${programme}/regulations`)
    assert.equal(rules[0].unit.name, '云岭区卫健局')
    await panel(page).getByRole('button', { name: '恢复' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click()
    await panel(page).getByRole('button', { name: '撤销', exact: true }).waitFor()
    await panel(page).getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
    await panel(page).getByRole('button', { name: '恢复' }).waitFor()
    await leave(page)
  })

  it('may be a thousand', async () => {
    const office = await client(administrator)
    const many = [unit_heads]
    for (let i = 1; i <= 40; i++) {
      many.push([`云岭区第${i}镇`, '', '乡镇（街道）', '云岭区委'])
      for (let k = 1; k <= 25; k++) many.push([`第${k}村`, '', '村（社区）', `云岭区第${i}镇`])
    }
    const report = await office.ask('POST', '/unit-imports', workbook({ 单位: many }))
    assert.equal(report.units, 1040)
    const page = await as(administrator)
    const begin = Date.now()
    await page.goto(base + '/units')
    await page.getByRole('cell', { name: '云岭区第40镇' }).first().waitFor()
    const took = Date.now() - begin
    assert.ok(took < 5000, `the page took ${took} ms`)
    await page.getByRole('button', { name: '展开云岭区第3镇' }).click()
    await page.getByRole('cell', { name: '第25村' }).first().waitFor()
    await picture(page, '99-thousand-units')
    await page.getByRole('searchbox').fill('第7镇')
    await page.getByRole('cell', { name: '云岭区第7镇' }).first().waitFor()
    await page.getByRole('cell', { name: '云岭区第8镇' }).first().waitFor({ state: 'detached' })
    await picture(page, '99-units-found')
    await leave(page)
  })

  it('fit a phone and are read only where somebody may not change them', async () => {
    const page = await as('liqiang', phone)
    await page.goto(base + '/units')
    await line(page, '国库科').click()
    await panel(page).waitFor()
    assert.equal(await page.getByRole('button', { name: '从 Excel 导入' }).count(), 0)
    assert.equal(await panel(page).getByRole('button', { name: '撤销' }).count(), 0)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= 360, `scrolls sideways: ${width}`)
    await picture(page, '99-units-phone')
    await leave(page)
  })
})
