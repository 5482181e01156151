// Words of the board: rows counted by unit, leader, area, month and state.
import type { GroupBy } from '@/ledger/board/types'

const by_names: Record<GroupBy, string> = {
  unit: '责任单位',
  leader: '牵头领导',
  area: '方面',
  month: '到期月份',
  status: '状态',
}
const nobody: Record<GroupBy, string> = {
  unit: '（未写明单位）',
  leader: '（未写明牵头领导）',
  area: '（不属于任何方面）',
  month: '（没有到期日）',
  status: '（未知）',
}

export const board = {
  title: '看板',
  shapes: { list: '列表', board: '看板' },
  shape: '显示方式',
  by: '按什么汇总',
  by_names,
  by_name: (by: GroupBy) => `按${by_names[by]}`,
  hint: '每一行只计一次：有几个责任单位或牵头领导的，计在第一个名下。点数字查看是哪些行。',
  label: (by: GroupBy) => `按${by_names[by]}和状态汇总`,
  nobody: (by: GroupBy) => nobody[by],
  total: '合计',
  sum: '合计',
  overdue: '超期',
  overdue_in: (n: number) => `超期 ${n}`,
  done_share: '完成率',
  done_share_hint: '已完成的占全部的比例，长期坚持的不算完成',
  percent: (n: number) => `${n}%`,
  see: (name: string, what: string, n: number) => `${name}，${what} ${n} 条`,
  none: '没有符合条件的行',
  group: '汇总分组',
  /** "unit:财政局" as it stands in the address. */
  group_key: (key: string) => {
    const colon = key.indexOf(':')
    const by = key.slice(0, colon) as GroupBy
    const name = key.slice(colon + 1)
    return `${by_names[by] ?? by}：${name || (nobody[by] ?? '')}`
  },
}
