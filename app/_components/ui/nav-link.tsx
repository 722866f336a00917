'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

interface NavLinkProps {
  readonly href: string
  /** The path under which pages also belong to it; `href` by default. */
  readonly section?: string
  readonly children: ReactNode
}

/** A link to a part of the site, marked on its own page and on the pages that belong to it. */
export function NavLink({ href, section = href, children }: NavLinkProps) {
  const path = usePathname()
  const isWithin = section !== '/' && path.startsWith(`${section}/`)
  return (
    <a href={href} aria-current={path === href ? 'page' : isWithin ? 'true' : undefined}>
      {children}
    </a>
  )
}
