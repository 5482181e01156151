// Words of the journal's pages. What acts, subjects and fields are called stands in the catalogue that
// the program itself uses for its tables.
import catalogue from '@contract/journal.zh-CN.json'

const acts = catalogue.acts as Record<string, string>
const kinds = catalogue.kinds as Record<string, string>
const fields = catalogue.fields as Record<string, string>
const values = catalogue.values as Record<string, Record<string, string>>
export const installation = 'installation'

export const audit = {
  title: '操作留痕',
  hint: '每一次登录、办理、授权和导出都有留痕，只增不改。台账内容只显示改了哪些项，不显示文字。',
  integrity: '留痕校验',
  act: (code: string) => acts[code] ?? code,
  kind: (code: string) => kinds[code] ?? code,
  field: (code: string) => fields[code] ?? code,
  value: (field: string, value: string) => {
    const names = values[field === 'asked_role' ? 'role' : field]
    if (!names || !value) return value
    return value
      .split(', ')
      .map((one) => names[one] ?? one)
      .join('、')
  },
  groups: Object.entries(catalogue.groups).map(([code, group]) => ({
    code,
    label: group.words,
    acts: group.acts,
  })),
  kinds: Object.entries(kinds)
    .filter(([code]) => code !== installation)
    .map(([value, label]) => ({ value, label })),
  whole_group: (label: string) => `${label}（全部）`,
  /** 账号 lihua（李华）, 问题 12 */
  subject: (one: {
    kind: string
    id: string
    name: string
    person: string
    number: number | null
  }) => {
    let text = audit.kind(one.kind)
    if (one.number !== null) text += ` ${one.number}`
    else if (one.name) text += ` ${one.name}`
    else if (one.kind === 'calendar' || one.kind === 'journal_entry') text += ` ${one.id}`
    return one.person ? `${text}（${one.person}）` : text
  },
  /** What nobody did, the program did. */
  actor: (act: string, name: string) => (act === 'anchor_chains' ? '程序' : name),
  chain: (chain: string, title: string) => (chain === installation ? '系统' : title || chain),
  filter: {
    label: '查询条件',
    from: '起始日期',
    to: '截止日期',
    actor: '操作人',
    actor_hint: '姓名或账号',
    act: '操作',
    any_act: '全部操作',
    kind: '对象类别',
    any_kind: '全部对象',
    subject: '对象',
    subject_hint: '名称、账号或编号',
    chain: '整改工作',
    any_chain: '全部',
    of_none: '不属于整改工作的',
    text: '内容含有',
    details: '显示锚定和批量明细',
    search: '查询',
    reset: '清除条件',
  },
  columns: {
    at: '时间',
    actor: '操作人',
    act: '操作',
    subject: '对象',
    programme: '整改工作',
    address: '来源地址',
  },
  empty: '没有符合条件的留痕',
  empty_hint: '请放宽日期或清除部分条件后再查。',
  more: '再显示一页',
  shown: (n: number, more: boolean) => (more ? `已显示 ${n} 条，还有更早的` : `共 ${n} 条`),
  export_table: '导出 CSV',
  export_signed: '签名导出',
  exported: '已导出，本次导出已留痕',
  signing: '签名公钥指纹',
  signing_hint:
    '签名导出的文件任何人都可以用 zhenggai verify-export 离线校验；请把这个指纹另行告知收件人，供其核对。',
  panel: {
    title: '留痕详情',
    close: '关闭',
    fields: '内容',
    no_fields: '没有更多内容',
    names_only: '业务内容，只显示改了哪些项',
    erased: '内容已依法删除',
    account: '账号',
    from_to: (old: string, fresh: string) => `${old || '空'} → ${fresh || '空'}`,
    proof: '链上位置',
    chain: '链',
    sequence: '序号',
    hash: '哈希值',
    previous: '前一条哈希值',
    digest: '内容摘要',
    algorithm: '算法',
    same_actor: '只看此人',
    same_subject: '只看此对象',
  },
  check: {
    hint: '逐条重新计算全部留痕的哈希值，并与签封、锚定核对。条目多时需要几分钟，期间不影响他人使用。',
    start: '开始校验',
    again: '重新校验',
    running: (n: number) => `正在校验，已核对 ${n} 条…`,
    never: '程序启动以来还没有校验过。以往的校验结果可在操作留痕中按“校验操作留痕”查到。',
    sound: '校验通过：全部留痕完整，没有被改动。',
    faulty: '校验未通过：有留痕与其签封不一致。请保留现场，查明原因。',
    failed: '校验没有完成，可能是数据库暂时无法访问，请稍后重试。',
    by: (who: string, from: string, to: string) => `${who} 于 ${from} 开始，${to} 结束`,
    anchored: (when: string) => `各链最近一次锚定：${when}`,
    sealing: {
      off: '加密存储：未启用',
      partly: '加密存储：已启用，此前的内容尚未全部加密',
      whole: '加密存储：受限内容和佐证材料已全部加密',
    },
    columns: {
      chain: '链',
      entries: '条数',
      result: '结果',
      head: '链头哈希值',
    },
    whole: '完整',
    erased: (n: number) => `其中依法删除内容 ${n} 条`,
    past: '以往的校验',
  },
}
