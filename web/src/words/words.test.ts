import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import catalogue from '@contract/messages.zh-CN.json'
import { sentence, words } from './index'

const src = join(__dirname, '..')
function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return name === 'words' ? [] : sources(path)
    return /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts') ? [path] : []
  })
}
const without_comments = (text: string) =>
  text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')

describe('words', () => {
  it('stand in one place: no component holds a Chinese word', () => {
    const holding = sources(src).filter((file) =>
      /[\u4e00-\u9fff]/.test(without_comments(readFileSync(file, 'utf8'))),
    )
    expect(holding).toEqual([])
  })
  it('are called by URL nowhere but in api.ts', () => {
    const knowing = sources(src).filter(
      (file) => !file.endsWith('api.ts') && /\/api\/v1|\bfetch\(/.test(readFileSync(file, 'utf8')),
    )
    expect(knowing).toEqual([])
  })
})

describe('a refusal', () => {
  it('becomes the sentence of the catalogue with its values in place', () => {
    const [code, pattern] = Object.entries(catalogue as Record<string, string>)[0]!
    const args = Object.fromEntries(
      [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, '7']),
    )
    expect(sentence({ code, args })).toBe(pattern.replace(/\{\w+\}/g, '7'))
  })
  it('keeps a placeholder it has no value for', () => {
    expect(sentence({ code: 'page_too_short' })).toBe('至少写 {min} 个字')
  })
  it('of an unknown code still says what to do', () => {
    expect(sentence({ code: 'never_heard_of' })).toContain('never_heard_of')
  })
})

describe('time in words', () => {
  it('counts days as an official says them', () => {
    expect(words.time.days_left(5)).toBe('还剩 5 天')
    expect(words.time.days_left(0)).toBe('今天到期')
    expect(words.time.days_left(-12)).toBe('已超期 12 天')
  })
  it('shows instants in Shanghai, wherever the browser is', () => {
    expect(words.time.instant('2024-06-30T16:30:00Z')).toBe('2024-07-01 00:30')
    expect(words.time.date_in_text('2024-06-30')).toBe('2024年6月30日')
    expect(words.time.date_in_text(null)).toBe('—')
  })
})

describe('the button of the check report', () => {
  const none = { areas: 0, problems: 0, manifestations: 0, measures: 0 }
  it('says what it will do', () => {
    const counts = { ...none, areas: 4, problems: 13, measures: 43 }
    expect(words.plan.check.confirm(counts, 0)).toBe('确认导入：新建 4 个方面 13 个问题 43 条措施')
    expect(words.plan.check.confirm(none, 14)).toBe('确认导入：变动 14 处')
    expect(words.plan.check.confirm(none, 0)).toBe('确认导入（没有变化）')
  })
})
