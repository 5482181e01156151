import { describe, expect, it } from 'vitest'
import {
  is_shown,
  kept_query,
  query_text,
  view_of,
  views_of,
  with_view,
  type SavedView,
} from './saved_views'

describe('saved views', () => {
  it('keep the level, the conditions and the order, and nothing of one programme', () => {
    const address = {
      view: 'problems',
      status: 'sent_back,under_way',
      q: '采购',
      sort: '-due_on',
      area: '01900000-0000-7000-8000-000000000071',
      open: 'problems:1',
      page: '3',
      act: 'report',
    }
    expect(kept_query(address)).toEqual({
      view: 'problems',
      status: 'sent_back,under_way',
      q: '采购',
      sort: '-due_on',
    })
  })
  it('are shown when the address asks the same, whatever is open', () => {
    const view = { name: '超期的', query: { tier: 'overdue' } }
    expect(is_shown(view, { tier: 'overdue', open: 'measures:1', page: '2' })).toBe(true)
    expect(is_shown(view, { tier: 'overdue', q: '采购' })).toBe(false)
    expect(is_shown(view, {})).toBe(false)
  })
  it('replace the one of the same name in its place', () => {
    const views: SavedView[] = [
      { name: '甲', query: { q: '1' } },
      { name: '乙', query: {} },
    ]
    expect(with_view(views, { name: '甲', query: { q: '2' } })).toEqual([
      { name: '甲', query: { q: '2' } },
      { name: '乙', query: {} },
    ])
    expect(with_view(views, { name: '丙', query: {} }).map((one) => one.name)).toEqual([
      '甲',
      '乙',
      '丙',
    ])
  })
  it('are shared as an address, from which only what a view keeps is taken', () => {
    const view = { name: '采购的', query: { view: 'problems', q: '采购&招标' } }
    const text = query_text(view)
    const shared = { id: '1', name: '采购的', by: '张静', at: '2026-01-01T00:00:00Z' }
    expect(view_of({ ...shared, query: text })).toEqual(view)
    expect(view_of({ ...shared, query: text + '&open=measures:1&page=3' })).toEqual(view)
  })
  it('survive what is no view', () => {
    expect(views_of(null)).toEqual([])
    expect(views_of([{ name: '' }, 7, null, { name: '甲', query: { q: '1', open: 'x' } }])).toEqual(
      [{ name: '甲', query: { q: '1' } }],
    )
  })
})
