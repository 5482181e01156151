// Words of messages: one line for each kind of event.
import type {
  Delivery,
  EventKind,
  Message,
  Rhythm,
  WebhookRhythm,
  WebhookShape,
} from '@/notify/types'

const row_of = ({ kind, number }: Message['subject']) =>
  `${kind === 'problem' ? '问题' : '措施'} ${number} `

/** Messages from before there were ladders say the days alone. */
const rung_of = (note: string) => (/^\d+$/.test(note) ? `到期前 ${note} 天` : note)

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
    rows_assigned: ({ subject }) =>
      subject.kind === 'batch'
        ? `批量修改了台账，涉及本单位承办的 ${subject.number} 行`
        : `导入整改方案，本单位承办其中 ${subject.number} 条措施`,
    handover_to_sign: () => '有一份责任交接书等您签字',
    handover_completed: () => '责任交接已经完成',
    extension_asked: ({ subject }) => `${row_of(subject)}申请延期，等待审批`,
    rows_due_soon: ({ subject, note }) => `${subject.number} 条措施临近期限（${rung_of(note)}）`,
    rows_overdue: ({ subject, note }) =>
      `${subject.number} 条措施${note ? `已${note}以上` : '已经超期'}`,
    rows_sent_back: ({ subject, note }) => `${subject.number} 条措施多次被退回（${note}）`,
    rows_stalled: ({ subject, note }) => `${subject.number} 条措施停滞（${note}）`,
    reviews_lying: ({ subject, note }) => `${subject.number} 件审核还没有办（${note}）`,
    notices_proposed: ({ subject }) => `系统拟出 ${subject.number} 份督办文书，等您签发`,
    notice_issued: () => '收到一份督办文书，请签收',
    notice_answered: () => '受文单位已回复督办文书，等您办结',
    notice_sent_back: () => '督办文书的回复被退回，请重新回复',
    notice_closed: () => '督办文书已办结',
    tasks_given: ({ subject }) =>
      subject.kind === 'task'
        ? `本单位有一项新任务：${subject.text}`
        : `本单位有 ${subject.number} 项新任务`,
    task_reported: ({ subject }) => `任务 ${subject.number} 已报告完成，等您确认`,
    task_confirmed: ({ subject }) => `任务 ${subject.number} 已确认完成`,
    task_sent_back: ({ subject }) => `任务 ${subject.number} 被退回`,
    task_dropped: ({ subject }) => `任务 ${subject.number} 不再办理`,
    tasks_due_soon: ({ subject, note }) => `${subject.number} 项任务临近期限（${rung_of(note)}）`,
    tasks_overdue: ({ subject, note }) => `${subject.number} 项任务已${note}以上`,
    meeting_called: ({ note }) => `请您参加会议：${note}`,
    meeting_moved: ({ note }) => `会议改期或换了地点，请重新回复：${note}`,
    meeting_cancelled: ({ note }) => `会议取消：${note}`,
    meeting_closed: () => '会议已结束，纪要可以查看',
    feedback_delivered: () => '收到一份反馈意见，请签收',
    feedback_signed: () => '反馈意见已经签收',
    feedback_copied: () => '有一份反馈意见抄告本单位',
    clue_handed_over: () => '移交线索有新的登记，请到“移交线索”查看',
    check_planned: ({ note }) => `督查安排：${note}`,
    check_changed: ({ note }) => `督查安排有变动：${note}`,
    check_cancelled: ({ note }) => (note ? `督查取消：${note}` : '督查安排有变动，不再涉及您'),
    findings_entered: ({ subject }) => `督查发现本单位 ${subject.number} 项问题，请查看督查报告`,
    plan_for_comment: ({ note }) => `整改方案征求意见，请在 ${note} 前提出`,
    plan_to_commit: () => '整改方案已经审议，请您签字背书',
    plan_to_review: ({ note }) => `整改方案送请联审，请在 ${note} 前提出意见`,
    plan_returned: () => '整改方案联审退回，请修改后重新送审',
    plan_approved: () => '整改方案通过联审，可以印发',
    plan_issued: ({ note }) => (note ? `整改方案已印发：${note}` : '整改方案已印发'),
    sub_plan_wanted: () => '请报送本单位的整改子方案',
    sub_plan_returned: () => '本单位的整改子方案被退回',
    life_plan_to_review: () => '民主生活会方案送请您审核',
    life_plan_returned: () => '民主生活会方案被退回，请修改后重新报审',
    life_plan_approved: () => '民主生活会方案已经批准，可以发出会议通知',
    life_meeting_called: ({ note }) => `请您参加民主生活会：${note}`,
    life_meeting_moved: ({ note }) => `民主生活会改期：${note}`,
    life_meeting_cancelled: ({ note }) => `民主生活会取消：${note}`,
    life_people_changed: ({ note }) => `民主生活会参会人员有变动：${note}`,
    life_consulted: ({ note }) => `就民主生活会向巡视巡察办${note}`,
    life_answered: ({ note }) => `巡视巡察办对民主生活会的${note}作了答复`,
    statement_to_review: () => '对照检查材料已经提交，请您审阅',
    statement_returned: () => '对照检查材料被退回，请修改后重新提交',
    statement_remarked: () => '对照检查材料有了新的审阅意见，请处理',
    statement_sent_up: () => '对照检查材料送请您审核',
    statement_approved: () => '对照检查材料已经审定',
    statement_filed: () => '对照检查材料已经审定，送您备案',
    talk_arranged: ({ note }) =>
      note ? `约您谈心谈话：${note}，请确认` : '约您谈心谈话，请商定时间、地点',
    talk_moved: ({ note }) => `谈心谈话改时间或者换了地点，请重新确认：${note}`,
    talk_cancelled: ({ note }) => (note ? `谈心谈话取消：${note}` : '谈心谈话取消'),
    talk_to_sign: () => '谈心谈话已有记录，请您核对后签字',
    opinions_delivered: ({ subject }) => `征求的意见已反馈给您，共 ${subject.number} 条，请签收`,
    gathered_given: ({ subject }) => `问题清单第 ${subject.number} 项分给您，请认领`,
    extension_decided: ({ subject }) => `${row_of(subject)}的延期申请有了结果`,
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
  webhooks: {
    title: '消息推送（Webhook）',
    hint: '把消息推送到企业微信群、钉钉群或其他程序。与邮件一样，只写发生了什么事、在哪项整改工作，不写问题和措施的内容；群里的人都能看到，请想好是否合适再添加。',
    not_offered: '本系统没有开放消息推送，需要的请联系系统管理员。',
    add: '添加推送',
    edit: '修改推送',
    empty: '还没有添加推送。',
    full: (max: number) => `每人最多 ${max} 个推送。`,
    name: '名称',
    name_hint: '例如：整改办值班群',
    shape: '推送格式',
    shapes: {
      wecom: '企业微信群机器人',
      dingtalk: '钉钉群机器人',
      generic: '通用接口',
    } satisfies Record<WebhookShape, string>,
    shape_hints: {
      wecom: '在群设置中添加群机器人，复制它的 Webhook 地址。',
      dingtalk: '在群设置中添加自定义机器人，安全设置选“加签”，复制 Webhook 地址和密钥。',
      generic: '推送 JSON，由接收的程序核对签名，格式见使用手册。',
    } satisfies Record<WebhookShape, string>,
    url: '推送地址',
    url_hint: (hosts: string[]) => `可以推送到：${hosts.join('、')}。保存后不再显示。`,
    url_kept: (origin: string) => `已保存（${origin}）。留空即沿用，要更换时重新填写。`,
    secret: '签名密钥',
    secret_hint: '8 至 200 个字母、数字或符号，与接收方约定。保存后不再显示。',
    secret_kept: '已保存。留空即沿用，要更换时重新填写。',
    rhythm: '多久推送一次',
    rhythms: {
      at_once: () => '有消息就推送',
      half_hour: (minutes) =>
        minutes ? `有消息后 ${minutes} 分钟，合并为一条` : '有消息就推送，同时的合并为一条',
      day: () => '每天早上八点，合并为一条',
    } satisfies Record<WebhookRhythm, (minutes: number) => string>,
    enabled: '启用',
    off: '已停用',
    trial: '发送测试',
    trial_made: '测试消息已交付发送，稍后看推送记录',
    remove_ask: (name: string) => `删除推送“${name}”？没有发完的消息和推送记录一并删除。`,
    removed: '推送已经删除',
    records: '推送记录',
    records_of: (name: string) => `“${name}”的推送记录`,
    hide_records: '收起记录',
    no_records: '还没有推送过。',
    last: (text: string) => `最近一次：${text}`,
    what: (delivery: Delivery) =>
      delivery.kind === 'trial' ? '测试消息' : `${delivery.count} 条消息`,
    state: (delivery: Delivery, next: string) => {
      if (delivery.state === 'sent') return '已送达'
      if (delivery.state === 'failed') return `没有送达（共试 ${delivery.tries} 次）`
      return delivery.tries ? `没有送达（已试 ${delivery.tries} 次），${next} 再试` : '等待发送'
    },
  },
}
