import { describe, expect, it } from 'vitest'
import { read_list, write_list, type ListDefaults } from './list_address'

const defaults: ListDefaults = { sort: 'number', page_size: 50, filters: ['status', 'unit'] }

describe('the address of a list', () => {
  it('reads page, size, sort, search and filters', () => {
    const query = {
      page: '3',
      page_size: '100',
      sort: '-due_on',
      q: '补贴',
      status: 'done,sent_back',
    }
    expect(read_list(query, defaults)).toEqual({
      page: 3,
      page_size: 100,
      sort: '-due_on',
      q: '补贴',
      filters: { status: 'done,sent_back' },
    })
  })

  it('takes nonsense for the default', () => {
    expect(read_list({ page: '-2', page_size: '7', sort: ['', 'x'] }, defaults)).toEqual({
      page: 1,
      page_size: 50,
      sort: 'number',
      q: '',
      filters: {},
    })
  })

  it('writes only what differs from the default and leaves the rest of the address alone', () => {
    const before = { view: 'problems', open: 'problems:1', status: 'done', page: '4' }
    const state = { page: 1, page_size: 50, sort: 'number', q: '', filters: { unit: 'u1' } }
    expect(write_list(before, state, defaults)).toEqual({
      view: 'problems',
      open: 'problems:1',
      unit: 'u1',
    })
  })

  it('comes back as it was written', () => {
    const state = { page: 2, page_size: 20, sort: 'due_on', q: 'x', filters: { status: 'done' } }
    expect(read_list(write_list({}, state, defaults), defaults)).toEqual(state)
  })
})
