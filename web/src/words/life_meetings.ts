// Words of life meetings.
const parts = {
  principal: '主要负责人',
  member: '班子成员',
  sits_in: '列席',
  guide: '到会指导',
  recorder: '记录人',
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
  fields: {
    theme: '会议主题',
    basis: '依据',
    focus: '对照检查重点',
  },
}
