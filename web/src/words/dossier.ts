// Words of the dossier.
const size = (bytes: number): string =>
  bytes >= 1 << 20 ? `${(bytes / (1 << 20)).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`

export const dossier = {
  hint: '按阶段列出应当归档的材料。会议纪要、督办文书、销号单、佐证材料等随办随归，其余的由整改办上传；不适用的写明理由。',
  of_programme: '档案',
  tally: (asked: number, filled: number, not_applicable: number, missing: number) =>
    `应归 ${asked} 项，已归 ${filled} 项，不适用 ${not_applicable} 项，尚缺 ${missing} 项`,
  complete: '材料齐全，可以封存。',
  only_missing: '只看尚缺的',
  open: '打开档案目录',
  save_catalogue: { docx: '目录 Word', xlsx: '目录 Excel' },
  stages: {
    feedback: '反馈',
    publication: '公开反馈',
    special_meeting: '专题会议',
    life_meeting: '民主生活会',
    plan: '整改方案',
    concentrated: '集中整改',
    reports: '整改报告',
    results: '公开整改',
    follow_up: '后续整改',
    evaluation: '成效评估',
  },
  marks: {
    filled: '已归档',
    missing: '尚缺',
    not_applicable: '不适用',
    dropped: '不归档',
    closed: '限知',
  },
  states: {
    asked: '应当归档',
    not_applicable: '不适用，本项整改工作没有这项材料',
    dropped: '不归档，不列入目录',
  },
  pieces: (n: number) => `${n} 件`,
  closed_hint: '由取得知悉权限的人员归档',
  by_itself: '系统自动归档',
  said: (by: string, day: string, reason: string) => `${by}　${day}　${reason}`,
  dropped_lines: (n: number) => `另有 ${n} 项不归档`,
  show_dropped: '显示',
  hide_dropped: '收起',
  upload: '上传',
  change: '修改',
  upload_into: (line: string) => `上传“${line}”`,
  change_of: (line: string) => `修改“${line}”`,
  add_line: '增加材料',
  saved: '已保存。',
  uploaded: '已归档。',
  file: {
    title: (line: string) => `归档：${line}`,
    choose: '文件',
    hint: (mb: number) => `PDF、Word、Excel、图片、OFD 等，最大 ${mb} MB。`,
    submit: '归档',
    sending: (percent: number) => `正在上传，${percent}%`,
    remove: '移除',
    remove_title: (name: string) => `移除“${name}”`,
    remove_hint: '移除后不再列入目录，原件和理由都保留。已经封存的不能移除。',
    facts: (one: {
      responsible: string
      document: string
      dated_on: string | null
      pages: number
    }) =>
      [one.responsible, one.document, one.dated_on ?? '', one.pages ? `${one.pages} 页` : '']
        .filter(Boolean)
        .join('　'),
  },
  fields: {
    file: '文件',
    name: '材料名称',
    stage: '所属阶段',
    state: '归档要求',
    reason: '理由',
    title: '题名',
    title_hint: '文件的标题，列入卷内目录。',
    responsible: '责任者',
    responsible_hint: '形成这份文件的单位或个人。',
    document: '文号',
    dated_on: '成文日期',
    pages: '页数',
    remark: '备注',
    remark_hint: '例如：原件存整改办。',
  },
  line: {
    change_title: (name: string) => `修改：${name}`,
    add_title: '增加应归档的材料',
    submit: '保存',
  },
  next: (n: number) => `待封存的 ${n} 件`,
  next_hint: '下一次封存时编入新的一卷，按下列顺序编号。',
  nothing_waits: '没有待封存的材料。',
  columns: {
    number: '件号',
    stage: '类别',
    title: '题名',
    responsible: '责任者',
    document: '文号',
    dated_on: '日期',
    pages: '页数',
    remark: '备注',
  },
  guarded: '限知',
  more: (n: number) => `再看 ${n} 件`,
  volumes: '已封存的卷',
  no_volumes: '还没有封存。材料齐全后封存成卷；以后补充的材料另立一卷。',
  volume: (n: number) => `第 ${n} 卷`,
  volume_facts: (pieces: number, files: number, bytes: number) =>
    `${pieces} 件，${files} 个文件，${size(bytes)}`,
  sealed: (by: string, when: string) => `${by}　${when} 封存`,
  was_missing: (names: string[], reason: string) =>
    `封存时尚缺：${names.join('、')}。说明：${reason}`,
  download: '下载',
  catalogue: '卷内目录',
  close_catalogue: '收起目录',
  check_hint:
    '下载的卷可以离线校验：运行 zhenggai verify-dossier 文件名，被改动、抽走或添加的文件会逐个指出。',
  seal: '封存',
  seal_title: '封存成卷',
  seal_hint: (n: number) => `${n} 件材料编入新的一卷，编号后不能再改；以后补充的材料另立一卷。`,
  seal_missing: (names: string[]) =>
    `还有 ${names.length} 项材料没有归档：${names.slice(0, 8).join('、')}${names.length > 8 ? '等' : ''}。`,
  seal_reason_hint: '材料不齐而现在封存的，写明理由，至少 5 个字。',
  sealing: '正在逐个核对文件，请稍候……',
  was_sealed: (n: number) => `已封存为第 ${n} 卷。`,
}
