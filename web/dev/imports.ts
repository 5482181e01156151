// The stub's imports: whatever file comes, the same invented plan is "read" from it.
import { no, type Routes } from './stub.ts'
import { fresh, now, plant, world } from './world.ts'

const empty = () => ({
  lead_leaders: [],
  responsible_leaders: [],
  lead_units: [],
  responsible_units: [],
  cooperating_units: [],
  handlers: [],
})
const lines = [
  '样例区农业农村局党组关于区委第二巡察组反馈意见的整改方案',
  '根据区委统一部署，现就反馈意见制定如下整改方案。',
  '一、整改任务',
  '（一）落实党的理论和路线方针政策方面',
  '1.理论学习中心组学习不够经常',
  '一是专题研讨少，以读文件代替研讨。',
  '二是学习记录不完整。',
  '整改措施：①制定年度学习计划，每季度至少开展一次专题研讨。②机关党委每半年检查一次学习记录。（牵头领导：甲主任；责任单位：机关党委；完成时限：6月底前）',
  '2.惠农补贴资金审核把关不严',
  '整改措施：①对补贴资金逐笔核查，多发、错发的限期追回。②建立发放前公示、发放后抽查制度。（责任领导：XX；责任单位：计划财务科；完成时限：X月X日前）',
  '（二）落实新时代党的组织路线方面',
  '4.党支部“三会一课”记录不规范',
  '整改措施：组织业务培训，覆盖全部支部书记和党务干部。',
  '二、保障措施',
  '（一）加强领导。成立整改工作领导小组。',
]
function read(): any {
  const of = (units: string[], leaders: string[]) => ({
    ...empty(),
    responsible_units: units,
    lead_leaders: leaders,
  })
  return {
    kind: 'plan',
    title: lines[0],
    declared: { areas: null, problems: null, measures: null },
    areas: [
      {
        number: '（一）',
        heading: '落实党的理论和路线方针政策方面',
        measures: [],
        source: { first: 4, last: 10 },
        problems: [
          {
            number: '1.',
            text: '理论学习中心组学习不够经常',
            source: { first: 5, last: 8 },
            responsibility: of(['机关党委'], ['甲主任']),
            deadline: { kind: 'date', text: '6月底前', date: '2027-06-30' },
            manifestations: [
              {
                number: '一是',
                text: '专题研讨少，以读文件代替研讨。',
                measures: [],
                source: { first: 6, last: 6 },
              },
              {
                number: '二是',
                text: '学习记录不完整。',
                measures: [],
                source: { first: 7, last: 7 },
              },
            ],
            measures: [
              {
                number: '①',
                text: '制定年度学习计划，每季度至少开展一次专题研讨。',
                source: { first: 8, last: 8 },
              },
              {
                number: '②',
                text: '机关党委每半年检查一次学习记录。',
                source: { first: 8, last: 8 },
              },
            ],
          },
          {
            number: '2.',
            text: '惠农补贴资金审核把关不严',
            source: { first: 9, last: 10 },
            manifestations: [],
            responsibility: { ...of(['计划财务科'], []), responsible_leaders: ['XX'] },
            deadline: { kind: 'date', text: 'X月X日前', date: null },
            measures: [
              {
                number: '①',
                text: '对补贴资金逐笔核查，多发、错发的限期追回。',
                source: { first: 10, last: 10 },
              },
              {
                number: '②',
                text: '建立发放前公示、发放后抽查制度。',
                source: { first: 10, last: 10 },
              },
            ],
          },
        ],
      },
      {
        number: '（二）',
        heading: '落实新时代党的组织路线方面',
        measures: [],
        source: { first: 11, last: 13 },
        problems: [
          {
            number: '4.',
            text: '党支部“三会一课”记录不规范',
            source: { first: 12, last: 13 },
            manifestations: [],
            measures: [
              {
                number: '',
                text: '组织业务培训，覆盖全部支部书记和党务干部。',
                source: { first: 13, last: 13 },
              },
            ],
          },
        ],
      },
    ],
    warnings: [
      { code: 'number_missing', at: 12, message: '编号不连续：缺第3项' },
      { code: 'placeholder', at: 10, message: '责任领导“XX”、完成时限“X月X日前”没有填写' },
      { code: 'measure_without_responsibility', at: 13, message: '措施没有写明责任单位和完成时限' },
      { code: 'declared_total_differs', at: 0, message: '全文没有写明问题总数，请自行核对' },
    ],
  }
}
function count(areas: any[]): any {
  const c = { areas: 0, problems: 0, manifestations: 0, measures: 0 }
  const live = (rows: any[] = []) => rows.filter((row) => !row.dropped)
  for (const area of live(areas)) {
    c.areas++
    c.measures += live(area.measures).length
    for (const problem of live(area.problems)) {
      c.problems++
      c.measures += live(problem.measures).length
      for (const one of live(problem.manifestations)) {
        c.manifestations++
        c.measures += live(one.measures).length
      }
    }
  }
  return c
}
const find = (id: string, version?: unknown) => {
  const found = world.imports.find((one: any) => one.id === id)
  if (!found) throw no(404, 'no_such_import')
  if (version !== undefined && Number(version) !== found.version)
    throw no(409, 'somebody_else_changed_it', '', { version: found.version })
  return found
}

