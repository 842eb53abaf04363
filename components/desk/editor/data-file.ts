/** A picture that is there as data, as the file that it is; null for data that is none. */
export function dataFile(address: string, name: string): File | null {
  const found = /^data:(image\/([a-z]+));base64,([\s\S]*)$/i.exec(address)
  if (!found) return null
  const [, type = '', ending = '', base64 = ''] = found
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s+/g, '')), (character) => character.charCodeAt(0))
    return new File([bytes], `${name}.${ending === 'jpeg' ? 'jpg' : ending}`, { type })
  } catch {
    return null
  }
}
