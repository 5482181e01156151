// Words of the home page: what waits for somebody.
import type { Reach, View, Waiting } from '@/ledger/types'

export const waiting = {
  title: '等我办理',
  count: (n: number) => `共 ${n} 件`,
  waits: {
    claim: '认领',
    report: '报告进展',
    returned: '退回后再报',
    review: '审核',
    due_soon: '七天内到期',
    overdue: '已超期',
    stalled: '三十天没有新进展',
  } satisfies Record<Waiting, string>,
  sections: {
    measures: {
      claim: '',
      report: '待报告进展的措施',
      returned: '被退回的措施',
      review: '待审核的措施',
      due_soon: '七天内到期的措施',
      overdue: '已超期的措施',
      stalled: '三十天没有新进展的措施',
    },
    problems: {
      claim: '待认领的问题',
      report: '',
      returned: '被退回的销号申请',
      review: '待审核的销号申请',
      due_soon: '七天内到期的问题',
      overdue: '已超期的问题',
      stalled: '',
    },
  } satisfies Record<View, Record<Waiting, string>>,
  reach: { unit: '本单位', all: '我能看到的全部' } satisfies Record<Reach, string>,
  reach_label: '统计范围',
  reach_hint: {
    unit: '只列本单位承办的事项，下级单位承办的由下级单位办理；待审核的不受此限。',
    all: '列出您能看到的全部事项。',
  } satisfies Record<Reach, string>,
  show_empty: '显示没有事项的分类',
  see_all: (n: number) => `全部 ${n} 件`,
  none_in_section: '没有',
  nothing: '目前没有等您办理的事项。',
  nothing_hint: '问题待认领、措施待报告、材料被退回、有件待审核或期限将到时，会列在这里。',
  no_ledger: '您的账号不参与整改台账的办理，没有等您办理的事项。',
  no_ledger_hint: '您可以从左侧进入自己负责的工作。',
  handovers: '等我签字的责任交接',
  sign: '签字',
  extensions: '等我审批的延期申请',
  decide: '审批',
  open: '查看',
}
