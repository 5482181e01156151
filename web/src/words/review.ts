// Words of the review of applications: the chain, its stages and signatures, the register of slips.
import type { Quorum, Signing } from '@/ledger/review/types'
import { accounts } from './accounts'
import type { Seat } from '@/ledger/review/types'

export const review = {
  title: '审核流程',
  of_programme: '销号审核流程',
  hint: '申请销号后逐个环节审核，前一环节同意才到下一环节；同一环节的几方同时办理。申请人不审自己申请的，一人只签一次。修改只对以后提出的申请有效。',
  edit: '修改审核流程',
  saved: '审核流程已保存',
  apply: '申请',
  struck_off: '销号',
  seat: (seat: Seat) => accounts.roles[seat],
  quorum: { all: '各方都同意', any: '任一方同意' } satisfies Record<Quorum, string>,
  quorum_label: '几方怎样算同意',
  stage: (n: number) => `第${n}环节`,
  stage_name: '环节名称',
  stage_seats: '审核人',
  add_stage: '增加一个环节',
  remove_stage: '删去',
  move_up: '前移',
  move_down: '后移',
  patterns_label: '套用常用流程',
  patterns: [
    {
      name: '一级：把关方任一',
      stages: [
        {
          name: '销号审核',
          seats: [
            'rectification_office',
            'supervision_team',
            'discipline_office',
            'organisation_department',
            'inspection_office',
          ],
          quorum: 'any',
        },
      ],
    },
    {
      name: '三级：责任领导、牵头领导、整改办',
      stages: [
        { name: '责任领导审核', seats: ['responsible_leader'], quorum: 'all' },
        { name: '牵头领导审核', seats: ['lead_leader'], quorum: 'all' },
        { name: '整改办审核', seats: ['rectification_office'], quorum: 'all' },
      ],
    },
    {
      name: '五级：再加第一责任人和监督方会签',
      stages: [
        { name: '责任领导审核', seats: ['responsible_leader'], quorum: 'all' },
        { name: '牵头领导审核', seats: ['lead_leader'], quorum: 'all' },
        { name: '整改办审核', seats: ['rectification_office'], quorum: 'all' },
        { name: '第一责任人审定', seats: ['principal'], quorum: 'all' },
        {
          name: '监督方会签',
          seats: ['discipline_office', 'organisation_department', 'inspection_office'],
          quorum: 'all',
        },
      ],
    },
  ] as { name: string; stages: { name: string; seats: Seat[]; quorum: Quorum }[] }[],
  progress: '审核进度',
  states: {
    waiting: '未到',
    open: '待签',
    agreed: '同意',
    returned: '退回',
    not_needed: '不需要再签',
    superseded: '已同意，后退回重办',
  } satisfies Record<Signing['state'], string>,
  taken: (by: string, until: string) => `${by}已领取，${until} 前办理`,
  asked_by: (by: string) => `${by}请其加签`,
  earlier: '退回重办以前的意见',
  agreed_by: (by: string, at: string) => `${by}　${at}　同意`,
  returned_by: (by: string, at: string) => `${by}　${at}　退回`,
  nobody:
    '本环节现在没有能办理的人员：没有账号担任这一方，或者都不在范围内。请由安全管理员授权；或者由申请人撤回，修改流程后重新申请。',
  stage_here: (name: string) => `在“${name}”`,
  through: '提出后依次经过',
  ask: {
    text: '在本环节再请一人签署意见；其同意以前，申请不转下一环节。',
    who: '加签人',
    none: '没有可以加签的人员',
    submit: '请其加签',
    done: '已请其加签',
    option: (name: string, unit: string, role: string) =>
      [name, unit, role].filter(Boolean).join('　'),
  },
  slips: {
    hint: '每销号一个问题出具一张销号单，编号逐一递增，用过的不再使用。',
    sound: (n: number) => `销号单 ${n} 张，与已销号问题数一致`,
    differs: (slips: number, problems: number) =>
      `销号单 ${slips} 张，已销号问题 ${problems} 个，两者不一致，请系统管理员检查数据`,
    none: '还没有问题销号',
    columns: {
      slip_number: '编号',
      problem: '问题',
      unit: '责任单位',
      applied_by: '申请人',
      by: '最后签署',
      at: '销号时间',
      files: '佐证',
    },
    more: '继续显示',
  },
  signatures: '审签意见',
  evidence: '佐证材料',
  evidence_of: { problem: '问题', measure: '措施' },
  digest: (algorithm: string, digest: string) =>
    `${algorithm === 'sm3' ? 'SM3' : 'SHA-256'}　${digest}`,
}
