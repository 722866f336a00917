import type { IconNode } from 'lucide'
import { createElement } from 'react'

interface IconProps {
  /** An icon of Lucide, as its package for no framework gives it: shapes only, so that a page carries no code for it. */
  readonly icon: IconNode
  readonly className?: string
}

/** An icon next to a word. Hidden from screen readers, which read the word. */
export function Icon({ icon, className = 'i' }: IconProps) {
  return (
    <svg
      className={className}
      aria-hidden="true"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {icon.map(([tag, attributes]) => createElement(tag, { key: JSON.stringify(attributes), ...attributes }))}
    </svg>
  )
}
