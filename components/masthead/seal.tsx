/** The seal beside the nameplate: two characters one above the other, or four two by two, read from the right. */
export function Seal({ characters }: { characters: string }) {
  const cut = [...characters.trim()].slice(0, 4)
  if (cut.length === 0) return null
  return (
    <svg className="seal" viewBox="0 0 64 88" aria-hidden="true" focusable="false">
      <path fill="currentColor" d="M5 2l24-1 30 2 3 5-1 30 2 22-2 24-5 3-22-1-28 2-4-4 1-28-2-24 1-26z" />
      {places(cut.length).map(([x, y], at) => (
        <text key={at} x={x} y={y} textAnchor="middle">
          {cut[at]}
        </text>
      ))}
    </svg>
  )
}

function places(count: number): [x: number, y: number][] {
  if (count === 1) return [[32, 54]]
  if (count === 2)
    return [
      [32, 38],
      [32, 73],
    ]
  if (count === 3)
    return [
      [32, 29],
      [32, 54],
      [32, 79],
    ]
  return [
    [46, 38],
    [46, 73],
    [18, 38],
    [18, 73],
  ]
}
