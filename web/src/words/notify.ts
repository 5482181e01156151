// Words of messages: one line for each kind of event.
import type { EventKind, Message } from '@/notify/types'

export const notify = {
  title: '消息',
  many: '99+',
  bell: (n: number) => (n ? `消息，${n} 条未读` : '消息，没有未读'),
  unread: (n: number) => (n ? `${n} 条未读` : '没有未读'),
  is_read: '已读',
  is_unread: '未读',
  read_all: '全部标为已读',
  more: (n: number) => `再看更早的（还有 ${n} 条）`,
  empty: '还没有消息',
  empty_hint:
    '本单位承办的措施审核通过或被退回、销号申请有了结果、导入方案分来任务时，会在这里告诉您。',
  reason: (text: string) => `退回原因：${text}`,
  lines: {
    measure_accepted: ({ subject }) => `措施 ${subject.number} 审核通过`,
    measure_sent_back: ({ subject }) => `措施 ${subject.number} 被退回`,
    strike_off_applied: ({ subject }) => `问题 ${subject.number} 申请销号，等待审核`,
    problem_struck_off: ({ subject }) => `问题 ${subject.number} 已销号`,
    problem_sent_back: ({ subject }) => `问题 ${subject.number} 的销号申请被退回`,
    rows_assigned: ({ subject }) => `导入整改方案，本单位承办其中 ${subject.number} 条措施`,
  } satisfies Record<EventKind, (message: Message) => string>,
}
