'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** The way to the map of the course. */
export function CourseLink() {
  return (
    <Link href="/" className="course-link" aria-current={usePathname() === '/' ? 'page' : undefined}>
      Course
    </Link>
  )
}
