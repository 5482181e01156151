// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { Refused } from '@/api'
import { at_least, refusals_of, required, use_act } from './act'
import { drafts_of, use_draft } from './drafts'
import { new_id } from './id'
import { is_command, is_writing } from './keys'

describe('ids', () => {
  it('are UUIDs of version 7 that sort by time', () => {
    const early = new_id(1_000)
    const late = new_id(2_000_000_000_000)
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(early.slice(0, 13)).toBe('00000000-03e8')
    expect(early < late).toBe(true)
    expect(new_id(1_000)).not.toBe(early)
  })
})

describe('an act', () => {
  it('keeps every refusal with the field it is about', async () => {
    const act = use_act()
    const also = [{ code: 'page_too_short', field: 'reason', args: { min: 5 } }]
    await act.run(async () => {
      throw new Refused(422, { code: 'page_required', field: 'text', also })
    })
    expect(act.error_of('reason')).toBe('至少写 5 个字')
    expect(act.refusals.map((one) => one.field)).toEqual(['text', 'reason'])
    expect(act.busy).toBe(false)
  })
  it('is done once, however often one presses', async () => {
    const act = use_act()
    let times = 0
    const slow = () => new Promise<void>((done) => setTimeout(() => (times++, done()), 5))
    await Promise.all([act.run(slow), act.run(slow)])
    expect(times).toBe(1)
  })
  it('throws on what is no refusal', () => {
    expect(() => refusals_of(new TypeError('a bug'))).toThrow(TypeError)
  })
  it('counts characters, not code units', () => {
    expect(at_least('reason', '𠮷𠮷𠮷𠮷', 5)).toHaveLength(1)
    expect(at_least('reason', '整改不到位', 5)).toEqual([])
    expect(required('text', '  ')).toHaveLength(1)
  })
})

describe('drafts', () => {
  beforeEach(() => {
    localStorage.clear()
    drafts_of('a1')
  })
  const fresh = () => ({ text: '', percent: 0 })

  it('come back after the page was closed', () => {
    use_draft('report.m1', fresh).value.value.text = '写了一半'
    const again = use_draft('report.m1', fresh)
    expect(again.found).toBe(true)
    expect(again.value.value.text).toBe('写了一半')
  })
  it('are gone once sent', () => {
    const draft = use_draft('report.m1', fresh)
    draft.value.value.text = '已经提交'
    draft.drop()
    expect(draft.value.value.text).toBe('')
    expect(use_draft('report.m1', fresh).found).toBe(false)
  })
  it('belong to one account and one row', () => {
    use_draft('report.m1', fresh).value.value.text = '甲写的'
    expect(use_draft('report.m2', fresh).found).toBe(false)
    drafts_of('a2')
    expect(use_draft('report.m1', fresh).found).toBe(false)
  })
  it('survive a broken store', () => {
    localStorage.setItem('zhenggai.draft.a1.report.m1', '{broken')
    expect(use_draft('report.m1', fresh).value.value).toEqual(fresh())
  })
})

describe('single keys', () => {
  const press = (init: KeyboardEventInit, on: Element = document.body) => {
    let event!: KeyboardEvent
    on.addEventListener('keydown', (e) => (event = e as KeyboardEvent), { once: true })
    on.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, ...init }))
    return event
  }
  it('are commands where nobody is writing', () => {
    expect(is_command(press({}))).toBe(true)
    expect(is_command(press({ ctrlKey: true }))).toBe(false)
  })
  it('are letters in a text field and while an input method is composing', () => {
    const field = document.body.appendChild(document.createElement('textarea'))
    expect(is_writing(press({}, field))).toBe(true)
    expect(is_command(press({ isComposing: true }))).toBe(false)
    field.remove()
  })
})
