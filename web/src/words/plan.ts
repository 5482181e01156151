// Words of the import conversation.
import type { ImportCounts } from '@/plan/types'

const counts = (c: ImportCounts) =>
  [
    c.areas ? `${c.areas} 个方面` : '',
    c.problems ? `${c.problems} 个问题` : '',
    c.manifestations ? `${c.manifestations} 条具体表现` : '',
    c.measures ? `${c.measures} 条措施` : '',
  ]
    .filter(Boolean)
    .join('、')

export const plan = {
  imports: '导入',
  import_plan: '导入方案',
  steps: ['上传文件', '识别结果', '核对报告', '完成'],
  list: {
    file_name: '文件',
    kind: '类型',
    uploaded_at: '上传时间',
    by: '上传人',
    counts: '识别内容',
    state: '状态',
    empty: '还没有导入过文件',
    empty_hint:
      '把整改方案（Word、Excel 或文本）导入进来，系统会识别出方面、问题、措施、责任和时限，核对无误后生成台账。',
    go_on: '继续',
    look: '查看',
    discard: '丢弃',
    discard_ask: (name: string) => `丢弃“${name}”的识别结果。已导入台账的内容不受影响。`,
    states: { read: '待核对', confirmed: '已导入', undone: '已撤销' },
  },
  kinds: {
    plan: '整改方案',
    progress_report: '进展情况报告',
    feedback: '反馈意见',
    principal_report: '主要负责人报告',
    life_meeting_plan: '民主生活会方案',
    ledger_table: '台账表格',
    other: '其他文件',
  } as Record<string, string>,
  counts,
  upload: {
    sample: '下载示例方案试一试',
    title: '选择要导入的文件',
    drop: '把文件拖到这里，或者',
    choose: '选择文件',
    formats:
      '可以导入：Word（.docx、.doc、.wps）、Excel 台账（.xlsx）、文本（.txt、.md、.html）、PDF。单个文件不超过 100 MB。',
    accept: '.docx,.doc,.wps,.xlsx,.txt,.md,.html,.htm,.pdf',
    what: '接下来会发生什么',
    explain: [
      '系统在本机读取文件，识别方面、问题、具体表现、措施、责任和时限；不会联网。',
      '识别结果与原文并排显示，您可以逐条修改，去掉不需要的行，合并被拆开的行。',
      '核对报告列出将要新建和变动的内容；点“确认导入”之前，台账不会有任何变化。',
      '导入以后，只要还没有人办理，就可以整批撤销。',
    ],
    reading: (name: string) => `正在读取“${name}”…`,
    stop: '停止',
  },
  document: {
    source: '原文',
    result: '识别结果',
    next: '核对',
    save: '保存修改',
    saving: '正在保存…',
    all_saved: '修改已保存',
    unsaved: '有未保存的修改',
    undo: '撤销一步',
    redo: '恢复一步',
    warnings: (n: number) => `需要留意 ${n} 处`,
    no_warnings: '没有发现需要留意的地方',
    warning_at: (n: number) => `第 ${n} 段`,
    warning_whole: '全文',
    filter_empty: '没有识别出问题和措施',
    filter_empty_hint:
      '这份文件里没有找到整改任务一类的内容。请确认选对了文件；如果内容在图片里，需要先转成文字。',
    level: { area: '方面', problem: '问题', manifestation: '表现', measure: '措施' },
    number: '编号',
    text: '文字',
    promote: '升一级',
    demote: '降一级',
    drop: '不导入',
    restore: '恢复导入',
    join: '与上一条合并',
    responsibility: '责任',
    deadline: '时限',
    no_responsibility: '未写明责任',
    no_deadline: '未写明时限',
    inherited: '同上级',
    paragraphs: (first: number, last: number) =>
      first === last ? `第 ${first} 段` : `第 ${first}—${last} 段`,
    names_hint: '多个名称用顿号或分号隔开',
    unnamed_area: '（未分方面）',
    dropped: '不导入',
    title: '文件标题',
    counted: (c: ImportCounts) => `识别出 ${counts(c) || '0 条内容'}`,
    expand_all: '全部展开',
    collapse_all: '收起到问题',
    confirmed: '这份文件已经导入，不能再修改识别结果。',
    edit_row: (level: string, number: string) => `修改${level} ${number}`,
  },
  check: {
    title: '核对报告',
    nothing_written: '以下内容还没有写入台账。',
    created: '新建',
    phases: (phases: number, milestones: number) =>
      `按方案设置 ${phases} 个阶段的起止日期` +
      (milestones ? `，布置 ${milestones} 项尚未到期的节点任务` : ''),
    changed: '变动',
    gone: '原台账有、这次文件里没有',
    gone_hint: '这些行会原样保留，不会删除。',
    untouched: (n: number) => `${n} 行与现有台账一致，不作改动。`,
    kept: '已由人工修改，保留人工修改',
    kept_hint: '文件中的内容与人工修改过的不同。导入不会覆盖人工修改的内容。',
    create_units: '按文件中的名称新建尚未登记的单位',
    unresolved: (n: number) => `文件中有 ${n} 个名称没有对应到已登记的单位或人员：`,
    unresolved_hint: '不新建也可以导入，名称照原文保留，以后再对应。',
    errors: (n: number) => `有 ${n} 处错误，改正后才能导入`,
    warnings: (n: number) => `需要留意 ${n} 处`,
    go_back: '返回修改',
    confirm: (c: ImportCounts, changed: number) => {
      const made = counts(c)
      const parts = [
        made ? `新建 ${made.replace(/、/g, ' ')}` : '',
        changed ? `变动 ${changed} 处` : '',
      ]
      const all = parts.filter(Boolean).join('，')
      return all ? `确认导入：${all}` : '确认导入（没有变化）'
    },
    units: (n: number) => `${n} 个单位`,
    confirming: '正在写入台账…',
    checking: '正在核对…',
    old: '现有',
    fresh: '文件中',
    field: '内容',
    row: '所在行',
  },
  done: {
    title: '导入完成',
    undone_title: '这次导入已撤销',
    text: (c: ImportCounts) => `台账已新建 ${counts(c) || '0 条内容'}。`,
    undone_text: '由这次导入新建的行已移出台账。文件和识别结果仍保留，可以重新核对后导入。',
    ledger: '打开台账',
    problems: '按问题查看',
    again: '再导入一份文件',
    undo: '撤销这次导入',
    undo_ask: '撤销后，由这次导入新建的方面、问题、措施将移出台账。已有人办理时不能撤销。',
    undo_hint: '在有人办理之前，都可以整批撤销。',
    recheck: '重新核对',
  },
}
