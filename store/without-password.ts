/** An address as it may be printed. A password may hold an @ of its own, or stand among the parameters. */
export function withoutPassword(url: string): string {
  return url.replace(/:.*@/s, '://…@').replace(/((?:password|secret|key)=)[^&]*/gi, '$1…')
}
