import { useEffect, useState } from 'react'
import type { LessonState } from '#lib/authoring/watch-lesson.ts'

/** What the checks say of a lesson, followed while its author writes. Absent until they have spoken. */
export function useFindings(lesson: string): { readonly word: LessonState | undefined; readonly away: boolean } {
  const [word, setWord] = useState<LessonState>()
  const [away, setAway] = useState(false)
  useEffect(() => {
    const feed = new EventSource(`/api/authors/findings?lesson=${encodeURIComponent(lesson)}`)
    feed.onopen = () => setAway(false)
    feed.onerror = () => setAway(true)
    feed.onmessage = ({ data }: MessageEvent<string>) => setWord(JSON.parse(data) as LessonState)
    return () => feed.close()
  }, [lesson])
  return { word, away }
}
