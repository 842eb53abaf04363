import type { DeskWords } from '@/messages/words'
import type { JobKind } from '@/newsroom/job'
import { CopyAddress } from './copy-address'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { PushBaidu } from './push-baidu'
import { PushRetry } from './push-retry'
import { PushSwitch } from './push-switch'

/** Times are as shown; `why` says why the last try failed. */
export type ShownJob = {
  id: number
  kind: JobKind
  firstPath: string
  count: number
  tries: number
  state: 'waiting' | 'done' | 'failed'
  createdAt: string
  dueAt: string
  finishedAt: string | null
  why: string | null
}

/** Which search engines are told of addresses, and what became of each time that they were told. */
export function PushRoom({
  words,
  keyAddress,
  hasToken,
  counts,
  jobs,
  change,
  retry,
}: {
  words: DeskWords
  /** Where IndexNow's key is shown; null while it is told nothing. */
  keyAddress: string | null
  hasToken: boolean
  counts: Record<ShownJob['state'], number>
  jobs: ShownJob[]
  change: SimpleAction
  retry: SimpleAction
}) {
  const w = words.push
  return (
    <>
      <header className="bar">
        <a className="btn bare" href="/admin/settings">
          {w.back}
        </a>
        <h1>{w.title}</h1>
      </header>
      <div className="scroll set">
        <div className="body">
          <section aria-labelledby="push-index-now">
            <h2 id="push-index-now">IndexNow</h2>
            <p>{w.indexNowLead}</p>
            <PushSwitch words={words} name="indexNow" isOn={keyAddress !== null} action={change} label="IndexNow" />
            {keyAddress !== null && <CopyAddress address={keyAddress} label={w.keyAddress} words={words} />}
          </section>
          <section aria-labelledby="push-baidu">
            <h2 id="push-baidu">{w.baidu}</h2>
            <p>{w.baiduLead}</p>
            <PushBaidu words={words} hasToken={hasToken} action={change} />
          </section>
          <section aria-labelledby="push-jobs">
            <h2 id="push-jobs">{w.jobs}</h2>
            <p>{fill(w.jobsLead, counts)}</p>
            {jobs.length === 0 ? (
              <p className="qq">{w.none}</p>
            ) : (
              <table className="tbl staff push-jobs">
                <thead>
                  <tr>
                    <th scope="col">{w.made}</th>
                    <th scope="col">{w.whom}</th>
                    <th scope="col">{w.addresses}</th>
                    <th scope="col">{w.state}</th>
                  </tr>
                </thead>
                <tbody>
                  {jobs.map((job) => (
                    <tr key={job.id}>
                      <td className="q">{job.createdAt}</td>
                      <td>{job.kind === 'baidu' ? w.baidu : 'IndexNow'}</td>
                      <td className="mail">
                        {job.count > 1 ? fill(w.andMore, { path: job.firstPath, count: job.count }) : job.firstPath}
                      </td>
                      <td>
                        {stateOf(job, words)}
                        {job.why && <span className="qq"> {job.why}</span>}
                        {job.state === 'failed' && <PushRetry words={words} id={job.id} action={retry} />}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        </div>
      </div>
    </>
  )
}

function stateOf({ state, tries, dueAt, finishedAt }: ShownJob, { push }: DeskWords): string {
  if (state === 'done') return fill(push.done, { at: finishedAt ?? '' })
  if (state === 'failed') return fill(push.failed, { at: finishedAt ?? '', tries })
  return tries === 0 ? push.waiting : fill(push.again, { at: dueAt, tries })
}
