// Words of changes of many rows at once, and of the record of them.
import type { Batch, BulkChange, Counts, HolderWay, Outcome } from '@/ledger/bulk/types'
import type { View } from '@/ledger/types'
import { ledger } from './ledger'

const level = (view: View) => (view === 'problems' ? '个问题' : '条措施')

export const bulk = {
  tick_page: '勾选本页各行',
  tick: (name: string) => `勾选${name}`,
  ticked: (n: number, view: View) => `已选 ${n} ${level(view)}`,
  all_ticked: (n: number, view: View) => `已选符合条件的全部 ${n} ${level(view)}`,
  take_all: (n: number) => `改选符合条件的全部 ${n} 条`,
  change: '批量修改',
  drop: '取消选择',
  title: (n: number, view: View) => `批量修改 ${n} ${level(view)}`,
  ask_hint: '只写要改的，其余各项保持原样。下一步先逐行列出会改成什么，您确认以后才写入台账。',
  deadline: '完成时限',
  change_deadline: '修改完成时限',
  demands: '应报成效',
  change_demands: '修改应报成效',
  way_label: (role: string) => `怎样修改${role}`,
  keep: '不改',
  ways: {
    replace: '改为',
    add: '增加',
    remove: '去掉',
    swap: '换人',
  } satisfies Record<HolderWay, string>,
  unit_swap: '换单位',
  swap_from: '原来的',
  swap_to: '换成',
  clears: '不填就是清空',
  preview: '下一步：看会改成什么',
  back: '上一步',
  filter: '按结果查看',
  all: '全部',
  will: {
    changed: '将修改',
    unchanged: '本来如此',
    refused: '不能修改',
    changed_meanwhile: '他人已改',
  } satisfies Record<Outcome, string>,
  was: {
    changed: '已修改',
    unchanged: '本来如此',
    refused: '不能修改',
    changed_meanwhile: '他人已改，未动',
  } satisfies Record<Outcome, string>,
  was_undoing: {
    changed: '已恢复',
    unchanged: '本来如此',
    refused: '不能恢复',
    changed_meanwhile: '他人已改，未动',
  } satisfies Record<Outcome, string>,
  count: (label: string, n: number) => `${label} ${n}`,
  columns: { row: { measures: '措施', problems: '问题' }, outcome: '结果', what: '内容' },
  unchanged: '已经是这样，不作改动',
  meanwhile: '您查看之后，别人改过这一行，所以没有动它。请核对后另行修改。',
  meanwhile_undoing: '批量修改之后，又有人改过这一行，所以没有恢复。请核对后另行修改。',
  changed_since: '后来又有人改过',
  gone: '不在您可以查看的范围内，或者已经不在台账中',
  more: (n: number) => `再显示 ${n} 行`,
  nothing_changes: '没有一行会改变，请返回上一步重新选择。',
  reason: '修改理由',
  reason_hint: '至少 5 个字，记入每一行的修改记录，承办单位可以看到。',
  tell: '告知承办单位（每个单位只发一条消息）',
  apply: (n: number) => `修改 ${n} 行`,
  done: (counts: Counts) => {
    const left = counts.refused + counts.changed_meanwhile
    return (
      `已修改 ${counts.changed} 行` + (left ? `，${left} 行没有修改，原因见下表。` : '，全部完成。')
    )
  },
  undo: '撤销这次修改',
  undo_title: '撤销批量修改',
  undo_hint: (counts: Counts) =>
    `把 ${counts.changed - counts.changed_since} 行恢复为修改前的内容。` +
    (counts.changed_since
      ? `有 ${counts.changed_since} 行后来又有人改过，不会动，撤销后逐行列出。`
      : ''),
  undo_reason: '撤销理由',
  undo_submit: '撤销',
  undone: (counts: Counts) => {
    const left = counts.refused + counts.changed_meanwhile
    return `已恢复 ${counts.changed} 行` + (left ? `，${left} 行没有恢复，原因见下表。` : '。')
  },
  record: '批量修改记录',
  to_record: '批量记录',
  record_hint: '每一次批量修改，谁、什么时候、为什么、改了什么；整批撤销也记在这里。',
  record_empty: '还没有批量修改过。在台账中勾选若干行，就可以一次修改。',
  one: '批量修改',
  one_undoing: '撤销批量修改',
  is_undone: '已撤销',
  see_undoing: '查看撤销的情况',
  see_undone: '查看被撤销的那一次',
  by_at: (by: string, at: string) => `${by}　${at}`,
  counts: (batch: Batch) => {
    const { changed, unchanged, refused, changed_meanwhile } = batch.counts
    const parts = [`${batch.undoes ? '恢复' : '修改'} ${changed} ${level(batch.view)}`]
    if (unchanged) parts.push(`本来如此 ${unchanged}`)
    if (refused) parts.push(`不能修改 ${refused}`)
    if (changed_meanwhile) parts.push(`他人已改 ${changed_meanwhile}`)
    return parts.join('，')
  },
  /** In the history of one row. */
  in_history: (reason: string, n: number) => `${reason} · ${n} 行`,
  what_of: (batch: Batch): string =>
    (batch.undoes ? '撤销：' : '') + bulk.what(batch.change).join('；'),
  what: (change: BulkChange): string[] => {
    const said: string[] = []
    if (change.deadline)
      said.push(
        `完成时限改为“${change.deadline.text || change.deadline.date || ledger.deadline(change.deadline)}”`,
      )
    for (const { role, way, holders, instead_of } of change.holders) {
      const name = ledger.roles[role]
      const names = holders.map((one) => one.name).join('、')
      if (way === 'swap') said.push(`${name}由“${instead_of?.name ?? ''}”换成“${names}”`)
      else if (!names) said.push(`清空${name}`)
      else said.push(`${name}${bulk.ways[way]}“${names}”`)
    }
    if (change.demands)
      said.push(
        change.demands.length
          ? `应报成效改为“${ledger.results_named(change.demands)}”`
          : '不再要求应报成效',
      )
    return said
  },
}
