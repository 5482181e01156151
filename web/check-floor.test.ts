import { describe, expect, it } from 'vitest'
// @ts-expect-error a plain script without types
import { too_new } from './check-floor.mjs'

const look = (files: Record<string, string>): string[] =>
  too_new(Object.keys(files), (file: string) => files[file])

describe('the floor check', () => {
  it('passes what Chromium 90 knows', () => {
    const css = 'a{inset:0;aspect-ratio:1}:where(a):is(b){gap:1px}a::before{content:"a & b"}'
    expect(look({ 'a.js': 'x??=y;a.replaceAll("b","c");a?.b', 'a.css': css })).toEqual([])
  })

  it.each([
    ['a.js', 'structuredClone(x)'],
    ['a.js', 'list.findLast((one)=>one)'],
    ['a.js', 'list.toSorted()'],
    ['a.js', 'last=list.at(-1)'],
    ['a.js', 'Object.hasOwn(a,"b")'],
    ['a.js', 'class A{static{this.b=1}}'],
    ['a.js', 'box.showModal()'],
    ['a.css', 'p:has(img){color:red}'],
    ['a.css', '@layer base{p{color:red}}'],
    ['a.css', 'p{color:color-mix(in srgb,red,blue)}'],
    ['a.css', 'input{accent-color:red}'],
    ['a.css', 'p{height:100dvh}'],
    ['a.css', '@media (width>=600px){p{color:red}}'],
    ['a.css', 'p{color:red;& b{color:blue}}'],
    ['a.css', '@container (min-width:1px){p{color:red}}'],
  ])('catches in %s: %s', (file, text) => {
    expect(look({ [file]: text })).toHaveLength(1)
  })

  it('lets pass what a polyfill in the build supplies', () => {
    const polyfill = 'define(Array.prototype,"at",at)'
    expect(look({ 'start.js': polyfill, 'page.js': 'list.at(-1)' })).toEqual([])
  })

  it("lets pass Vue's own wrapper, but not a call of it", () => {
    const wrapper = 'x={toSorted(e){return r(this).toSorted(e)}}'
    expect(look({ 'a.js': wrapper })).toEqual([])
    expect(look({ 'a.js': wrapper + ';rows.toSorted()' })).toHaveLength(1)
  })
})
