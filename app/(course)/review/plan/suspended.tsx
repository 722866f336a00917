'use client'

import { useEffect, useState } from 'react'
import { fetchTexts } from '#app/_components/sending/review-api.ts'
import { Button } from '#app/_components/ui/button.tsx'
import { CardLine } from '#app/_components/ui/card-html.tsx'
import { Row, Rows } from '#app/_components/ui/row.tsx'
import type { CardText, ReviewAnswer } from '#lib/contract/review.ts'
import styles from '../review.module.css'
import type { Session } from '../session.ts'
import type { UseSessionResult } from '../use-session.ts'

interface SuspendedProps {
  readonly used: UseSessionResult
  readonly session: Session
  readonly answer: ReviewAnswer
}

/** What was suspended, each with a way back. */
export function Suspended({ used, session, answer }: SuspendedProps) {
  const { suspended } = session.queue
  const [loadedTexts, setLoadedTexts] = useState<Readonly<Record<string, CardText>>>({})
  const texts = { ...used.texts, ...loadedTexts }
  const ids = suspended
    .filter(({ kind, id }) => kind === 'card' && !used.texts[id])
    .map(({ id }) => id)
    .join(',')
  useEffect(() => {
    if (ids === '') return
    fetchTexts(ids.split(',')).then(setLoadedTexts, (error) => console.error(error))
  }, [ids])
  if (suspended.length === 0) return null
  return (
    <section className={styles.moreLessons} aria-labelledby="suspended">
      <h2 id="suspended">Suspended</h2>
      <Rows>
        {suspended.map((item) => {
          const text = texts[item.id]
          const lesson = answer.lessons.find(({ slug }) => slug === item.lesson)
          return (
            <Row
              key={item.id}
              title={
                text ? (
                  <CardLine html={text.question} />
                ) : item.kind === 'drill' ? (
                  `Drill: ${item.name ?? item.exercise}`
                ) : (
                  lesson?.title
                )
              }
              note={
                item.kind === 'number'
                  ? `a number question, ${item.id.split('/')[1]?.replaceAll('-', ' ')}`
                  : lesson?.title
              }
            >
              <Button onClick={() => used.act({ kind: 'resume', item: item.id })}>
                Resume<span className="vh"> {item.id}</span>
              </Button>
            </Row>
          )
        })}
      </Rows>
    </section>
  )
}
