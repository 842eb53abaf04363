/*
 * Suggests what one may be looking for while one types. `/reader.js` loads it when somebody goes to the field; the search works without it.
 */
;(function () {
  'use strict'

  let asking
  let timer
  let list

  function set(element, attributes) {
    for (const name in attributes) element.setAttribute(name, attributes[name])
    return element
  }

  /** ARIA's combobox: the focus stays in the field. */
  function makeCombobox(box) {
    const { dataset, action } = box.form
    const close = () => {
      clearTimeout(timer)
      if (asking) asking.abort()
      if (list) list.remove()
      list = null
      set(box, { 'aria-expanded': false, 'aria-activedescendant': '' })
    }
    const show = (found) => {
      close()
      if (!found.length || document.activeElement !== box) return
      list = set(document.createElement('div'), {
        id: box.id + '-list',
        class: 'suggestions',
        role: 'listbox',
        'aria-label': dataset.suggestions,
      })
      list.onmousedown = (event) => event.preventDefault()
      for (const { kind, text, path } of found) {
        const option = set(document.createElement('a'), {
          id: list.id + list.childElementCount,
          role: 'option',
          tabindex: -1,
          // In the variant that one reads.
          href: action.slice(0, -7) + path,
        })
        const small = document.createElement('small')
        small.append(dataset[kind])
        option.append(text, small)
        list.append(option)
      }
      box.form.append(list)
      set(box, { 'aria-controls': list.id, 'aria-expanded': true })
    }
    const ask = () => {
      clearTimeout(timer)
      const typed = box.value.trim()
      if (!typed) return close()
      timer = setTimeout(() => {
        if (asking) asking.abort()
        asking = new AbortController()
        const { signal } = asking
        fetch('/suggest.json?q=' + encodeURIComponent(typed), { credentials: 'omit', signal })
          .then((answer) => answer.json())
          .then(show)
          .catch(() => {})
      }, 150)
    }
    const chosen = () => list && list.querySelector('[aria-selected]')
    const go = (next, first) => {
      const from = chosen()
      const to = from ? from[next] : list[first]
      if (from) from.removeAttribute('aria-selected')
      if (to) set(to, { 'aria-selected': true })
      set(box, { 'aria-activedescendant': to ? to.id : '' })
    }
    set(box, { role: 'combobox', 'aria-autocomplete': 'list' })
    close()
    box.addEventListener('compositionend', ask)
    box.oninput = (event) => (event.isComposing ? clearTimeout(timer) : ask())
    box.onblur = close
    // What was typed before this came.
    if (document.activeElement === box) ask()
    box.onkeydown = (event) => {
      const { key, isComposing } = event
      if (isComposing) return
      if (key === 'ArrowDown') list ? go('nextSibling', 'firstChild') : ask()
      else if (!list) return
      else if (key === 'ArrowUp') go('previousSibling', 'lastChild')
      else if (key === 'Escape') close()
      else if (key === 'Enter' && chosen()) chosen().click()
      else return
      event.preventDefault()
    }
  }

  for (const box of document.querySelectorAll('form[data-suggestions] [name="q"]')) makeCombobox(box)
})()
