import type { Locator, Page } from 'playwright/test'

/** The field of the search: a search box until somebody goes to it, and a combobox from then on. */
export function searchField(where: Page | Locator): Locator {
  const name = '搜索稿件'
  return where.getByRole('searchbox', { name }).or(where.getByRole('combobox', { name }))
}
