import { PushRoom, type ShownJob } from '@/components/desk/push-room'
import { env } from '@/env'
import { refusalSentence } from '@/messages/words'
import { exactTime } from '@/newsroom/moment'
import { indexNowPath } from '@/newsroom/push-request'
import { countJobs, type JobRecord, listJobs } from '@/store/jobs'
import { readPushSettings } from '@/store/push-settings'
import { DeskPage } from '../../desk-page'
import { newsroom } from '../../newsroom'
import { changeWhomToTell, tryAgain } from './actions'

const mostShown = 50

export default function Push() {
  return (
    <DeskPage current="settings" deed="keep-push">
      {async () => {
        const { db, words, language } = await newsroom()
        const [settings, counts, jobs] = await Promise.all([
          readPushSettings(db),
          countJobs(db),
          listJobs(db, { limit: mostShown }),
        ])
        const { indexNow, baidu } = settings
        return (
          <PushRoom
            words={words}
            keyAddress={indexNow && `${env.siteUrl}${indexNowPath(indexNow.key)}`}
            hasToken={baidu !== null}
            counts={counts}
            jobs={jobs.map((job) => toShown(job, language))}
            change={changeWhomToTell}
            retry={tryAgain}
          />
        )
      }}
    </DeskPage>
  )
}

function toShown(
  { id, kind, paths, tries, state, createdAt, dueAt, finishedAt, failure }: JobRecord,
  language: string,
): ShownJob {
  const shown = (at: Date) => exactTime(at, env.zone, language)
  return {
    id,
    kind,
    firstPath: paths[0] ?? '',
    count: paths.length,
    tries,
    state,
    createdAt: shown(createdAt),
    dueAt: shown(dueAt),
    finishedAt: finishedAt && shown(finishedAt),
    why: state === 'done' ? null : failure && refusalSentence(language, failure.reason, failure.details),
  }
}
