'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

interface RoomLinkProps {
  readonly href: string
  readonly className?: string
  readonly children: ReactNode
}

/** The way to a room of the course; marked where one is in it. */
export function NavLink({ href, className, children }: RoomLinkProps) {
  const path = usePathname()
  const here = path === href || (href !== '/' && path.startsWith(`${href}/`))
  return (
    <a href={href} className={className} aria-current={here ? 'page' : undefined}>
      {children}
    </a>
  )
}
