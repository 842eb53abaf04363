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
      <path stroke="#111" d={pathOf(modules)} />
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

/** A line through the middle of each row, one module wide, drawn where the code is dark. */
function pathOf(modules: boolean[][]): string {
  return modules.map((row, y) => `M${QUIET} ${y + QUIET}.5${strokesOf(row)}`).join('')
}

function strokesOf(row: boolean[]): string {
  let strokes = ''
  let from = 0
  for (let x = 1; x <= row.length; x++) {
    if (x < row.length && row[x] === row[from]) continue
    strokes += row[from] ? `h${x - from}` : `m${x - from} 0`
    from = x
  }
  return strokes
}
