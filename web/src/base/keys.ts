// When a single key is a command and when it is somebody writing.

const writing = 'input, textarea, select, [contenteditable="true"]'

export function is_writing(event: KeyboardEvent): boolean {
  // 229 is what older browsers send for a key that the input method has taken.
  if (event.isComposing || event.keyCode === 229) return true
  const target = event.target
  return target instanceof Element && target.closest(writing) !== null
}

/** True where the single key may act: nobody is writing, no modifier is held, no dialog is open. */
export function is_command(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || is_writing(event)) return false
  return (
    document.querySelector('.el-overlay:not([style*="display: none"]) [role="dialog"]') === null
  )
}
