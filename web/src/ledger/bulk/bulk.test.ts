import { describe, expect, it } from 'vitest'
import { change_of, empty_form, faults_of } from './bulk'

const codes = (form: ReturnType<typeof empty_form>) =>
  faults_of(form, (role) => role).map((one) => one.code)

describe('what is asked of many rows', () => {
  it('is nothing until something is chosen', () => {
    const form = empty_form()
    expect(change_of(form)).toEqual({ holders: [] })
    expect(codes(form)).toEqual(['nothing_is_asked_for'])
  })

  it('holds what was chosen and leaves the rest alone', () => {
    const form = empty_form()
    form.with_deadline = true
    form.deadline = { kind: 'date', text: ' 年底前 ', date: '2026-12-31' }
    form.roles.lead_leaders = {
      way: 'swap',
      holders: [{ name: '王芳', id: null }],
      instead_of: [{ name: '李强', id: null }],
    }
    form.roles.handlers = { way: 'replace', holders: [], instead_of: [{ name: '李强' }] }
    expect(change_of(form)).toEqual({
      deadline: { kind: 'date', text: '年底前', date: '2026-12-31' },
      holders: [
        {
          role: 'lead_leaders',
          way: 'swap',
          holders: [{ name: '王芳', id: null }],
          instead_of: { name: '李强', id: null },
        },
        { role: 'handlers', way: 'replace', holders: [] },
      ],
    })
    expect(codes(form)).toEqual([])
  })

  it('must say whom and by when', () => {
    const form = empty_form()
    form.with_deadline = true
    form.roles.lead_leaders.way = 'add'
    form.roles.handlers = { way: 'swap', holders: [{ name: '王芳' }], instead_of: [] }
    expect(codes(form)).toEqual([
      'deadline_needs_a_day_or_words',
      'holders_missing',
      'holders_missing',
    ])
  })
})
