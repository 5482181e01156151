// The invented district of the stub. Names and events are made up and obviously so.

export const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
let last = 1000
export const fresh = () => id(last++)
export const now = () => new Date().toISOString()
const today = Date.now()
export const day = (offset: number) =>
  new Date(today + 8 * 3600e3 + offset * 86400e3).toISOString().slice(0, 10)

const holders = (...names: string[]) =>
  names.map((name) => ({ name, id: unit_named(name)?.id ?? null }))

const units = [
  ['样例区委', '区委', 'party_committee', null],
  ['样例区农业农村局', '区农业农村局', 'department', 0],
  ['样例区农业农村局机关党委', '机关党委', 'section', 1],
  ['样例区农业农村局计划财务科', '计划财务科', 'section', 1],
  ['样例区农业农村局组织人事科', '组织人事科', 'section', 1],
  ['样例区农业农村局办公室', '办公室', 'section', 1],
  ['样例区委巡察工作领导小组办公室', '区委巡察办', 'inspection_office', 0],
  ['样例区柳河镇', '柳河镇', 'township', 0],
].map(([name, short_name, kind, parent], i) => ({
  id: id(10 + i),
  name: String(name),
  short_name: String(short_name),
  kind: String(kind),
  parent_id: parent === null ? null : id(10 + Number(parent)),
  path: parent === null ? '/' : '/样例区委/',
  version: 1,
}))
export const unit_named = (name: string) =>
  world?.units.find((unit) => unit.name === name || unit.short_name === name)

export const world: Record<string, any> & { units: any[]; accounts: any[] } = {
  units,
  persons: [
    {
      id: id(40),
      name: '甲主任',
      unit_id: id(11),
      unit_name: '样例区农业农村局',
      post: '党组书记、局长',
    },
    { id: id(41), name: '乙科长', unit_id: id(13), unit_name: '计划财务科', post: '科长' },
  ],
  accounts: [
    ['admin', '管理员', 'system_admin', null],
    ['office', '整改办甲', 'rectification_office', id(11)],
    ['reviewer', '整改办乙', 'rectification_office', id(11)],
    ['finance', '财务科丙', 'responsible_unit', id(13)],
  ].map(([name, person, role, unit], i) => ({
    id: id(50 + i),
    name,
    password: 'correct-horse',
    person: { id: id(60 + i), name: person },
    unit: unit ? { id: unit, name: units.find((one) => one.id === unit)!.name } : null,
    role,
    disabled: false,
    must_change_password: false,
    last_sign_in_at: null,
    version: 1,
  })),
  preferences: {},
  calendars: {},
  programmes: [],
  areas: [],
  problems: [],
  measures: [],
  history: {},
  imports: [],
}

const areas = [
  '落实党的理论和路线方针政策方面',
  '落实全面从严治党“两个责任”方面',
  '落实新时代党的组织路线方面',
  '落实巡察整改要求方面',
]
const problems = [
  '理论学习中心组学习不够经常，部分专题学习以读文件代替研讨',
  '惠农补贴资金审核把关不严，个别项目资金拨付滞后',
  '项目招投标管理不规范，化整为零规避公开招标的现象仍有发生，且对中标后的履约情况缺少跟踪检查，个别项目验收资料不完整、签字手续倒补',
  '公务接待、公务用车台账登记不完整',
  '党支部“三会一课”记录不规范，个别支部以业务会代替组织生活会',
  '干部人事档案管理不规范，部分材料缺失',
  '上一轮巡察反馈问题整改不到位，个别问题边改边犯',
  '对下属单位财务监督不到位，存在超范围列支',
]
const measures = [
  '制定年度学习计划，每季度至少开展一次专题研讨，机关党委每半年检查一次学习记录，并在全局通报检查情况。',
  '对2023年以来的补贴资金逐笔核查，多发、错发的限期追回，并建立“发放前公示、发放后抽查”制度。',
  '修订《工程项目管理办法》，明确限额以下项目的询价和集体研究程序。',
  '开展一次专项自查，逐项登记造册，对发现的问题当场纠正。',
  '组织业务培训，覆盖全部支部书记和党务干部。',
  '长期坚持每月一次财务例会，通报预算执行和监督检查情况。',
]
const responsibility = (i: number) => ({
  lead_leaders: holders('甲主任'),
  responsible_leaders: i % 2 ? holders('丁副主任') : [],
  lead_units: holders(['机关党委', '计划财务科', '组织人事科', '办公室'][i % 4]!),
  responsible_units: holders(['计划财务科', '办公室', '机关党委'][i % 3]!),
  cooperating_units: i % 3 === 0 ? holders('组织人事科', '柳河镇') : [],
  handlers: i % 4 === 1 ? holders('乙科长') : [],
})
const nothing = () => ({
  lead_leaders: [],
  responsible_leaders: [],
  lead_units: [],
  responsible_units: [],
  cooperating_units: [],
  handlers: [],
})
const deadlines = [
  { kind: 'date', text: '6月底前', date: day(-12) },
  { kind: 'immediate', text: '立行立改', date: day(3) },
  { kind: 'date', text: '年底前', date: day(40) },
  { kind: 'long_term', text: '长期坚持', date: null },
  { kind: 'recurring', text: '每季度', date: null },
  { kind: 'unspecified', text: '', date: null },
]
const circled = (n: number) => String.fromCodePoint(0x2460 + n - 1)
const hanzi = '一二三四五六七八九十'

