import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { readShelfUrl } from './media/shelf-url'
import { isZone } from './newsroom/moment'
import { withoutPassword } from './store/without-password'

export type Environment = {
  port: number
  host: string
  /** The public origin, without a slash at the end. */
  siteUrl: string
  /** Absolute. Everything that is written lies under it. */
  dataDir: string
  /** `file:` with an absolute path, or the address of a database on a PostgreSQL server. */
  databaseUrl: string
  /** Where pictures are kept: `file:` with an absolute path, or the address of a bucket with the key and the secret in it. */
  mediaUrl: string
  zone: string
  /** What the newspaper's own key is made from, where several machines share one; null to keep it in a file under `dataDir`. */
  secretKey: string | null
  demo: boolean
  firstAdministrator: { email: string; password: string } | null
  /** Whether Next compiles pages as they are asked for. */
  development: boolean
  /** Processes that serve. */
  workers: number
  /** Bytes that kept pages may take, of all workers together. */
  pageCacheBytes: number
  /** Whether answers say how they came about, for measuring. */
  reportsPages: boolean
  /** The one host of this machine's own that pictures may be fetched from, in tests of that; null everywhere else. */
  outsideTrial: { host: string; port: number } | null
  /** The project's own folder: every script of ours runs there. */
  projectFolder: string
  /** Where the person stands who typed the command: npm runs it in the project's folder. */
  callersFolder: string
}

const takesPort = 'takes a number from 0 to 65535'
const takesOrigin = 'takes the public origin and nothing behind it, as in https://example.org'
const takesShelf = 'takes file: and a path, or s3://bucket?endpoint=https://host&region=name'
const takesStore = 'takes file: and a path, or postgresql://name:password@host:port/database'

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, takesPort)
    .transform(Number)
    .refine((port) => port <= 65_535, takesPort)
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: takesOrigin })
    .refine((url) => URL.canParse(url) && new URL(url).pathname === '/' && !/[?#]/.test(url), takesOrigin)
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .refine((url) => /^file:./.test(url) || (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)), takesStore)
    .optional(),
  MEDIA_URL: z
    .string()
    .refine((url) => readShelfUrl(url) !== null, takesShelf)
    .optional(),
  MEDIA_KEY: z.string().optional(),
  MEDIA_SECRET: z.string().optional(),
  ADMIN_EMAIL: z.email('takes an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'takes a password of at least 12 characters').optional(),
  DEMO: z.enum(['0', '1'], 'takes 0 or 1').default('1'),
  WORKERS: z
    .string()
    .regex(/^([1-9]|[1-5]\d|6[0-4])$/, 'takes a number from 1 to 64')
    .transform(Number)
    .default(1),
  PAGE_CACHE_MB: z
    .string()
    .regex(/^(?:1[6-9]|[2-9]\d|[1-9]\d{2,4})$/, 'takes megabytes, from 16 to 99999')
    .transform(Number)
    .default(256),
  SITE_TIME_ZONE: z.string().refine(isZone, 'takes an IANA time zone, as in Asia/Shanghai').default('Asia/Shanghai'),
  SECRET_KEY: z.string().min(32, 'takes a secret of at least 32 characters').optional(),
  INIT_CWD: z.string().optional(),
  DIBAO_DEV: z.enum(['0', '1'], 'takes 0 or 1').default('0'),
  DIBAO_OUTSIDE_TRIAL: z
    .string()
    .regex(/^127\.0\.0\.1:[1-9]\d{1,4}$/, 'takes 127.0.0.1 and a port, and is for tests only')
    .optional(),
  DIBAO_PAGE_REPORT: z.enum(['0', '1'], 'takes 0 or 1').default('0'),
})

/**
 * The only reader of the process's environment. Throws one sentence that names the variable, what it got and what it takes;
 * a password or a secret is never repeated.
 */
