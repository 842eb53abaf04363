/** Fills the `{gap}`s of a sentence; a gap without a filling stays as it is. */
export function fill(text: string, gaps: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap))
}
