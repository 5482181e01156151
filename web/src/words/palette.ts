// Words of the command palette.
import { ledger } from './ledger'

export const palette = {
  title: '快速前往',
  button: '查找',
  button_hint: '快速前往（Ctrl+K）',
  hint: '输入页面、整改工作或视图的名称',
  hint_in_programme: '输入页面、整改工作、视图的名称，或问题、措施的编号，如“措施 12”',
  none: '没有找到。换个说法，或者只输入名称中的几个字。',
  levels: { measures: '措施', problems: '问题' },
  groups: {
    pages: '页面',
    programme: '本项整改工作',
    views: '我的视图',
    rows: '台账',
    programmes: '整改工作',
    acts: '操作',
  },
  tabs: { ...ledger.programme.tabs, batches: '批量修改记录' },
}
