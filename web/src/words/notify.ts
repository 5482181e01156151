// Words of messages: one line for each kind of event.
import type { EventKind, Message, Rhythm } from '@/notify/types'

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
    handover_to_sign: () => '有一份责任交接书等您签字',
    handover_completed: () => '责任交接已经完成',
  } satisfies Record<EventKind, (message: Message) => string>,
  settings: {
    title: '我的设置',
    mail: '邮件提醒',
    mail_hint:
      '邮件只写发生了什么事、在哪项整改工作，不写问题和措施的内容；在系统里已经看过的不再发。',
    not_offered: '本系统没有配置邮件服务器，消息只在系统内显示。',
    address: '接收邮件的邮箱',
    rhythm: '多久发一次',
    rhythms: {
      never: () => '不发邮件',
      half_hour: (minutes) =>
        minutes ? `有消息后 ${minutes} 分钟，合并为一封` : '有消息就发，同时的合并为一封',
      day: () => '每天早上八点，合并为一封',
    } satisfies Record<Rhythm, (minutes: number) => string>,
  },
}
