// Words of the quality page: what each check asks, and what a finding says.
import type { Check } from '@/ledger/quality_types'

type Facts = Record<string, string>
const missing: Record<string, string> = {
  both: '没有写明责任单位，也没有写明责任人。',
  unit: '只写了责任人，没有写明责任单位。',
  person: '只写了责任单位，没有写明责任人。',
}

const totals: Record<string, string> = { areas: '方面数', problems: '问题数', measures: '措施数' }

const open_ends: Record<string, string> = {
  both: '没有阶段目标，也没有下次复核日。',
  review: '没有下次复核日。',
  target: '没有阶段目标。',
}

export const quality = {
  hint: '逐条核对台账，列出报送前应当再看一眼的地方，最要紧的在前。只是提示，不影响办理；只核对您有权查看的行。',
  all: '全部',
  checks_label: '按核对内容查看',
  unit: '责任单位',
  all_units: '全部单位',
  no_unit: '（未写明单位）',
  unit_count: (unit: string, n: number) => `${unit || '（未写明单位）'}（${n}）`,
  names: {
    holder_missing: '责任不明',
    no_measures: '没有措施',
    total_differs: '总数不符',
    numbering_gap: '编号缺项',
    manifestation_uncovered: '表现没有措施',
    deadline_missing: '没有时限',
    day_impossible: '日期不合理',
    copied: '文字雷同',
    evidence_older: '佐证过早',
    evidence_reused: '佐证重复使用',
    uncounted: '成效没有数字',
    long_term_open: '长期坚持没有节点',
    vague: '措施空泛',
  } satisfies Record<Check, string>,
  meanings: {
    holder_missing: '没有写明由哪个单位、哪个人负责。措施没有单独写责任的，按所属问题看。',
    no_measures: '问题下面没有一条整改措施。',
    total_differs:
      '导入的方案写明的方面、问题、措施数，与台账现有的数不同。问题数按问题或按具体表现计都算相符。',
    numbering_gap: '按方案的编号排列，中间缺了几项，可能漏录。各方面重新编号的，按方面看。',
    manifestation_uncovered: '问题的措施都写明对应哪几个具体表现，唯独没有一条对应这一个。',
    deadline_missing: '既没有写完成日期，也没有写明立行立改、长期坚持等时限类型。',
    day_impossible: '完成时限早于反馈日期，或者措施的时限晚于所属问题的时限。',
    copied: '措施或进展的文字与别的单位、别的整改工作十分相近。同一单位自己重复的不算。',
    evidence_older: '材料上写明的日期早于反馈日期，可能不是整改形成的。',
    evidence_reused: '同一份文件用作不同单位措施的佐证。',
    uncounted: '已提交审核或已完成，文字说到制度、资金、追责等可以计数的事，却没有报告过数量。',
    long_term_open:
      '写明或已转入长期坚持，但没有下次复核日，或者措施没有阶段目标；在措施页面的“长期坚持”处补写。',
    vague: '只有“进一步加强”一类的话，没有文件、数字、期限或具体做法。',
  } satisfies Record<Check, string>,
  facts: (check: Check, facts: Facts): string => {
    if (check === 'holder_missing') return missing[facts.missing ?? 'both'] ?? ''
    if (check === 'total_differs')
      return `方案写明${totals[facts.what ?? ''] ?? ''} ${facts.declared}，台账现有 ${facts.standing}。`
    if (check === 'numbering_gap')
      return facts.from === facts.to
        ? `“${facts.printed}”之前缺第 ${facts.from} 项。`
        : `“${facts.printed}”之前缺第 ${facts.from} 至 ${facts.to} 项。`
    if (check === 'manifestation_uncovered') return `${facts.printed}没有措施对应。`
    if (check === 'day_impossible')
      return facts.against === 'feedback'
        ? `时限 ${facts.due_on}，早于反馈日期 ${facts.day}。`
        : `时限 ${facts.due_on}，晚于所属问题的时限 ${facts.day}。`
    if (check === 'long_term_open') return open_ends[facts.missing ?? 'review'] ?? ''
    if (check === 'copied')
      return `${facts.part === 'report' ? '进展' : '措施'}文字相近 ${facts.percent}%。`
    if (check === 'evidence_older')
      return `《${facts.file}》日期为 ${facts.dated}，反馈日期为 ${facts.feedback_on}。`
    if (check === 'evidence_reused') return `《${facts.file}》还用在另一单位的措施。`
    return ''
  },
  whole_ledger: '整本台账',
  views: { quality: '逐条核对', coverage: '问题与措施对照' },
  views_label: '质量核对的内容',
  coverage: {
    hint: '反馈的每个问题（写有具体表现的，每个表现）对着有几条措施，没有措施的在前。没有写明对应哪个表现的措施，算作对应问题的全部表现。',
    summary: (n: number, uncovered: number) =>
      uncovered ? `共 ${n} 项，其中 ${uncovered} 项没有措施` : `共 ${n} 项，都有措施`,
    columns: {
      problem: '问题',
      text: '问题或具体表现',
      unit: '责任单位',
      measures: '措施数',
      first: '第一条措施',
    },
    none: '台账里还没有问题。',
    no_measure: '没有措施',
    measures_unit: ' 条措施',
    not_seen: '不在您的查看范围内',
    more: (n: number) => `再看 ${n} 项`,
  },
  other: '相近的文字',
  other_row: '另一处',
  elsewhere_cut: '其他整改工作的措施较多，只与最近录入的 2,000 条作了比较。',
  summary: (n: number) => `共 ${n} 处`,
  none: '没有发现需要核对的地方。',
  more: (n: number) => `再看 ${n} 处`,
}