export function plant(programme: string): void {
  let p = world.problems.length
  let m = world.measures.length
  areas.forEach((heading, a) => {
    const area = {
      id: fresh(),
      programme,
      number: a + 1,
      printed_number: `（${hanzi[a]}）`,
      heading,
    }
    world.areas.push(area)
    for (const text of problems.slice(a * 2, a * 2 + 2)) {
      const n = ++p
      const problem = {
        id: fresh(),
        programme,
        area,
        number: n,
        printed_number: `${n}.`,
        text,
        version: 1,
        status: n % 5 === 0 ? 'unclaimed' : 'under_way',
        responsibility: responsibility(n),
        deadline: deadlines[n % 3]!,
        goal: n % 2 ? '建立长效机制，同类问题不再发生。' : '',
        manifestations:
          n === 3
            ? ['个别项目化整为零', '验收资料不完整'].map((one, i) => ({
                id: fresh(),
                printed_number: `${hanzi[i]}是`,
                text: one,
              }))
            : [],
        source: { document: '整改方案（样例）.docx', first: 10 + n * 3, last: 12 + n * 3 },
        application: null,
        strike_off: null,
        predecessor: null,
        successor: null,
        refusals: [],
        steps: [{ status: 'unclaimed', at: '2026-09-01T02:00:00Z', by: '整改办甲' }],
        imported: false,
        updated_at: '2026-10-20T02:00:00Z',
      }
      world.problems.push(problem)
      for (let k = 0; k < 2 + (n % 3); k++) {
        const mn = ++m
        const statuses = [
          'not_started',
          'under_way',
          'awaiting_review',
          'done',
          'sent_back',
          'under_way',
        ]
        const all_done = n === 4
        const status = all_done ? 'done' : statuses[mn % 6]!
        world.measures.push({
          id: fresh(),
          programme,
          problem,
          number: mn,
          printed_number: circled(k + 1),
          text: measures[(mn + k) % 6]!,
          version: 1,
          status,
          responsibility: k ? nothing() : responsibility(mn),
          deadline: deadlines[mn % 6]!,
          manifestation_ids: [],
          links: [problem.id],
          submitted_by: status === 'awaiting_review' ? '财务科丙' : null,
          entries:
            status === 'not_started'
              ? []
              : [
                  {
                    id: fresh(),
                    at: '2026-10-28T03:20:00Z',
                    by: '财务科丙',
                    percent: all_done ? 100 : 40 + (mn % 5) * 10,
                    percent_reason: '',
                    text: '已完成首轮自查，登记问题 12 个，其中 8 个当场纠正。',
                    evidence_note: '自查情况表，存计划财务科',
                    results: mn % 2 ? [{ kind: 'regulations', quantity: 2, unit: '项' }] : [],
                  },
                ],
          refusals:
            status === 'sent_back'
              ? [
                  {
                    at: '2026-11-02T01:00:00Z',
                    by: '整改办乙',
                    reason: '只写了开展自查，没有自查结果和佐证材料。',
                    requirement: '补充自查情况表和整改前后对比。',
                  },
                ]
              : [],
          steps: [
            { status: 'not_started', at: '2026-09-01T02:00:00Z', by: '整改办甲' },
            ...(status === 'not_started'
              ? []
              : [{ status, at: '2026-10-28T03:20:00Z', by: '财务科丙' }]),
          ],
          updated_at: '2026-10-28T03:20:00Z',
        })
      }
    }
  })
}

export function programme(title: string, unit: any, more: object = {}): any {
  return {
    id: fresh(),
    title,
    inspected_unit: { id: unit.id, name: unit.name },
    inspection: {
      name: '七届样例区委第三轮巡察',
      kind: 'regular',
      inspecting_body: '样例区委第二巡察组',
    },
    round_name: '第三轮',
    feedback_on: day(-80),
    concentrated_end_on: day(14),
    version: 1,
    ...more,
  }
}
world.programmes.push(
  programme('样例区农业农村局党组关于区委第二巡察组反馈意见的整改', units[1]),
  programme('样例区柳河镇党委巡察反馈意见整改', units[7]),
)
plant(world.programmes[0].id)
