import { encode } from 'uqr'

const QUIET = 2
/**
 * Any of the eight masks makes a good code (ISO/IEC 18004 §7.8); to try all of them and weigh the outcome, as an encoder does by itself, was a
 * tenth of the work of a whole page. This one is a plain chequer of diagonals.
 */
const maskPattern = 3

/** An address as a QR code, drawn as one path: no script, no picture to load. Null for an address too long for a code. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const modules = modulesOf(address)
  if (!modules) return null
  const size = modules.length + 2 * QUIET
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path fill="#111" d={pathOf(modules)} />
    </svg>
  )
}

function modulesOf(address: string): boolean[][] | null {
  try {
    return encode(address, { ecc: 'M', border: 0, maskPattern }).data
  } catch {
    return null
  }
}

/** Each row's dark runs as one rectangle. */
function pathOf(modules: boolean[][]): string {
  let path = ''
  for (let y = 0; y < modules.length; y++) {
    for (let x = 0; x < modules.length; x++) {
      const start = x
      while (modules[y]?.[x]) x++
      if (x > start) path += `M${start + QUIET} ${y + QUIET}h${x - start}v1h-${x - start}z`
    }
  }
  return path
}
