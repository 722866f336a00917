'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { nearest } from '#lib/course/nearest.ts'

interface AskedForProps {
  readonly lessons: readonly { readonly slug: string; readonly number: number; readonly title: string }[]
}

/** The address that was asked for, once the page knows it, and the lessons: those with the nearest names first. */
export function AskedFor({ lessons }: AskedForProps) {
  const path = usePathname()
  const [asked, setAsked] = useState('') // the page was built before anyone asked
  useEffect(() => setAsked(path), [path])
  const slug = asked.split('/').at(-1) ?? ''
  const lesson = asked.startsWith('/lessons/')
  return (
    <>
      <div className="prose">
        <p>
          {asked ? (
            <>
              You asked for <code translate="no">{asked}</code>.{' '}
              {lesson ? 'No lesson has this name, or it is not written yet.' : 'Nothing has this address.'}
            </>
          ) : (
            'Nothing has the address that you asked for.'
          )}{' '}
          These are the lessons that there are:
        </p>
      </div>
      <ul className="card-list plain-list">
        {nearest(slug, lessons).map(({ slug, number, title }) => (
          <li key={slug}>
            <a className="map-row" href={`/lessons/${slug}`}>
              <span className="cells" aria-hidden="true">
                <span className="c me">{number}</span>
              </span>
              <span className="t">
                <span className="vh">Lesson {number}: </span>
                {title}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p className="way-home">
        <a className="button" href="/">
          Show the whole course
        </a>
      </p>
    </>
  )
}
