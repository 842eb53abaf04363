'use client'

import { useLayoutEffect, useRef, type TextareaHTMLAttributes } from 'react'

/** A text field as high as its words. Browsers that size fields by content do it alone; the others are helped. */
export function GrowingText({
  value,
  oneLine,
  ...rest
}: { value: string; oneLine?: boolean } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const field = useRef<HTMLTextAreaElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = field.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [value])

  return (
    <textarea
      ref={field}
      rows={1}
      value={value}
      onKeyDown={(event) => {
        if (oneLine && event.key === 'Enter' && !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey)
          event.preventDefault()
      }}
      {...rest}
    />
  )
}
