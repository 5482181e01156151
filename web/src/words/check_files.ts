// Words of the files that a check brings back from the spot.
export const check_files = {
  title: '现场照片和材料',
  hint: '照片、凭证复印件等，与佐证材料一样按内容识别类型、留存摘要。督查办结后不能再增减。',
  none: '没有照片和材料',
  description: '说明（选填）',
  description_hint: '例如：退款台账封面。对接下来选择的文件有效。',
  take: '拍照',
  choose: '选择文件',
  sending: (name: string, percent: number) => `正在上传“${name}” ${percent}%`,
  brought: (n: number) => (n > 1 ? `已上传 ${n} 个文件` : '已上传'),
  by: (by: string, at: string) => `${by}　${at}`,
  again_at: (positions: number[]) => `与本次督查第 ${positions.join('、')} 项的文件相同`,
  remove: '移除',
  remove_title: (name: string) => `移除“${name}”`,
  remove_reason: '理由',
  removed: '已移除',
  count: (n: number) => `照片和材料 ${n} 个`,
}
