/*
 * What a reader's page can do where scripts run: it remembers how one likes to read, copies its address, says how long
 * ago something was, and tells when there is newer news. Every page is complete without it. Its words stand in the page.
 * Loaded in the head, so that a choice is there before the first paint. Served as it is written.
 */
;(function () {
  'use strict'

  const root = document.documentElement
  const darkSystem = matchMedia('(prefers-color-scheme: dark)')
  // Under /large/ the document itself is in large print; the way back is another address.
  const isLargeEdition = root.dataset.size === 'large'
  root.dataset.scripts = ''

  /* ── How one likes to read ── */

  const choices = { theme: ['system', 'light', 'dark'], size: ['standard', 'large'] }
  const chosen = { theme: 'system', size: 'standard' }

  /** Takes the choices up again that were made on another page or in another tab. */
  function recall() {
    for (const name in choices) {
      try {
        const kept = localStorage.getItem('dibao-' + name)
        chosen[name] = choices[name].includes(kept) ? kept : choices[name][0]
      } catch (forbidden) {
        // Some browsers allow no storage: a choice then lasts as long as its page.
      }
    }
    wear()
  }

  function choose(name, value) {
    chosen[name] = value
    try {
      localStorage.setItem('dibao-' + name, value)
    } catch (forbidden) {}
    wear()
  }

  function wear() {
    if (chosen.theme === 'system') delete root.dataset.theme
    else root.dataset.theme = chosen.theme
    if (isLargeEdition || chosen.size === 'large') root.dataset.size = 'large'
    else delete root.dataset.size
    showChoices()
  }

  const isDark = () => chosen.theme === 'dark' || (chosen.theme === 'system' && darkSystem.matches)

  function showChoices() {
    const now = { theme: chosen.theme, size: root.dataset.size || 'standard', dark: String(isDark()) }
    for (const button of document.querySelectorAll('button[data-choose]'))
      button.setAttribute('aria-pressed', String(now[button.dataset.choose] === button.value))
    // The browser's own bars take the colour of the theme that is worn.
    for (const colour of document.querySelectorAll('meta[name="theme-color"]')) {
      const scheme = (colour.dataset.scheme = colour.dataset.scheme || colour.media)
      const worn = scheme.includes('dark') === isDark() ? 'all' : 'not all'
      colour.media = chosen.theme === 'system' ? scheme : worn
    }
  }

  /** The button that only turns dark on and off: back at the system's own theme it follows the system again. */
  function toggleDark() {
    const other = isDark() ? 'light' : 'dark'
    choose('theme', darkSystem.matches === (other === 'dark') ? 'system' : other)
  }

  function chooseSize(size) {
    choose('size', size)
    const plain = document.querySelector('a[data-variant="plain"]')
    if (isLargeEdition && size === 'standard' && plain) location.assign(plain.href)
  }

  /** The links to large and to standard print work without us; here they change the page in place. */
  function followVariant(event, link) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    chooseSize(link.dataset.variant === 'large' ? 'large' : 'standard')
    const other = link.parentElement.querySelector('a[data-variant]:not([data-variant="' + link.dataset.variant + '"])')
    if (other) other.focus()
  }

  /* ── The address, to pass on ── */

  function copyAddress(button) {
    const said = button.parentElement.querySelector('[role="status"]')
    const say = (copied) => {
      said.textContent = copied ? said.dataset.copied : said.dataset.byHand
      if (copied) setTimeout(() => (said.textContent = ''), 4000)
    }
    // Only safe origins have a clipboard; elsewhere the address is selected, and copied if the browser does that.
    const byHand = () => {
      getSelection().selectAllChildren(document.getElementById(button.dataset.selects))
      say(document.execCommand('copy'))
    }
    if (!navigator.clipboard) return byHand()
    navigator.clipboard.writeText(button.dataset.copy).then(() => say(true), byHand)
  }

  /* ── How long ago ── */

  const exact = new WeakMap()

  /** `data-ago` says up to which age a time is told as one: `hour` where a day's heading stands above it, else `day`. */
  function tellTimes() {
    const words = document.body.dataset
    for (const time of document.querySelectorAll('time[data-ago]')) {
      if (!exact.has(time)) exact.set(time, time.textContent)
      const minutes = Math.floor((Date.now() - Date.parse(time.dateTime)) / 60000)
      let text = exact.get(time)
      if (minutes >= -1 && minutes < 1) text = words.justNow
      else if (minutes > 0 && minutes < 60) text = words.minutesAgo.replace('{n}', minutes)
      else if (minutes > 0 && minutes < 24 * 60 && time.dataset.ago === 'day')
        text = words.hoursAgo.replace('{n}', Math.floor(minutes / 60))
      if (time.textContent !== text) time.textContent = text
    }
  }

  /* ── Newer news ── */

  let failures = 0
  let rest = 0

  /** Asks what is newer than what the page shows. Nobody is asked for a page that nobody sees; after failures more rarely. */
  function askForNews() {
    const bar = document.querySelector('.fresh')
    if (!bar || document.hidden || document.prerendering || !navigator.onLine || rest-- > 0) return
    fetch('/newest.json', { cache: 'no-cache', credentials: 'omit' })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((newest) => {
        failures = rest = 0
        announce(bar, newest)
      })
      .catch(() => {
        rest = Math.min(2 ** ++failures - 1, 15)
      })
  }

  function announce(bar, newest) {
    const { known, since, category, kind, said } = bar.dataset
    const ids = new Set(known.split(' '))
    const news = newest.filter(
      (one) => (!category || one.category === category) && (!kind || one.kind === kind) && one.at > since && !ids.has(String(one.id)),
    )
    if (news.length === 0) {
      bar.textContent = ''
      return
    }
    const link = bar.querySelector('a') || document.createElement('a')
    const mayBeMore = known !== '' && news.length === newest.length
    const text = said.replace('{n}', news.length + (mayBeMore ? '+' : ''))
    if (link.textContent === text) return
    link.href = location.pathname + location.search
    link.textContent = text
    bar.append(link)
  }

  /** A link to the same address may be answered from what was fetched ahead; loading anew may not. */
  function loadAnew(event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    scrollTo(0, 0)
    location.reload()
  }

  /* ── What one may be looking for ── */

  /** Suggestions are another file: it comes when somebody goes to the field, and most readers never do. */
  function suggest({ target }) {
    if (!target.matches('form[data-suggestions] [name="q"]')) return
    document.removeEventListener('focusin', suggest)
    const script = document.createElement('script')
    script.src = '/suggest.js'
    document.head.append(script)
  }

  /* ── When ── */

  function look() {
    if (document.hidden) return
    tellTimes()
    askForNews()
  }

  function comeBack() {
    rest = 0
    look()
  }

  recall()
  addEventListener('storage', recall)
  addEventListener('online', comeBack)
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    recall()
    comeBack()
  })
  document.addEventListener('focusin', suggest)
  document.addEventListener('visibilitychange', comeBack)
  document.addEventListener('prerenderingchange', comeBack)
  if (darkSystem.addEventListener) darkSystem.addEventListener('change', showChoices)
  document.addEventListener('DOMContentLoaded', () => {
    showChoices()
    tellTimes()
    setInterval(look, 60000)
  })
  document.addEventListener('click', (event) => {
    const control = event.target.closest('button[data-choose], button[data-copy], a[data-variant], .fresh a')
    if (!control) return
    const { choose: name, variant, copy } = control.dataset
    if (name === 'dark') toggleDark()
    else if (name === 'size') chooseSize(control.value)
    else if (name) choose(name, control.value)
    else if (variant) followVariant(event, control)
    else if (copy) copyAddress(control)
    else loadAnew(event)
  })
})()
