// Words of comparing the ledger of two days.
export const changes = {
  from: '从',
  to: '到',
  compare: '比较',
  hint: '比较两天结束时的台账：哪些行是新增的，哪些内容变了，原来是什么、现在是什么。',
  view: '按什么比较',
  views: { measures: '措施', problems: '问题' } as Record<string, string>,
  spans: { week: '近一周', half_month: '近半月', month: '近一月' },
  summary: (rows: number, fresh: number, reports: number) =>
    `有变化的 ${rows} 行，其中新增 ${fresh} 行；期间报告进展 ${reports} 次。`,
  summary_of_page: (rows: number, reports: number) =>
    `有变化的 ${rows} 行；期间报告进展 ${reports} 次。`,
  none: '这段时间没有变化。',
  is_new: '新增',
  as_before: '改过，又改回原样',
  last: (by: string, at: string) => `最后改动：${by}　${at}`,
  more: (n: number) => `再看 ${n} 行`,
  print: '打印',
}