export function readEnvironment(from: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) throw new Error(sentence(parsed.error.issues[0], from))
  const v = parsed.data
  if ((v.ADMIN_EMAIL === undefined) !== (v.ADMIN_PASSWORD === undefined)) {
    throw new Error(
      'ADMIN_EMAIL and ADMIN_PASSWORD come together: set both, or neither and use the link that is printed at start.',
    )
  }
  const dataDir = resolve(v.DATA_DIR)
  const siteUrl = (v.SITE_URL ?? `http://localhost:${v.PORT}`).replace(/\/+$/, '')
  return {
    port: v.PORT,
    host: v.HOST,
    siteUrl,
    dataDir,
    databaseUrl: v.DATABASE_URL ? absoluteFile(v.DATABASE_URL) : `file:${resolve(dataDir, 'dibao.db')}`,
    mediaUrl: v.MEDIA_URL ? withSecrets(absoluteFile(v.MEDIA_URL), v) : `file:${resolve(dataDir, 'media')}`,
    zone: v.SITE_TIME_ZONE,
    secretKey: v.SECRET_KEY ?? null,
    demo: v.DEMO === '1',
    firstAdministrator: v.ADMIN_EMAIL && v.ADMIN_PASSWORD ? { email: v.ADMIN_EMAIL, password: v.ADMIN_PASSWORD } : null,
    development: v.DIBAO_DEV === '1',
    workers: v.WORKERS,
    pageCacheBytes: v.PAGE_CACHE_MB * 1_000_000,
    reportsPages: v.DIBAO_PAGE_REPORT === '1',
    outsideTrial: readTrial(v, siteUrl),
    projectFolder: process.cwd(),
    callersFolder: v.INIT_CWD ?? process.cwd(),
  }
}

/** The environment of this process. */
export const env = readEnvironment(process.env)

/** Whoever could reach the newspaper from elsewhere could have this machine asked by it. */
function readTrial(
  { DIBAO_OUTSIDE_TRIAL: trial, HOST }: z.infer<typeof variables>,
  siteUrl: string,
): Environment['outsideTrial'] {
  if (trial === undefined) return null
  if (HOST !== '127.0.0.1' || !/^http:\/\/(127\.0\.0\.1|localhost)(:|$)/.test(siteUrl))
    throw new Error(
      'DIBAO_OUTSIDE_TRIAL is for tests on one machine: HOST must be 127.0.0.1, and SITE_URL http://127.0.0.1 or http://localhost.',
    )
  const [host = '', port] = trial.split(':')
  return { host, port: Number(port) }
}

/** A bucket's key and secret come in its address or beside it. */
function withSecrets(mediaUrl: string, { MEDIA_KEY, MEDIA_SECRET }: z.infer<typeof variables>): string {
  if (mediaUrl.startsWith('file:')) return mediaUrl
  const url = new URL(mediaUrl)
  if (MEDIA_KEY) url.searchParams.set('key', MEDIA_KEY)
  if (MEDIA_SECRET) url.searchParams.set('secret', MEDIA_SECRET)
  if (url.searchParams.get('key') && url.searchParams.get('secret')) return url.href
  throw new Error(
    'MEDIA_URL names a bucket; set MEDIA_KEY and MEDIA_SECRET to what its service knows this newspaper by.',
  )
}

function absoluteFile(url: string): string {
  if (!url.startsWith('file:')) return url
  const path = url.slice('file:'.length)
  return isAbsolute(path) ? url : `file:${resolve(path)}`
}

function sentence(issue: z.core.$ZodIssue | undefined, from: Record<string, string | undefined>): string {
  const name = String(issue?.path[0] ?? '')
  const got = /PASSWORD|SECRET/.test(name)
    ? 'a value that does not fit'
    : JSON.stringify(withoutPassword(from[name] ?? ''))
  return `${name} is ${got}; it ${issue?.message.startsWith('takes') ? issue.message : `is not right: ${issue?.message}`}.`
}
