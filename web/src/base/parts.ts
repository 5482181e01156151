// Parts that other modules add to a page. The page names the place and what it gives to what stands there; which parts
// those are, and in which order, app/parts.ts says, so that no page imports from modules to the right of its own.
import type { Component, InjectionKey } from 'vue'

export interface Part<Given> {
  component: Component
  /** What the part is handed; null where it is not shown. */
  props: (given: Given) => object | null
  /** The part is made anew whenever this changes. */
  key?: (given: Given) => string | number
}
export type Place<Given> = InjectionKey<Part<Given>[]>

type Made = abstract new (...args: never[]) => { $props: object }

/** A part whose props are checked against what its component asks for. */
export const part = <C extends Made, Given>(
  component: C,
  props: (given: Given) => InstanceType<C>['$props'] | null,
  key?: (given: Given) => string | number,
): Part<Given> => ({ component: component as unknown as Component, props, key })
