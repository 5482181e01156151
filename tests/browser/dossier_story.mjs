// The dossier: it fills by itself and by what the office puts there, says what is missing, is sealed, taken out, and
// checked from the command line; whatever was changed in the file since is named.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
} from './stage.mjs'

const verify = (file) => {
  const done = spawnSync(process.env.ZHENGGAI_PROGRAM, ['verify-dossier', file], {
    encoding: 'utf8',
  })
  return { code: done.status, said: done.stdout, complained: done.stderr }
}

describe('the dossier', { concurrency: false }, () => {
  const shelf = mkdtempSync(join(tmpdir(), 'dossier-story-'))
  const volume = join(shelf, 'volume.zip')
  let id
  before(raise_curtain)
  before(async () => {
    id = await programme('归档样例整改', { with_plan: true })
  })
  after(async () => {
    await lower_curtain()
    rmSync(shelf, { recursive: true })
  })

  it('says what belongs into it, what fills it and what is missing', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/overview`)
    await page.getByRole('link', { name: '打开档案目录' }).click()
    await page.getByText('尚缺').first().waitFor()
    await picture(page, 'dossier-01-page')
    await accessible(page, 'a dossier')
    await page.getByText('只看尚缺的').click()
    assert.equal(await page.getByRole('listitem').filter({ hasText: '整改台账' }).count(), 0)
    await leave(page)
  })

  it('takes files, lines of its own, and what does not apply', async () => {
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/dossier`)
    await page.getByRole('button', { name: '上传“反馈意见签收单”' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '归档', exact: true }).click()
    await dialog.getByText('请填写').first().waitFor()
    await dialog.getByLabel('文件', { exact: true }).setInputFiles({
      name: '签收单.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('二〇二六年三月二日签收。\n'),
    })
    await dialog.getByLabel('责任者').fill('云岭区财政局党组')
    await dialog.getByLabel('成文日期').fill('2026-03-02')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('页数').fill('1')
    await picture(page, 'dossier-02-file')
    await accessible(page, 'filing')
    await dialog.getByRole('button', { name: '归档', exact: true }).click()
    await page.getByText('已归档。').waitFor()
    await page.getByRole('link', { name: '签收单' }).waitFor()

    await page.getByRole('button', { name: '修改“群众满意度测评汇总”' }).click()
    await dialog.getByText('不适用，本项整改工作没有这项材料').click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('至少').first().waitFor()
    await dialog.getByLabel('理由').fill('本轮没有组织满意度测评')
    await picture(page, 'dossier-03-line')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('本轮没有组织满意度测评').waitFor()

    await page.getByRole('button', { name: '增加材料' }).click()
    await dialog.getByLabel('材料名称').fill('反馈会议照片')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('反馈会议照片').waitFor()
    await leave(page)
  })

  it('is sealed with a reason while something is missing, and taken out', async () => {
    await clear('wanglei', ['clues', 'accountability', 'life_meeting'], '负责限知材料归档')
    const office = await client('wanglei')
    const claim = new URLSearchParams({
      id: new_id(),
      line: 'clues_report',
      title: '问题线索处置情况报告',
      name: '线索.txt',
    })
    await office.ask('POST', `/programmes/${id}/dossier/files?${claim}`, Buffer.from('两条线索'))
    const page = await as('zhangjing')
    await page.goto(`${base}/programmes/${id}/dossier`)
    await page.getByText('由取得知悉权限的人员归档').first().waitFor()
    assert.equal(await page.getByText('问题线索处置情况报告', { exact: true }).count(), 0)
    await page.getByRole('button', { name: '封存', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '封存', exact: true }).click()
    await dialog.getByText('项材料没有归档').first().waitFor()
    await dialog.getByLabel('理由').fill('集中整改期结束，评估尚未进行，先行封存')
    await picture(page, 'dossier-04-seal')
    await accessible(page, 'sealing')
    await dialog.getByRole('button', { name: '封存', exact: true }).click()
    await page.getByText('已封存为第 1 卷。').waitFor()
    await page.getByRole('button', { name: '卷内目录' }).click()
    await page.getByRole('cell', { name: '签收单' }).waitFor()
    await picture(page, 'dossier-05-sealed')
    await accessible(page, 'a sealed volume')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载第 1 卷' }).click(),
    ])
    assert.equal(download.suggestedFilename(), '归档样例整改档案第1卷.zip')
    await download.saveAs(volume)
    await leave(page)
  })

  it('is checked by whoever has nothing but the file', () => {
    const sound = verify(volume)
    assert.equal(sound.code, 0, sound.complained)
    assert.match(sound.said, /归档样例整改档案第1卷/)
    assert.match(sound.said, /校验通过/)
    assert.match(sound.said, /本份不含限知内容：追责问责、问题线索\n/)
    const bytes = readFileSync(volume)
    assert.ok(!bytes.includes('两条线索'), 'what is restricted is in nobody else’s copy')
    const changed = join(shelf, 'changed.zip')
    const at = bytes.indexOf('二〇二六年三月二日签收')
    assert.ok(at > 0)
    const tampered = Buffer.from(bytes)
    tampered.write('二〇二六年三月九日签收', at)
    writeFileSync(changed, tampered)
    const found = verify(changed)
    assert.equal(found.code, 2)
    assert.match(found.complained, /evidence\/[0-9a-f]{64}\.txt”与清单中的大小或摘要不符/)
    writeFileSync(changed, bytes.subarray(0, bytes.length - 10))
    assert.equal(verify(changed).code, 2)
    assert.equal(verify(join(shelf, 'none.zip')).code, 2)
  })

  it('gives those who are cleared their copy, and goes on in a further volume', async () => {
    const office = await client('wanglei')
    const claim = new URLSearchParams({
      id: new_id(),
      line: 'evaluation',
      title: '整改成效评估结论',
      name: '评估.txt',
    })
    await office.ask('POST', `/programmes/${id}/dossier/files?${claim}`, Buffer.from('评估：好'))
    const page = await as('wanglei')
    await page.goto(`${base}/programmes/${id}/dossier`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载第 1 卷' }).click(),
    ])
    await download.saveAs(volume)
    assert.equal(verify(volume).code, 0)
    assert.ok(readFileSync(volume).includes('两条线索'))
    await page.getByRole('button', { name: '封存', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('补充评估结论，其余材料仍在整理')
    await dialog.getByRole('button', { name: '封存', exact: true }).click()
    await page.getByText('已封存为第 2 卷。').waitFor()
    await leave(page)
    const small = await as('zhouyuan', phone)
    await small.goto(`${base}/programmes/${id}/dossier`)
    await small.getByText('第 2 卷').first().waitFor()
    assert.equal(await small.getByRole('button', { name: '封存', exact: true }).count(), 0)
    await picture(small, 'dossier-06-phone')
    await accessible(small, 'a dossier on a phone')
    const width = await small.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= phone.width, `the page is ${width} wide`)
    await leave(small)
  })
})
