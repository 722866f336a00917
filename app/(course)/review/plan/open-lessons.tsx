'use client'

import { Button } from '#app/_components/ui/button.tsx'
import { Row, Rows } from '#app/_components/ui/row.tsx'
import type { ReviewAnswer } from '#lib/contract/review.ts'
import { formatCardCount } from '../choose-lessons.tsx'
import styles from '../review.module.css'
import type { UseSessionResult } from '../use-session.ts'

interface OpenLessonsProps {
  readonly used: UseSessionResult
  readonly answer: ReviewAnswer
}

/** Lessons whose cards come in, each with a way to stop its new ones. */
export function OpenLessons({ used, answer }: OpenLessonsProps) {
  const open = answer.lessons.filter((lesson) => lesson.open)
  if (open.length === 0) return null
  const remove = async (slug: string) => {
    used.act({ kind: 'remove', item: `lesson:${slug}` })
    await used.reload()
  }
  return (
    <section className={styles.moreLessons} aria-labelledby="open-lessons">
      <h2 id="open-lessons">Lessons that you review</h2>
      <Rows>
        {open.map(({ slug, title, items }) => (
          <Row key={slug} title={<a href={`/lessons/${slug}`}>{title}</a>} note={formatCardCount(items)}>
            <Button variant="plain" onClick={() => void remove(slug)}>
              Stop new cards<span className="vh"> of {title}</span>
            </Button>
          </Row>
        ))}
      </Rows>
    </section>
  )
}
