'use client'

import { usePathname } from 'next/navigation'

/** The way to the map of the course. */
export function CourseLink() {
  return (
    <a href="/" className="course-link" aria-current={usePathname() === '/' ? 'page' : undefined}>
      Course
    </a>
  )
}
