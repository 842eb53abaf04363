'use client'

import type { TakenIn } from './shown-picture'

/**
 * Sends a file to the library and says how far it is, from 0 to 1. Null when no answer came; `XMLHttpRequest`, since `fetch` says nothing of what
 * has been sent.
 */
export function uploadFile(
  file: File,
  { onProgress }: { onProgress: (part: number) => void },
): Promise<TakenIn | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/admin/media/upload')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()))
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(isTakenIn(request.response) ? request.response : null)
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    request.send(file)
  })
}

/** Our own route answers so; a proxy in between may answer anything. */
function isTakenIn(answer: unknown): answer is TakenIn {
  return typeof answer === 'object' && answer !== null && 'outcome' in answer && typeof answer.outcome === 'string'
}
