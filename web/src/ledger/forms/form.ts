// What the forms of acts have in common: run, say it is done, and after a stale version fetch the present one
// so that the person can simply press again; what they typed stays.
import type { Act } from '@/base/act'
import { say } from '@/base/say'

export async function do_act(
  act: Act,
  what: () => Promise<unknown>,
  then: { done: () => void; stale?: () => void; words: string },
): Promise<boolean> {
  let finished = false
  await act.run(async () => {
    await what()
    finished = true
  })
  if (finished) {
    say(then.words)
    then.done()
  } else if (act.refusals.some((one) => one.code === 'somebody_else_changed_it')) then.stale?.()
  return finished
}
