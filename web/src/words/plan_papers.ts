// Words of the plan as an official document.
import type { LedgerAnnex, TaskLayout } from '@/documents/types'

export const plan_papers = {
  title: '整改方案',
  open: '文书',
  about: '最新一稿方案；还没有起草的，由台账、整改阶段和导入的方案生成',
  tasks: '任务和措施',
  layouts: { text: '分条叙述', table: '列表' } satisfies Record<TaskLayout, string>,
  annex: '附件台账',
  annexes: { least: '基本栏目', full: '全部栏目', none: '不附台账' } satisfies Record<
    LedgerAnnex,
    string
  >,
  hint: '分条叙述的，下载的 Word 改过以后仍可以从“导入方案”读回来，逐条对得上。',
}
