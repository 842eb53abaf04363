import { StoryMeta } from '@/components/ui/story-meta'
import type { ReaderWords } from '@/messages/words'
import type { Stretch } from '@/newsroom/search/mark-text'
import type { Hit } from '@/newsroom/search/search-result'
import type { Site } from '@/newsroom/site'

/** An article that was found: its headline and where its text says what was asked for. */
export function SearchHit(props: Hit & { site: Site; words: ReaderWords; now: Date }) {
  const { article, headline, excerpts, ...rest } = props
  return (
    <li>
      <h3>
        <a href={article.path}>
          <Marked stretches={headline} />
        </a>
      </h3>
      {excerpts.map((stretches) => (
        <p key={stretches.map(({ text }) => text).join('')}>
          <Marked stretches={stretches} />
        </p>
      ))}
      <StoryMeta article={article} {...rest} />
    </li>
  )
}

function Marked({ stretches }: { stretches: Stretch[] }) {
  return stretches.map(({ text, isFound }, at) => (isFound ? <mark key={at}>{text}</mark> : text))
}
