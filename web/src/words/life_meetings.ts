// Words of life meetings.
import { ledger } from './ledger'

const problem_status = ledger.problem_status
type StatusKey = keyof typeof problem_status | ''
const parts = {
  principal: '主要负责人',
  member: '班子成员',
  sits_in: '列席',
  guide: '到会指导',
  recorder: '记录人',
}
const consultation_kinds = {
  ask: '请示',
  report: '报告',
  guidance: '接受指导',
  inspection: '接受检查',
}
const lengths = { half_day: '半天', whole_day: '一天' }

export const life_meetings = {
  title: '民主生活会',
  hint: '围绕巡视巡察反馈意见召开的专题民主生活会，从方案报审到会后整改、归档都在这里办理。只有参会人员、承办人和督导的上级机关看得到。',
  none: '还没有民主生活会',
  none_hint: '可以从已有的方案文件读入，也可以直接填写。',
  none_reader: '您参加或者承办的民主生活会在这里查看。',
  more: (n: number) => `再看 ${n} 次`,
  states: {
    planning: '拟订方案',
    submitted: '方案报审中',
    approved: '方案已批准',
    called: '已通知',
    running: '正在开会',
    closed: '已结束',
    cancelled: '已取消',
  },
  parts,
  lengths,
  duties: {
    draft: '起草材料',
    notify: '通知联络',
    record: '会议记录',
    invite: '邀请接待',
    compile: '汇编材料',
    publish: '通报公开',
    support: '会务保障',
  },
  acts: {
    edit: '修改方案',
    change_people: '调整人员',
    submit: '报审',
    decide: '提出审核意见',
    revise: '修订方案',
    call: '登记通知已发出',
    postpone: '改期',
    do_step: '登记步骤',
    run: '开会',
    close: '会议结束',
    cancel: '取消会议',
  },
  tabs: { plan: '方案与步骤' },
  when_where: (one: {
    held_on: string
    begins_at: string
    length: keyof typeof lengths
    place: string
  }) => `${one.held_on} ${one.begins_at}，会期${lengths[one.length]}，${one.place}`,
  host: (principal: string, team: number) => `主持 ${principal}，班子 ${team} 人`,
  people: '参会人员',
  participant: (one: { part: keyof typeof parts; name: string; title: string }) =>
    [parts[one.part], one.name, one.title].filter(Boolean).join('　'),
  usual_title: '巡视巡察整改专题民主生活会',
  begin: '筹备民主生活会',
  begun: '已建立，请核对步骤后报审。',
  back: '返回方案',
  saved: '已保存。',
  submitted: '已报审。',
  called: '已登记，参会人员会收到消息。',
  reviewed: '意见已提出。',
  postponed: '已改期，未完成的步骤按新的日期重排。',
  team_count: (n: number) => `班子 ${n} 人，按发言顺序排列`,
  leave: '不再参加',
  leaves: (name: string) => `${name}不再参加`,
  leave_hint:
    '姓名和此前的材料仍留在记录中；不再计入应到人数和各项要求。原因只有承办人、督导的上级机关和本人看得到。',
  left: (on: string, reason: string) => `${on} 起不再参加${reason ? `：${reason}` : ''}`,
  join: '增加人员',
  demands_title: '要求',
  demands: {
    study_hours_min: '每人学习不少于（学时）',
    criticisms_each_min: '每人对其他每名成员的批评意见不少于（条）',
    plan_days: '方案在会前几天报上级（天）',
    drafts_days: '材料在会前几天定稿（天）',
    report_days: '会后几天内报送情况报告（天）',
  },
  demands_of: (d: {
    study_hours_min: number
    criticisms_each_min: number
    plan_days: number
    drafts_days: number
    report_days: number
  }) =>
    `每人学习 ${d.study_hours_min} 学时以上，对其他每名成员提批评意见 ${d.criticisms_each_min} 条以上；` +
    `方案会前 ${d.plan_days} 天报上级，材料会前 ${d.drafts_days} 天定稿，会后 ${d.report_days} 天内报送情况报告`,
  duties_title: '任务分工',
  moved_title: '改期',
  moved: (one: { held_on: string; moved_to: string; reason: string; by: string }) =>
    `由 ${one.held_on} 改到 ${one.moved_to}：${one.reason}（${one.by}）`,
  cancelled_because: (reason: string) => `会议已取消：${reason}`,
  papers_title: '文书',
  papers: { plan: '会议方案', request: '召开会议的请示', notice: '会议通知', duties: '任务分工表' },
  seats: {
    office: '整改办',
    contact_leader: '联系领导',
    inspection_office: '巡视巡察办',
    organisation_department: '组织部门',
    discipline_office: '纪检监察机关',
  },
  verdicts: { agreed: '同意', returned: '退回修改' },
  review_title: '审核',
  said: (one: { round: number; said_by: string; entered_by: string }, when: string) =>
    `第 ${one.round} 轮　${one.said_by}　${when}${one.entered_by ? `　${one.entered_by}代录` : ''}`,
  waiting: (days: number) => (days > 0 ? `等待提出意见，已等 ${days} 天` : '等待提出意见'),
  edition: (n: number, reason: string) => `第 ${n} 稿：${reason}`,
  on_paper_hint: '联系领导没有系统账号的，由承办人按书面意见代录，代录人一并留痕。',
  postpone_hint: (one: { held_on: string; begins_at: string }) =>
    `原定 ${one.held_on} ${one.begins_at}。改期后，没有完成的步骤按新的日期重排；已经发出通知的，须重新通知。`,
  reason_hints: {
    revise: '修订后方案回到拟订阶段，须重新报审。',
    cancel: '取消后不能恢复，已有记录仍然保留。',
  },
  consultations: {
    title: '与巡视巡察办沟通',
    hint: '向巡视巡察办请示、报告，接受指导、检查，逐件登记；答复由巡视巡察办在系统内作出，或者按书面答复登记。主要负责人、承办人和督导的上级机关看得到。',
    none: '还没有登记。',
    waiting: (n: number) => `${n} 件请示等待答复。`,
    unanswered: '等待答复',
    kinds: consultation_kinds,
    head: (one: {
      number: number
      kind: keyof typeof consultation_kinds
      held_on: string
      person: string
    }) => `第 ${one.number} 件　${consultation_kinds[one.kind]}　${one.held_on}　${one.person}`,
    answered: (one: { answered_on: string; answered_by: string; entered_by: string }) =>
      `${one.answered_on}　${one.answered_by}答复${one.entered_by ? `（${one.entered_by}代录）` : ''}`,
    enter: '登记请示报告',
    enter_hint: '登记后巡视巡察办会收到消息。涉及国家秘密的内容不要写在这里。',
    entered: '已登记，巡视巡察办会收到消息。',
    kind: '类别',
    held_on: '日期',
    words: '内容',
    person: '由谁办理',
    give_answer: '答复',
    record_answer: '登记书面答复',
    answer_hint: '答复保存后不能再改。',
    answer: '答复内容',
    answered_on: '答复日期',
    answered_by: '谁作的答复',
    answer_saved: '答复已保存。',
    drop: '撤销',
    dropped: '已撤销。',
  },
  earlier: {
    title: '上次会议的整改措施',
    from: (one: { title: string; held_on: string }) =>
      `取自 ${one.held_on} “${one.title}”的整改清单，办到哪一步以整改台账为准。`,
    no_meeting: '系统里没有本单位上次民主生活会的整改清单，可以把上次的措施粘贴在这里，一行一项。',
    paste: '上次会议的整改措施，一行一项',
    none: '上次会议的清单里没有这一部分。',
    line: (one: { measure: string; problem: string; status: StatusKey }, name: string) =>
      `${name ? `${name}　` : ''}${one.measure || one.problem}${one.status ? `（台账：${problem_status[one.status]}）` : ''}`,
    outcome: (status: StatusKey) => (status ? `台账显示：${problem_status[status]}。` : ''),
    section: (at: number, one: { measure: string; problem: string; status: StatusKey }) =>
      `${at}．${(one.measure || one.problem).replace(/[。；]+$/, '')}。` +
      (one.status ? `台账显示：${problem_status[one.status]}。` : ''),
    take: '填入',
    take_of: (at: number) => `填入第 ${at} 项`,
    take_all: (n: number) => `全部填入（${n} 项）`,
  },
  focus_check: {
    title: '方案是否紧扣反馈',
    hint: '系统按字词比对作出的提示，不影响保存、报审和审核，请自行判断。',
    good: (areas: number) => `主题和对照检查重点与反馈的 ${areas} 个方面都对得上。`,
    no_areas: '整改台账还没有分方面列出问题，无法核对对照检查重点。',
    theme: '会议主题没有提到巡视巡察、反馈意见或者整改。',
    theme_why: '专题民主生活会的主题应当紧扣反馈意见。',
    missed: (heading: string) => `反馈的“${heading}”，没有一条对照检查重点与它对得上。`,
    adrift: (lines: string[]) =>
      `${lines.map((line) => `“${line}”`).join('、')}与反馈的各个方面都对不上。`,
    adrift_why: '反馈没有指出这方面的问题。如果是上级另有要求，可以保留。',
    how: '怎么核对的',
    none_taken: '没有对上的',
    taken: (one: { line: string; line_words: string; area_words: string }) => {
      if (one.line === one.line_words) return `“${one.line}”（文字相近）`
      return one.line_words === one.area_words
        ? `“${one.line}”（都说到“${one.line_words}”）`
        : `“${one.line}”（“${one.line_words}”与“${one.area_words}”是同一类问题）`
    },
  },
  steps_title: '步骤和时限',
  steps_hint: '天数从开会当天算起，会前填负数，会后填正数；工作日按国务院公布的调休安排计算。',
  set_steps: '调整步骤',
  add_step: '增加一步',
  do_step: '登记完成',
  change_step: '更正',
  counting: { natural: '自然日', working: '工作日' },
  rule_of: (step: { kind: string; days: number; counting: 'natural' | 'working' }) => {
    if (step.kind === 'sitting') return '开会当天'
    const unit = step.counting === 'working' ? '个工作日' : '天'
    if (step.days === 0) return '开会当天'
    return step.days < 0 ? `会前 ${-step.days} ${unit}` : `会后 ${step.days} ${unit}`
  },
  due_in: (days: number) => {
    if (days < 0) return `超期 ${-days} 天`
    return days === 0 ? '今天到期' : `还有 ${days} 天`
  },
  done_on: (on: string, by: string) => `已完成 ${on}${by ? `　${by}` : ''}`,
  not_done_hint: '清空日期即撤销完成。',
  home: {
    reviews: '等您审核的民主生活会方案',
    review: '去审核',
    steps: '民主生活会到期的步骤',
    step: '去办理',
    held: (on: string, days: number) =>
      days >= 0 ? `${on} 开会，还有 ${days} 天` : `原定 ${on} 开会，已过 ${-days} 天`,
  },
  reading: {
    title: '读入方案',
    bring: '从方案文件读入',
    hint: '可以读 Word、WPS 和文本。读到的内容填入下面的表单，原文列在旁边，核对后再保存。',
    busy: '正在读取……',
    several: (file: string, n: number) => `“${file}”里有 ${n} 份方案，请选定一份：`,
    plan: (n: number, title: string) => `第 ${n} 份　${title.slice(0, 40)}`,
    taken: '读到的内容已填入表单。文件中没有写明的（如 xx 月 xx 日）没有代填，请补全。',
    steps: (n: number) => `文件中写的步骤（${n} 项）`,
    due: (words: string) => `（${words}）`,
  },
  fields: {
    title: '会议名称',
    theme: '会议主题',
    theme_hint: '紧扣巡视巡察反馈意见。',
    basis: '依据',
    basis_hint: '上级通知的文号，或者有关法规。',
    focus: '对照检查重点',
    focus_hint: '一行一项。可以先选一份清单，再按本单位反馈意见修改。',
    checklist: '选用清单',
    choose_items: (name: string) => `从“${name}”中选`,
    items_chosen: (n: number) => `加入选中的 ${n} 项`,
    sessions: '场次安排',
    sessions_hint: '会期一天的，一行一场，如“上午：……”。',
    held_on: '会议日期',
    day_stays: '改日期请办理“改期”，须写明理由。',
    new_day: '新的日期',
    begins_at: '开始时间',
    length: '会期',
    place: '会议地点',
    contact_leader: '联系领导',
    contact_hint: '方案经整改办审核后送联系领导；没有的不填。',
    participants: '参会人员名单',
    people_hint: '按发言顺序排列。主要负责人只能有一位；记录人可以有两位。',
    part: '身份',
    name: '姓名',
    name_of: (n: number) => `第 ${n} 位的姓名`,
    post: '职务',
    post_of: (n: number) => `第 ${n} 位的职务`,
    up: (name: string) => `${name}上移`,
    down: (name: string) => `${name}下移`,
    take_out: (name: string) => `删去${name}`,
    add_person: '增加一位',
    duties: '谁来承担',
    duties_hint: '报审前须写明起草材料和会议记录由谁承担。',
    source: (text: string) => `原文：${text}`,
    reason: '理由',
    verdict: '审核结论',
    words: '意见',
    said_by: '提出意见的人',
    done_on: '完成日期',
    remark: '备注',
    left_on: '从哪天起',
    step: (n: number) => `第 ${n} 步`,
    days: (step: string) => `${step}的天数`,
    counting: (step: string) => `${step}按什么日算`,
    drop_step: (step: string) => `删去${step}`,
  },
}
