// @vitest-environment jsdom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SearchBox from './SearchBox.vue'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the search box', () => {
  it('searches 250 ms after the last key, once', async () => {
    const box = mount(SearchBox, { props: { value: '' } })
    const input = box.get('input')
    await input.setValue('补')
    vi.advanceTimersByTime(200)
    await input.setValue('补贴')
    vi.advanceTimersByTime(249)
    expect(box.emitted('search')).toBeUndefined()
    vi.advanceTimersByTime(1)
    expect(box.emitted('search')).toEqual([['补贴']])
  })

  it('sends nothing while an input method is composing', async () => {
    const box = mount(SearchBox, { props: { value: '' } })
    const input = box.get('input')
    await input.trigger('compositionstart')
    await input.setValue('bu tie')
    vi.advanceTimersByTime(1000)
    expect(box.emitted('search')).toBeUndefined()
    await input.setValue('补贴')
    await input.trigger('compositionend')
    vi.advanceTimersByTime(250)
    expect(box.emitted('search')).toEqual([['补贴']])
  })

  it('searches at once on Enter', async () => {
    const box = mount(SearchBox, { props: { value: '' } })
    await box.get('input').setValue('招标')
    await box.get('input').trigger('keydown', { key: 'Enter' })
    expect(box.emitted('search')).toEqual([['招标']])
  })

  it('follows the address without searching again', async () => {
    const box = mount(SearchBox, { props: { value: '旧' } })
    await box.setProps({ value: '新' })
    expect(box.get('input').element.value).toBe('新')
    vi.advanceTimersByTime(500)
    expect(box.emitted('search')).toBeUndefined()
  })
})
