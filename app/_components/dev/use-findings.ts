import { useEffect, useState } from 'react'
import { FindingsEvent } from '#lib/contract/authors.ts'

/** What the checks say of a lesson, followed while its author writes. Absent until they have spoken. */
export function useFindings(lesson: string): { readonly word: FindingsEvent | undefined; readonly away: boolean } {
  const [word, setWord] = useState<FindingsEvent>()
  const [away, setAway] = useState(false)
  useEffect(() => {
    const feed = new EventSource(`/api/authors/findings?lesson=${encodeURIComponent(lesson)}`)
    feed.onopen = () => setAway(false)
    feed.onerror = () => setAway(true)
    feed.onmessage = ({ data }: MessageEvent<string>) => setWord(FindingsEvent.parse(JSON.parse(data)))
    return () => feed.close()
  }, [lesson])
  return { word, away }
}
