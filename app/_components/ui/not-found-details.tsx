'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { findNearest } from '#lib/course/nearest.ts'
import styles from './asked-for.module.css'
import { Button } from './button.tsx'

interface AskedForProps {
  readonly lessons: readonly { readonly slug: string; readonly number: number; readonly title: string }[]
}

/** The address that was asked for, once the page knows it, and the lessons: those with the nearest names first. */
export function NotFoundDetails({ lessons }: AskedForProps) {
  const path = usePathname()
  const [requestedPath, setRequestedPath] = useState('') // the page was built before anyone asked
  useEffect(() => setRequestedPath(path), [path])
  const slug = requestedPath.split('/').at(-1) ?? ''
  const lesson = requestedPath.startsWith('/lessons/')
  return (
    <>
      <div className="prose">
        <p>
          {requestedPath ? (
            <>
              You asked for <code translate="no">{requestedPath}</code>.{' '}
              {lesson ? 'There’s no lesson with that name.' : 'There’s no page at this address.'}
            </>
          ) : (
            'There’s no page at this address.'
          )}{' '}
          Available lessons:
        </p>
      </div>
      <ul className={`ruled ${styles.list}`}>
        {findNearest(slug, lessons).map(({ slug, number, title }) => (
          <li key={slug}>
            <a className="hit" href={`/lessons/${slug}`}>
              <span className={styles.number} aria-hidden="true">
                {number}
              </span>
              <span>
                <span className="vh">Lesson {number}: </span>
                {title}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p className={`cluster ${styles.actions}`}>
        <Button href="/">Show the whole course</Button>
      </p>
    </>
  )
}
