import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refused } from '@/api'
import { use_edits } from './edits'
import type { ReadArea } from './types'

const tree = (heading: string): ReadArea[] => [{ number: '', heading, problems: [], measures: [] }]
const heading = (areas: ReadArea[]) => areas[0]!.heading

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the steps in a draft', () => {
  it('can be undone and done again', () => {
    const edits = use_edits(tree('一'), async () => {})
    edits.put(tree('二'))
    edits.put(tree('三'))
    edits.undo()
    expect(heading(edits.areas.value)).toBe('二')
    edits.undo()
    expect(heading(edits.areas.value)).toBe('一')
    expect(edits.can_undo.value).toBe(false)
    edits.redo()
    expect(heading(edits.areas.value)).toBe('二')
    edits.put(tree('四'))
    expect(edits.can_redo.value).toBe(false)
  })

  it('are saved together, a moment after the last', async () => {
    const saved: string[] = []
    const edits = use_edits(tree('一'), async (areas) => void saved.push(heading(areas)))
    edits.put(tree('二'))
    vi.advanceTimersByTime(500)
    edits.put(tree('三'))
    await vi.advanceTimersByTimeAsync(799)
    expect(saved).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(saved).toEqual(['三'])
    expect(edits.unsaved.value).toBe(false)
  })

  it('stay unsaved, and say why, when the server refuses', async () => {
    const edits = use_edits(tree('一'), async () => {
      throw new Refused(409, { code: 'somebody_else_changed_it' })
    })
    edits.put(tree('二'))
    expect(await edits.flush()).toBe(false)
    expect(edits.unsaved.value).toBe(true)
    expect(edits.refusal.value?.code).toBe('somebody_else_changed_it')
    expect(heading(edits.areas.value)).toBe('二')
  })

  it('never save two at a time, because each needs the version of the one before', async () => {
    let at_once = 0
    let most = 0
    const edits = use_edits(tree('一'), async () => {
      most = Math.max(most, ++at_once)
      await Promise.resolve()
      at_once--
    })
    edits.put(tree('二'))
    const first = edits.flush()
    edits.put(tree('三'))
    await Promise.all([first, edits.flush()])
    expect(most).toBe(1)
    expect(edits.unsaved.value).toBe(false)
  })
})
