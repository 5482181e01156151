// Dates and spans of time as an official writes them. A day is a calendar day of Asia/Shanghai.

const to_the_minute = {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const
const shanghai = new Intl.DateTimeFormat('zh-CN', to_the_minute)
const shanghai_to_the_second = new Intl.DateTimeFormat('zh-CN', {
  ...to_the_minute,
  second: '2-digit',
})

function parts(instant: string | number, format = shanghai): Record<string, string> {
  const all: Record<string, string> = {}
  for (const part of format.formatToParts(new Date(instant))) all[part.type] = part.value
  return all
}

export const time = {
  /** 2024-06-30 → 2024年6月30日 */
  date_in_text(date: string | null): string {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '')
    return found ? `${found[1]}年${Number(found[2])}月${Number(found[3])}日` : '—'
  },
  /** An instant as a table shows it: 2024-06-30 09:05 */
  instant(instant: string | null): string {
    if (!instant) return '—'
    const p = parts(instant)
    return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`
  },
  /** To the second, where the order of things matters: 2024-06-30 09:05:07 */
  moment(instant: string | null): string {
    if (!instant) return '—'
    const p = parts(instant, shanghai_to_the_second)
    return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`
  },
  day_of(instant: string | null): string {
    if (!instant) return '—'
    const p = parts(instant)
    return `${p.year}-${p.month}-${p.day}`
  },
  today(): string {
    return time.day_of(new Date().toISOString())
  },
  days_left(days: number): string {
    if (days < 0) return `已超期 ${-days} 天`
    return days === 0 ? '今天到期' : `还剩 ${days} 天`
  },
  weekdays: ['日', '一', '二', '三', '四', '五', '六'],
  month: (month: number) => `${month}月`,
  year: (year: number) => `${year}年`,
  range: (from: string, to: string) => `${from} 至 ${to}`,
}
