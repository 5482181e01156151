// Words of taking rows away and of the bin they lie in.
import type { View } from '@/ledger/types'

const row_of = (view: View, number: number) => `${view === 'problems' ? '问题' : '措施'} ${number}`

export const bin = {
  title: '回收站',
  with_count: (total: number) => (total ? `回收站（${total}）` : '回收站'),
  hint: '录错、误导入的问题和措施移除后放在这里，到期以前可以恢复，编号不变。到期后清除，操作留痕一直保留。',
  empty: '回收站是空的。',
  row: row_of,
  and_measures: (count: number) => (count ? `连同 ${count} 条措施` : ''),
  why: (reason: string) => `移除理由：${reason}`,
  by_at: (by: string, at: string) => `${by} 于 ${at} 移除`,
  until: (day: string) => `可恢复至 ${day}`,
  restore: '恢复',
  restored: (view: View, number: number) => `${row_of(view, number)} 已恢复`,
  more: (rest: number) => `再看更早的（还有 ${rest} 项）`,
  remove: {
    checking: '正在核对能不能移除……',
    goes: '将从台账中移除：',
    and_manifestations: (count: number) => `以及 ${count} 条具体表现`,
    until: (day: string) =>
      `移除后放入回收站，可以恢复至 ${day}；编号留着，不给别的问题或措施使用。`,
    reason: '移除理由',
    reason_hint: '写明为什么录错或误导入，记入操作留痕。',
    submit: '移除',
    done: (view: View, number: number) => `${row_of(view, number)} 已移入回收站`,
  },
} as const
