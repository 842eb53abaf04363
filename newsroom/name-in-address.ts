/** Characters as an address is written; a request may be of two thousand, and a list has feeds and variants behind and before its name. */
const longest = 900

/**
 * What stands in an address as `~` and two hex digits: what parts an address, what is decoded twice somewhere, what cannot be seen, `~` itself;
 * a space at an end, a dot that a browser takes for the folder, the signs that Next reads in a path; and the dot before letters at the end,
 * where every server looks for a type of file.
 */
const escaped = /[/\\%?#~[\]\u0000-\u001f\u007f]|^[ .(]| $|\.(?=[A-Za-z][A-Za-z0-9]{0,5}$)/g

/**
 * A name as one part of an address, percent-decoded: two names never share one, and `nameIn` gives the name back. Null for one that is too long
 * to stand in an address.
 */
export function nameInAddress(name: string): string | null {
  const whole = name.toWellFormed()
  if (whole === '') return null
  const part = whole.replace(escaped, (sign) => `~${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return encodeURIComponent(part).length <= longest ? part : null
}

/** The name that a part of an address means, however it is written: more than one part may mean the same name. */
export function nameIn(part: string): string {
  return part.replace(/~([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}

/** A name as people write it: composed (NFC), its spaces single, and none at its ends. */
export function tidyName(name: string): string {
  return name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
}
