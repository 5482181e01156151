import { describe, expect, it } from 'vitest'
import { Refused } from '@/api'
import { at_once_max, refusal_before, send_all, stage, type Staged } from './staged'

const file = (name: string, type = '', bytes = 3) =>
  new File([new Uint8Array(bytes)], name, { type })

describe('a chosen file', () => {
  it('is given a kind by its name, a picture is a photograph', () => {
    expect(stage(file('局党组会议纪要（第7期）.docx')).claim.kind).toBe('minutes')
    expect(stage(file('差旅费管理办法.pdf')).claim.kind).toBe('system_document')
    expect(stage(file('关于违规吃喝问题的通报.pdf')).claim.kind).toBe('circular')
    expect(stage(file('退款收据.pdf')).claim.kind).toBe('voucher')
    expect(stage(file('政务处分决定书.pdf')).claim.kind).toBe('decision')
    expect(stage(file('附件1.xlsx')).claim.kind).toBe('other')
    expect(stage(file('会议.jpg', 'image/jpeg')).claim.kind).toBe('photograph')
  })
  it('from the clipboard is named after the moment', () => {
    const pasted = stage(file('image.png', 'image/png'), new Date('2026-03-02T01:05:00Z'))
    expect(pasted.claim.name).toBe('粘贴的图片 2026-03-02 0905.png')
  })
  it('that is too large is refused before it is sent', () => {
    expect(refusal_before(file('a.pdf'), 3)).toBeNull()
    expect(refusal_before(file('a.pdf'), 2)?.code).toBe('page_evidence_too_large')
  })
})

describe('sending', () => {
  it('goes on when one is refused, a few at once', async () => {
    const all = ['1', '2', '3', '4', '5', '6'].map((name) => stage(file(name)))
    let now = 0
    let most = 0
    const send = async (one: Staged, told: (sent: number) => void) => {
      most = Math.max(most, ++now)
      told(0.5)
      await new Promise((done) => setTimeout(done, 1))
      now--
      if (one.claim.name === '2') throw new Refused(415, { code: 'evidence_type_not_accepted' })
    }
    const up = await send_all(all, send)
    expect(up.map((one) => one.claim.name).sort()).toEqual(['1', '3', '4', '5', '6'])
    expect(most).toBe(at_once_max)
    expect(all[1]!.state).toBe('refused')
    expect(all[1]!.refusal?.code).toBe('evidence_type_not_accepted')
  })
})
