import type { Found } from '../publish/readers'
import type { Act } from '../publish/run-acts'
import type { Finding } from '../report/finding'
import { quantile } from '../report/quantile'

const allowedBetweenMachines = 50

/** What readers found, as figures: stale answers first, then how soon each surface showed each kind of act. */
export function findingsOfPublishing(name: string, acts: Act[], found: Found, publishersPort: number): Finding[] {
  const part = 'publish'
  const ages = (stale: Found['stale']) => stale.map(({ age }) => age)
  const here = found.stale.filter(({ port }) => port === publishersPort)
  const elsewhere = found.stale.filter(({ port }) => port !== publishersPort)
  const ports = new Set(found.firstFresh.map(({ port }) => port))
  const findings: Finding[] = [
    {
      part,
      what: `stale answers to requests sent after the publisher’s answer, ${name}`,
      unit: 'count',
      figure: here.length,
      goal: { most: 0 },
      note: here.length > 0 ? worst(here) : '',
    },
    ...(ports.size > 1
      ? [
          {
            part,
            what: `oldest stale answer of another process, ${name}`,
            unit: 'ms' as const,
            figure: Math.max(0, ...ages(elsewhere)),
            goal: { most: allowedBetweenMachines },
            note: `${elsewhere.length} stale answers`,
          },
        ]
      : []),
    {
      part,
      what: `acts that a surface never showed, ${name}`,
      unit: 'count',
      figure: found.never.length,
      goal: { most: 0 },
      note: found.never.slice(0, 3).join('; '),
    },
    {
      part,
      what: `broken answers, ${name}`,
      unit: 'count',
      figure: found.broken.length,
      goal: { most: 0 },
      note: found.broken.slice(0, 2).join('; '),
    },
    {
      part,
      what: `reads, ${name}`,
      unit: 'count',
      figure: found.reads,
      note: `${acts.length} acts`,
    },
  ]
  for (const kind of new Set(acts.map((act) => act.kind)))
    for (const way of new Set(acts.filter((act) => act.kind === kind).map((act) => act.way))) {
      const numbers = new Set(acts.filter((act) => act.kind === kind && act.way === way).map(({ number }) => number))
      const seen = found.firstFresh.filter(({ act }) => numbers.has(act))
      for (const surface of new Set(seen.map((each) => each.surface))) {
        const times = seen.filter((each) => each.surface === surface).map(({ after }) => after)
        findings.push({
          part,
          what: `${kind} (${way}) to first fresh answer, ${surface}, ${name}`,
          unit: 'ms',
          figure: quantile(times, 0.5),
          spread: [Math.min(...times), Math.max(...times)],
          note: 'all surfaces asked for at once',
        })
      }
    }
  return findings
}

function worst(stale: Found['stale']): string {
  const oldest = stale.toSorted((a, b) => b.age - a.age)[0]
  if (!oldest) return ''
  const surfaces = [...new Set(stale.map(({ surface }) => surface))].join(', ')
  return `${surfaces}; the oldest ${oldest.age.toFixed(1)} ms after act ${oldest.act}, on ${oldest.surface}: it showed ${oldest.seen}`
}
