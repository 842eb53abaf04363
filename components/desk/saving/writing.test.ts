import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { blankCopy } from '@/newsroom/blank-copy'
import { toFields } from '@/newsroom/copy-fields'
import type { SaveState } from '../form-state'
import type { JournalEntry } from './journal'
import { type SaveRequest, toForm } from './save-request'
import { type Conflict, openWriting } from './writing'

const copy = toFields(blankCopy({ headline: '柳浦港开港', body: '第一段。\n\n第二段。', category: 'bendi' }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A desk whose saves wait until the test answers them. */
function desk({
  orphan = null,
  keepsJournal = true,
  conflict = null,
}: {
  orphan?: JournalEntry | null
  keepsJournal?: boolean
  conflict?: Conflict | null
} = {}) {
  const sent: SaveRequest[] = []
  const answers: ((state: SaveState | null) => void)[] = []
  const entries = new Map<string, JournalEntry>()
  let names = 0
  const writing = openWriting(
    {
      send: (request) => {
        sent.push(request)
        return new Promise((resolve) => answers.push(resolve))
      },
      journal: {
        write: async (entry) => {
          if (!keepsJournal) throw new Error('this browser keeps nothing')
          entries.set(entry.tab, entry)
        },
        forget: async (tab) => void entries.delete(tab),
        findOrphan: async () => orphan,
      },
      newKey: () => `name-${names++}`,
      now: () => Date.now(),
      later: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    { copy, desk: { id: 7, version: 3, status: 'draft', ahead: false, address: null }, conflict },
  )
  const answer = async (state: SaveState | null) => {
    answers.shift()?.(state)
    await vi.advanceTimersByTimeAsync(0)
  }
  return {
    writing,
    sent,
    answer,
    entries,
    saved: (version: number) => answer({ outcome: 'saved', id: 7, version, status: 'draft', at: '10:02' }),
  }
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const stale = (theirs: Partial<typeof copy>, theirVersion = 4): SaveState => ({
  outcome: 'stale',
  sentence: '陆知微先存了一版。',
  by: '陆知微',
  theirs: { ...copy, ...theirs },
  theirVersion,
})

describe('somebody who writes', () => {
  it('has it on the server within two seconds of a pause, and on the machine before that', async () => {
    const { writing, sent, entries, saved } = desk()
    writing.change({ headline: '柳浦港今天开港' })
    expect(writing.state().localAt).toBeNull()
    await pass(200)
    expect([...entries.values()].map(({ copy, version }) => [copy.headline, version])).toEqual([['柳浦港今天开港', 3]])
    expect(writing.state().localAt).not.toBeNull()
    await pass(800)
    expect(sent).toMatchObject([{ act: 'autosave', version: 3, copy: { headline: '柳浦港今天开港' } }])
    await saved(4)
    expect(writing.state()).toMatchObject({ desk: { version: 4 }, kept: { headline: '柳浦港今天开港' }, sending: null })
    expect(entries.size).toBe(0)
  })

  it('has one save on its way at a time, each based on what the one before made', async () => {
    const { writing, sent, saved } = desk()
    writing.change({ headline: '一' })
    await pass(1000)
    writing.change({ headline: '二' })
    await pass(5000)
    expect(sent).toHaveLength(1)
    await saved(4)
    await pass(1000)
    expect(sent.map(({ version, copy }) => [version, copy.headline])).toEqual([
      [3, '一'],
      [4, '二'],
    ])
  })

  it('who publishes while a save is on its way has that done after it', async () => {
    const { writing, sent, saved } = desk()
    writing.change({ headline: '一' })
    await pass(1000)
    writing.ask('publish')
    expect(sent).toHaveLength(1)
    await saved(4)
    expect(sent[1]).toMatchObject({ act: 'publish', version: 4 })
  })

  it('sends a save that got no answer again under its name, more and more rarely, and as it was', async () => {
    const { writing, sent, answer, saved } = desk()
    writing.change({ headline: '一' })
    await pass(1000)
    await answer(null)
    writing.change({ headline: '二' })
    expect(writing.state().trouble).toEqual({ is: 'unreached' })
    await pass(2000)
    await answer(null)
    await pass(3999)
    expect(sent).toHaveLength(2)
    await pass(1)
    expect(sent.map(({ key, copy }) => [key, copy.headline])).toEqual(
      Array.from({ length: 3 }, () => [sent[0]?.key, '一']),
    )
    await saved(4)
    await pass(1000)
    expect(sent[3]).toMatchObject({ version: 4, copy: { headline: '二' } })
    expect(writing.state().trouble).toBeNull()
  })

  it('who pressed publish and got no answer publishes nothing later by itself', async () => {
    const { writing, sent, answer } = desk()
    writing.change({ headline: '一' })
    writing.ask('publish')
    await pass(0)
    await answer(null)
    writing.reachable()
    await pass(0)
    expect(sent.map(({ act }) => act)).toEqual(['publish', 'save'])
    expect(sent[1]?.key).toBe(sent[0]?.key)
  })

  it('tries at once when the line is back', async () => {
    const { writing, sent, answer } = desk()
    writing.change({ headline: '一' })
    await pass(1000)
    await answer(null)
    writing.reachable()
    await pass(0)
    expect(sent).toHaveLength(2)
  })

  it('is told when neither the server nor this machine has the words', async () => {
    const { writing, answer } = desk({ keepsJournal: false })
    writing.change({ headline: '一' })
    await pass(1000)
    await answer(null)
    expect(writing.state()).toMatchObject({ trouble: { is: 'unreached' }, localAt: null, keepsJournal: false })
  })

  it('has somebody else’s changes of other places put together with theirs, and saves the whole', async () => {
    const { writing, sent, answer } = desk()
    writing.change({ body: '第一段。\n\n第二段，补一句。' })
    await pass(1000)
    await answer(stale({ body: '第一段，改了。\n\n第二段。', standfirst: '导语。' }))
    expect(writing.state()).toMatchObject({
      copy: { body: '第一段，改了。\n\n第二段，补一句。', standfirst: '导语。' },
      conflict: null,
      mergedWith: '陆知微',
    })
    expect(sent[1]).toMatchObject({ version: 4, isMerge: true, act: 'autosave' })
  })

  it('publishes nothing that nobody has seen together', async () => {
    const { writing, sent, answer, saved } = desk()
    writing.change({ body: '第一段。\n\n第二段，补一句。' })
    writing.ask('publish')
    await pass(0)
    await answer(stale({ standfirst: '导语。' }))
    expect(sent[1]).toMatchObject({ act: 'save', isMerge: true })
    await saved(5)
    await pass(5000)
    expect(sent).toHaveLength(2)
  })

  it('chooses where both changed the same; what is typed meanwhile is set aside too', async () => {
    const { writing, sent, answer, entries } = desk()
    writing.change({ headline: '我的标题' })
    await pass(1000)
    await answer(stale({ headline: '她的标题' }))
    expect(writing.state().conflict).toMatchObject({
      base: { headline: '柳浦港开港' },
      theirs: { headline: '她的标题' },
    })
    writing.ask('publish')
    expect(sent).toHaveLength(1)
    writing.change({ headline: '我的标题，又改了' })
    await pass(1000)
    expect(sent[1]).toMatchObject({ act: 'autosave', version: 3, asideKey: sent[0]?.asideKey })
    await answer(stale({ headline: '她的标题' }))
    expect([...entries.values()].at(-1)?.copy.headline).toBe('我的标题，又改了')
    writing.resolve({ ...copy, headline: '她的标题' })
    await pass(0)
    expect(sent[2]).toMatchObject({ act: 'save', isMerge: true, version: 4, copy: { headline: '她的标题' } })
  })

  it('who chooses before the server has the last words leaves them there first', async () => {
    const { writing, sent, answer } = desk()
    writing.change({ headline: '我的标题' })
    await pass(1000)
    await answer(stale({ headline: '她的标题' }))
    writing.change({ headline: '我的另一个标题' })
    writing.resolve({ ...copy, headline: '她的标题' })
    await pass(0)
    expect(sent[1]).toMatchObject({ act: 'autosave', version: 3, copy: { headline: '我的另一个标题' } })
    await answer(stale({ headline: '她的标题' }))
    expect(sent[2]).toMatchObject({ act: 'save', version: 4, copy: { headline: '她的标题' } })
  })

  it('who takes up what had been set aside sends nothing before they choose, and leaves nothing behind', async () => {
    const theirs = { ...copy, headline: '她的标题' }
    const base = { ...copy, headline: '原来的标题' }
    const conflict: Conflict = {
      outcome: 'stale',
      sentence: '陆知微先存了一版。',
      by: '陆知微',
      theirs,
      theirVersion: 9,
      base,
    }
    const orphan = { tab: 'dead', id: 7, version: 3, kept: copy, copy: theirs, sent: null, at: 0 }
    const { writing, sent, entries, saved } = desk({ conflict, orphan })
    await writing.recover()
    await writing.writeDown()
    await pass(60_000)
    expect([sent, entries.size, writing.state().copy]).toEqual([[], 0, copy])
    writing.ask('publish')
    await pass(0)
    expect(sent).toEqual([])
    writing.resolve({ ...copy, headline: '两边的标题' })
    await pass(0)
    expect(sent).toMatchObject([{ act: 'save', isMerge: true, version: 9, copy: { headline: '两边的标题' } }])
    await saved(10)
    expect(writing.state()).toMatchObject({ conflict: null, desk: { version: 10 }, kept: { headline: '两边的标题' } })
  })

  it('who writes on in what had been set aside has that in the journal, and set aside too', async () => {
    const theirs = { ...copy, headline: '她的标题' }
    const conflict: Conflict = { outcome: 'stale', sentence: '', by: '陆知微', theirs, theirVersion: 9, base: copy }
    const { writing, sent, entries } = desk({ conflict })
    writing.change({ headline: '我又写了' })
    await pass(1000)
    expect([...entries.values()].map(({ copy }) => copy.headline)).toEqual(['我又写了'])
    expect(sent).toMatchObject([{ act: 'autosave', version: 3, copy: { headline: '我又写了' } }])
  })

  it('is told why a save was refused, and has the words tried again when they have changed', async () => {
    const { writing, sent, answer } = desk()
    writing.change({ headline: '太长' })
    await pass(1000)
    await answer({ outcome: 'refused', sentence: '标题太长。', field: 'headline' })
    expect(writing.state().trouble).toMatchObject({ is: 'refused', sentence: '标题太长。' })
    await pass(60_000)
    expect(sent).toHaveLength(1)
    writing.change({ headline: '短' })
    await pass(1000)
    expect(sent).toHaveLength(2)
  })

  it('whose publish is refused has the words saved all the same', async () => {
    const { writing, sent, answer } = desk()
    writing.change({ headline: '' })
    writing.ask('publish')
    await pass(0)
    await answer({ outcome: 'refused', sentence: '稿件没有标题。', field: 'headline' })
    await pass(1000)
    expect(sent[1]).toMatchObject({ act: 'autosave', copy: { headline: '' } })
  })

  it('goes on where a dead tab stopped: its last save is asked for again under its name, then what came after', async () => {
    const before = { ...copy, headline: '在路上的' }
    const request: SaveRequest = {
      key: 'the-dead-tabs',
      id: 7,
      version: 2,
      act: 'autosave',
      isMerge: false,
      copy: before,
      asideKey: 'aside-of-it',
    }
    const orphan = {
      tab: 'dead',
      id: 7,
      version: 2,
      kept: copy,
      copy: { ...copy, headline: '最后的' },
      sent: request,
      at: 0,
    }
    const { writing, sent, saved } = desk({ orphan })
    await writing.recover()
    await pass(0)
    expect(writing.state()).toMatchObject({ copy: { headline: '最后的' }, isRecovered: true })
    expect(sent).toEqual([request])
    await saved(3)
    await pass(1000)
    expect(sent[1]).toMatchObject({ version: 3, copy: { headline: '最后的' } })
  })
})

describe('how the body is read', () => {
  it('is said with every save', async () => {
    const { writing, sent } = desk()
    writing.change({ body: '<p>甲</p>' })
    await pass(1000)
    expect(sent[0] && toForm(sent[0]).get('bodyFormat')).toBe('markdown')
  })
  it('is what the article says where words that were left on this machine do not', async () => {
    const { bodyFormat: _, ...old } = copy
    const orphan = {
      tab: 'dead',
      id: 7,
      version: 3,
      kept: old,
      copy: { ...old, headline: '留下的' },
      sent: null,
      at: 1,
    }
    const { writing, sent } = desk({ orphan })
    await writing.recover()
    await pass(0)
    expect(writing.state().copy).toEqual({ ...copy, headline: '留下的' })
    expect(sent[0]?.copy.bodyFormat).toBe('markdown')
  })
})

describe('somebody who would rather have an article of their own', () => {
  const clash = async () => {
    const one = desk()
    one.writing.change({ headline: '柳浦港今天开港', slug: 'gang' })
    await pass(2000)
    await one.answer(stale({ headline: '柳浦港昨夜开港' }))
    return one
  }
  const begun = (id: number): SaveState => ({ outcome: 'saved', id, version: 1, status: 'draft', at: '10:03' })

  it('has mine as a new draft under an address of its own, and goes on with theirs', async () => {
    const { writing, sent, answer, entries } = await clash()
    writing.keepApart()
    await pass(0)
    expect(sent.at(-1)).toMatchObject({ id: null, version: 0, act: 'save', isMerge: false })
    expect(sent.at(-1)?.copy).toMatchObject({ headline: '柳浦港今天开港', slug: '' })
    await answer(begun(8))
    expect(writing.state()).toMatchObject({ apart: 8, conflict: null, desk: { id: 7, version: 4 } })
    expect(writing.state().copy.headline).toBe('柳浦港昨夜开港')
    expect(entries.size).toBe(0)
    await pass(60_000)
    expect(sent).toHaveLength(2)
  })
  it('makes one draft, however often the line goes down', async () => {
    const { writing, sent, answer } = await clash()
    writing.keepApart()
    await pass(0)
    await answer(null)
    await pass(2000)
    writing.keepApart()
    await answer(begun(8))
    expect(new Set(sent.slice(1).map(({ key }) => key)).size).toBe(1)
    expect(writing.state()).toMatchObject({ apart: 8, conflict: null })
  })
  it('keeps what is typed meanwhile, and is asked again', async () => {
    const { writing, sent, answer } = await clash()
    writing.keepApart()
    writing.change({ headline: '柳浦港今天正式开港' })
    await pass(0)
    await answer(begun(8))
    expect(writing.state().conflict).not.toBeNull()
    expect(writing.state().copy.headline).toBe('柳浦港今天正式开港')
    await pass(2000)
    // Set aside with the server, as everything is that waits for a choice.
    expect(sent.at(-1)).toMatchObject({ id: 7, act: 'autosave', copy: { headline: '柳浦港今天正式开港' } })
  })
  it('is told why not', async () => {
    const { writing, answer } = await clash()
    writing.keepApart()
    await pass(0)
    await answer({ outcome: 'refused', sentence: '没有这个栏目。', field: 'category' })
    expect(writing.state()).toMatchObject({ trouble: { is: 'refused' }, apart: null })
    expect(writing.state().conflict).not.toBeNull()
  })
})
