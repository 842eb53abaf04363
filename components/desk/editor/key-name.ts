/** A key as this machine's keyboard calls it: `Mod-Alt-2` is ⌘⌥2 or Ctrl+Alt+2. */
export function keyName(key: string, command: string): string {
  const isMac = command === '⌘'
  const names: Record<string, string> = isMac
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' }
  const parts = key.split('-').map((part) => names[part] ?? part.toUpperCase())
  return parts.join(isMac ? '' : '+')
}

/** The same as `aria-keyshortcuts` wants it. */
export function ariaKey(key: string, command: string): string {
  const names: Record<string, string> = { Mod: command === '⌘' ? 'Meta' : 'Control' }
  return key
    .split('-')
    .map(
      (part) =>
        names[part] ?? part.toUpperCase().replace(/^(ALT|SHIFT)$/, (word) => word[0] + word.slice(1).toLowerCase()),
    )
    .join('+')
}