export const import_routes: Routes = [
  [
    'POST',
    /^\/imports$/,
    async (ask) => {
      await new Promise((done) => setTimeout(done, 700))
      const name = ask.query.get('name') ?? ''
      if (!/\.(docx?|wps|xlsx|txt|md|html?|pdf)$/i.test(name))
        throw no(415, 'format_not_readable', 'file', { name })
      const document = read()
      const made = {
        id: fresh(),
        programme_id: ask.query.get('programme'),
        file_name: name,
        kind: document.kind,
        title: document.title,
        uploaded_at: now(),
        by: ask.account.person.name,
        version: 1,
        state: 'read',
        counts: count(document.areas),
        warnings: document.warnings,
        unresolved_names: ['甲主任', '机关党委', 'XX'],
        document,
        draft: { areas: document.areas },
        paragraphs: lines.map((text, i) => ({ number: i + 1, text, kind: 'paragraph', cells: [] })),
      }
      world.imports.unshift(made)
      return made
    },
  ],
  [
    'GET',
    /^\/imports$/,
    ({ query }) => ({
      rows: world.imports.filter((one: any) => one.programme_id === query.get('programme')),
    }),
  ],
  ['GET', /^\/imports\/([^/]+)$/, (_, id) => find(id!)],
  [
    'PUT',
    /^\/imports\/([^/]+)\/draft$/,
    ({ body }, id) => {
      const one = find(id!, body.version)
      return Object.assign(one, {
        draft: { areas: body.areas },
        counts: count(body.areas),
        version: one.version + 1,
      })
    },
  ],
  [
    'POST',
    /^\/imports\/([^/]+)\/check$/,
    ({ body }, id) => ({
      created: { ...find(id!).counts, units: body.create_units ? 1 : 0 },
      changed: [],
      gone: [],
      untouched: 0,
      kept_by_people: [],
      errors: [],
      warnings: find(id!).warnings,
    }),
  ],
  [
    'PUT',
    /^\/imports\/([^/]+)\/confirmation$/,
    ({ body }, id) => {
      const one = find(id!, body.version)
      plant(one.programme_id)
      return Object.assign(one, { state: 'confirmed', version: one.version + 1 })
    },
  ],
  [
    'DELETE',
    /^\/imports\/([^/]+)\/confirmation$/,
    ({ query }, id) => {
      const one = find(id!, query.get('version'))
      for (const list of ['areas', 'problems', 'measures'])
        world[list] = world[list].filter((row: any) => row.programme !== one.programme_id)
      return Object.assign(one, { state: 'undone', version: one.version + 1 })
    },
  ],
  [
    'DELETE',
    /^\/imports\/([^/]+)$/,
    (_, id) => {
      world.imports = world.imports.filter((one: any) => one.id !== id)
    },
  ],
]
