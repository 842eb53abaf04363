/** What cleaning writes where something could not be brought along. */
export type PasteWords = { readonly pictureLost: string }

/** It stands in the copy, so it is in the language of the copy; a newspaper in another language gives its own. */
export const pasteWords: PasteWords = { pictureLost: '［这里有一张没能带过来的图片，请另行上传］' }
