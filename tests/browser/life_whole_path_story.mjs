// Life meetings from a plan of the field to the archive: three plans of different kinds out of a compilation, each read
// from the document, filled up with a team of seven, approved, prepared, held, followed up and filed. The compilation
// is not part of the product: without it beside the clone the story is skipped.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  accessible,
  as,
  base,
  client,
  day,
  leave,
  lower_curtain,
  new_id,
  pick,
  picture,
  programme,
  raise_curtain,
} from './stage.mjs'

const corpus = fileURLToPath(
  new URL('../../../shared/corpus/life-meeting-plans.txt', import.meta.url),
)
const skip = existsSync(corpus) ? false : 'no corpus in ../shared'
const today = day(0)
const team = ['韩征', '周启明', '周远', '林晓', '何秀兰', '郑建国', '沈梅']
const accounts = {
  韩征: 'hanzheng',
  周远: 'zhouyuan',
  林晓: 'linxiao',
}
const part = (page, name) => page.getByRole('region', { name })

async function fill_if_empty(page, label, words) {
  const field = page.getByLabel(label).first()
  if (!(await field.inputValue())) await field.fill(words)
}

// By their place in the compilation: of a township, of a school, of a bureau.
for (const [at, kind] of [
  [1, '乡镇'],
  [6, '学校'],
  [14, '县直单位'],
])
  describe(`plan ${at} of the compilation`, { concurrency: false, skip }, () => {
    let id, meeting, people
    const who = new Map()
    const ask = async (account, method, path, body) => {
      if (!who.has(account)) who.set(account, await client(account))
      return who.get(account).ask(method, path, body)
    }
    const of_meeting = (rest = '') => `/life-meetings/${meeting}${rest}`
    const act = async (account, what, body = {}) => {
      const { version } = await ask(account, 'GET', of_meeting())
      return ask(account, 'PUT', of_meeting(`/${what}`), { version, ...body })
    }
    const page_of = async (account, tab) => {
      const page = await as(account)
      await page.goto(`${base}/programmes/${id}/life-meetings/${meeting}/${tab}`)
      return page
    }
    const of = (name) => people.find((one) => one.name === name).id
    const name = (what) => `life-whole-${at}-${what}`

    before(raise_curtain)
    before(async () => {
      id = await programme(`${kind}专题民主生活会`)
    })
    after(lower_curtain)

    it('is read from the document and filled up with a team of seven', async () => {
      const page = await as('zhangjing')
      await page.goto(`${base}/programmes/${id}/life-meetings/new`)
      await page.locator('input[type=file]').setInputFiles(corpus)
      await page
        .getByRole('radio')
        .nth(at - 1)
        .check({ force: true })
      await page.getByText('读到的内容已填入表单').waitFor()
      assert.ok((await page.getByLabel('会议主题').inputValue()).length > 10)
      await fill_if_empty(page, '会议名称', '巡察整改专题民主生活会')
      await page.getByLabel('会议日期').fill(today)
      await page.keyboard.press('Enter')
      await fill_if_empty(page, '开始时间', '09:00')
      await fill_if_empty(page, '会议地点', '三楼会议室')
      await fill_if_empty(page, '依据', '上级关于开好专题民主生活会的通知')
      await fill_if_empty(page, '对照检查重点', '党的领导\n党的建设\n全面从严治党')
      await page.locator('#duty-draft').fill('办公室')
      await page.locator('#duty-record').fill('李强')
      await pick(page, page.locator('#person-0'), team[0])
      await pick(page, page.locator('#person-1'), team[1])
      await pick(page, page.locator('#person-2'), '李强')
      for (const [i, member] of team.slice(2).entries()) {
        await page.getByRole('button', { name: '增加一位' }).click()
        await pick(page, page.locator(`#person-${i + 3}`), member)
      }
      await pick(page, page.getByLabel('联系领导'), '梁志远')
      await picture(page, name('01-read'))
      await page.getByRole('button', { name: '保存' }).click()
      await part(page, '步骤和时限').waitFor()
      meeting = /life-meetings\/([^/]+)/.exec(page.url())[1]
      people = (await ask('zhangjing', 'GET', of_meeting())).participants
      const members = people.filter((one) => ['principal', 'member'].includes(one.part))
      assert.deepEqual(members.map((one) => one.name).sort(), [...team].sort())
      await picture(page, name('02-planned'))
      await leave(page)
    })

    it('is approved in each seat and called', async () => {
      await act('zhangjing', 'submission')
      for (const [account, seat] of [
        ['wanglei', 'office'],
        ['wanglei', 'contact_leader'],
        ['fenglei', 'inspection_office'],
        ['qianlan', 'organisation_department'],
        ['zhengqing', 'discipline_office'],
      ]) {
        const said_by = seat === 'contact_leader' ? '梁志远' : ''
        await act(account, 'review', { seat, verdict: 'agreed', words: '同意', said_by })
      }
      assert.equal((await act('zhangjing', 'calling')).state, 'called')
    })

    it('is prepared by study, opinions and talks', async () => {
      await ask('zhangjing', 'PUT', of_meeting('/study/sessions'), {
        id: new_id(),
        version: 0,
        held_on: today,
        minutes: 240,
        form: 'centre_group',
        place: '三楼会议室',
        host: '韩征',
        topic: '巡察工作条例',
        items: ['oath'],
        attendance: team.map((one) => ({ participant: of(one), attended: true, reason: '' })),
      })
      await ask('zhangjing', 'PUT', of_meeting('/opinions'), {
        version: 0,
        form_title: '征求意见表',
        finish_on: today,
        channels: [{ channel: 'form', handed_out: 30 }],
        voices: ['masses'],
      })
      await ask('zhangjing', 'POST', of_meeting('/opinions/sheets'), {
        sheets: [
          {
            id: new_id(),
            channel: 'form',
            voice: 'masses',
            lines: [
              { about: null, text: '开会部署多，到一线看得少。' },
              { about: of('林晓'), text: '会签的文件在手里压得久。' },
            ],
          },
        ],
      })
      await act_on_opinions('delivery', 'zhangjing')
      await act_on_opinions('receipt', 'linxiao')
      await ask('zhangjing', 'PUT', of_meeting('/talks/plan'), {
        version: 0,
        rules: [{ kind: 'principal_member', due_on: today }],
        partners: [],
      })
      await talk('周远')
      const page = await page_of('zhangjing', 'plan')
      await picture(page, name('03-prepared'))
      for (const tab of ['study', 'opinions', 'talks', 'statements']) {
        await page.goto(`${base}/programmes/${id}/life-meetings/${meeting}/${tab}`)
        await page.getByRole('tab').first().or(page.locator('.tabs a').first()).waitFor()
        await picture(page, name(`04-${tab}`))
      }
      await leave(page)
      const member = await page_of('linxiao', 'opinions')
      await member.getByText('会签的文件在手里压得久').waitFor()
      await leave(member)
    })
    const act_on_opinions = (what, account) =>
      ask(account, 'PUT', of_meeting(`/opinions/${what}`), {})
    /** Between the principal and one of the team: agreed, held, written down and signed by both. */
    async function talk(other) {
      const talk_id = new_id()
      const both = ['韩征', other].map((one) => accounts[one])
      const step = async (account, what, body = {}) => {
        const { version } = await ask(account, 'GET', `/talks/${talk_id}`)
        await ask(account, 'PUT', `/talks/${talk_id}/${what}`, { version, ...body })
      }
      await ask(both[0], 'POST', of_meeting('/talks'), {
        id: talk_id,
        member_id: of('韩征'),
        other_id: of(other),
        another: false,
        appointment: {
          held_on: today,
          begins_at: '08:00',
          minutes: 30,
          place: '谈话室',
          form: 'face_to_face',
        },
      })
      await step(both[1], 'confirmation')
      await step(both[0], 'record', {
        held_on: today,
        place: '谈话室',
        form: 'face_to_face',
        theme: '对照巡察反馈意见谈心谈话',
        own: '对下属科室管得不严。',
        others: ['抓整改不够主动，超期两项没有过问。'],
        work: '',
        thought: '存在松口气的想法。',
        suggestions: '',
        commitments: '每月调度一次。',
        follow_up: '',
      })
      for (const one of both) await step(one, 'signature')
    }

    it('is held: enough are there, criticism is written down, the record is closed', async () => {
      await ask('linxiao', 'POST', of_meeting('/criticisms'), {
        id: new_id(),
        about_id: of('韩征'),
        matter: '三次整改调度会。',
        problem: '只听汇报，没有一次到现场看账。',
        advice: '',
      })
      const page = await page_of('liqiang', 'sitting')
      await page.getByRole('button', { name: '拟出议程' }).click()
      await page.getByText('议程已保存').waitFor()
      for (const one of [...team, '李强']) {
        await page.getByRole('button', { name: `${one}签到` }).click()
        await page.getByRole('button', { name: `${one}签到` }).waitFor({ state: 'detached' })
      }
      await page.getByRole('button', { name: '宣布开会' }).click()
      await page.getByRole('button', { name: '宣布开会' }).last().click()
      await page.getByText('正在进行').waitFor()
      const record = part(page, '会议记录')
      for (let turn = 1; turn < 40; turn++) {
        if (await record.getByRole('button', { name: '填入' }).isVisible()) break
        await page.getByRole('button', { name: '下一项' }).click()
        await page
          .getByText(`第 ${turn + 1} 项`)
          .first()
          .waitFor()
        await page.waitForTimeout(100)
      }
      await record.getByRole('button', { name: '填入' }).click()
      await record.getByLabel('表态').fill('接受，每月到现场一次。')
      await record.getByRole('button', { name: '记下' }).click()
      await record.getByText('全部已保存到服务器').waitFor()
      await picture(page, name('05-sitting'))
      await page.getByRole('button', { name: '宣布散会' }).click()
      await page.getByRole('button', { name: '宣布散会' }).last().click()
      await page.getByText('已散会，记录已封存').waitFor()
      await leave(page)
    })

    it('leads to lists in the ledger, a report, packages, and a file without gaps', async () => {
      const item = (owner, source, problem) =>
        ask('zhangjing', 'POST', of_meeting('/list-items'), {
          id: new_id(),
          owner,
          source,
          source_note: '',
          entry: null,
          problem,
          measure: '每半月调度一次，会前到现场核对。',
          goal: '件件有回音',
          leader: null,
          holder: '办公室',
          due_on: '2099-03-31',
        })
      await item(null, 'feedback', '整改责任传导不到底')
      await item(null, 'opinion', '开会部署多，到一线看得少')
      await item(of('韩征'), 'criticism', '调度只听汇报，不到现场')
      await ask('zhangjing', 'PUT', of_meeting('/list-items-in-ledger'), {})
      for (const text of ['host_script', 'report', 'bulletin']) {
        const { text: draft } = await ask('zhangjing', 'GET', of_meeting(`/texts/${text}/draft`))
        if (text === 'report')
          for (const words of ['集中学习1次', '征求意见1份', '谈心谈话1次', '批评意见1条'])
            assert.ok(draft.includes(words), `${words}: ${draft}`)
        await ask('zhangjing', 'PUT', of_meeting(`/texts/${text}`), {
          version: 0,
          text: draft.replace(/〔[^〕]*〕/g, '已按要求完成。'),
          issued_on: today,
        })
      }
      await ask('zhangjing', 'POST', of_meeting('/usual-packages'), {})
      await ask('zhangjing', 'POST', of_meeting('/publications'), {
        id: new_id(),
        subject: 'team_list',
        scope: '全体党员干部',
        published_on: today,
        publisher: '机关党委',
        remark: '公示栏',
      })
      await ask('zhangjing', 'PUT', of_meeting('/branch-meetings'), {
        id: new_id(),
        version: 0,
        branch: '机关党支部',
        due_on: today,
        held_on: today,
        leaders: '韩征',
        remark: '',
      })
      const { catalogue } = await ask('zhangjing', 'GET', of_meeting('/afterwards'))
      const missing = catalogue.filter((one) => one.state === 'missing')
      for (const held of ['study', 'opinions', 'talks', 'record', 'report', 'team_list'])
        assert.ok(!missing.some((one) => one.material === held), held)
      for (const { material } of missing)
        await ask('zhangjing', 'PUT', of_meeting('/archive'), {
          material,
          state: 'filed',
          remark: '第1卷',
        })
      const page = await page_of('zhangjing', 'afterwards')
      await part(page, '归档目录').getByText('系统留存').first().waitFor()
      assert.equal(await part(page, '归档目录').getByText('缺', { exact: true }).count(), 0)
      await picture(page, name('06-archive'))
      await accessible(page, 'the archive')
      await part(page, '整改清单').getByRole('link', { name: '在台账中：待认领' }).first().waitFor()
      await leave(page)
      const leading = await page_of('zhangjing', 'leading')
      const acts = part(leading, '主要负责人带头情况')
      await acts.getByText('参加集中学习 1 次（共 1 次）').waitFor()
      await acts.getByText('个人整改清单 1 项，已销号 0 项').waitFor()
      await part(leading, '三到位').getByText('没有交办的问题').first().waitFor()
      await picture(leading, name('07-leading'))
      await accessible(leading, 'what the principal does first')
      await acts.getByRole('link', { name: '个人整改清单' }).click()
      await part(leading, '整改清单').first().waitFor()
      await leave(leading)
      const stranger = await page_of('xiaowen', 'afterwards')
      await stranger.getByText('没有这次民主生活会').waitFor()
      await leave(stranger)
    })
  })
