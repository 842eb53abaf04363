/** The name of a part of a page, below the double rule that opens it, with the way to all of it. */
export function PartHeading({
  id,
  name,
  live = false,
  more,
}: {
  id: string
  name: string
  live?: boolean
  more?: { name: string; path: string }
}) {
  return (
    <div className="part">
      <h2 id={id} className={live ? 'live' : undefined}>
        {name}
      </h2>
      {more ? (
        <a className="more" href={more.path}>
          {more.name}
        </a>
      ) : null}
    </div>
  )
}
