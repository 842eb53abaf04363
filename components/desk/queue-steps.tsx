import type { DeskWords } from '@/messages/words'
import type { Status } from '@/newsroom/article'
import { queuePath } from './queue-path'
import { StatusMark } from './status-mark'

const order: Status[] = ['draft', 'published', 'killed', 'spiked']

/** The monitor: how many articles stand in each state, and the way to see only those. */
export function QueueSteps({
  words,
  counts,
  status,
  category,
}: {
  words: DeskWords
  counts: Record<Status, number | string>
  status: Status | null
  category: string | null
}) {
  return (
    <nav className="steps" aria-label={words.queue.byStatus}>
      <a href={queuePath({ category })} aria-current={status === null ? 'true' : undefined}>
        <b>{sum(Object.values(counts))}</b> <span>{words.queue.all}</span>
      </a>
      {order.map((each) => (
        <a key={each} href={queuePath({ status: each, category })} aria-current={status === each ? 'true' : undefined}>
          <b>{counts[each]}</b> <StatusMark status={each} words={words} />
        </a>
      ))}
    </nav>
  )
}

function sum(counts: (number | string)[]): string {
  const total = counts.reduce<number>((all, count) => all + Number.parseInt(String(count), 10), 0)
  return counts.some((count) => typeof count === 'string') ? `${total}+` : String(total)
}
