const fields =
  'textarea, select, input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"]), [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="menu"], [role="listbox"], dialog'

/** Whether a key that is pressed there is somebody's typing, or chooses in a list. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(fields) !== null
}
