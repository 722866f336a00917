import type { ComponentProps } from 'react'
import styles from './button.module.css'

interface Look {
  /** The one action that a page is about, one that stands back, an icon alone, or a word in running text. */
  readonly variant?: 'primary' | 'plain' | 'icon' | 'link' | undefined
  readonly className?: string | undefined
}
type ButtonProps = Look &
  ((ComponentProps<'a'> & { readonly href: string }) | (ComponentProps<'button'> & { href?: never }))

/** What one presses: a button, or a link that looks like one if it has an `href`. */
export function Button({ variant, className, ...props }: ButtonProps) {
  const look = getButtonClass(variant, className)
  return props.href === undefined ? (
    <button type="button" {...props} className={look} />
  ) : (
    <a {...props} className={look} />
  )
}

/** The class of a button, for elements that can’t be one, such as a `summary`. */
export function getButtonClass(variant?: Look['variant'], className?: string): string {
  return [variant === 'icon' || variant === 'link' ? '' : styles.button, variant && VARIANT_CLASS[variant], className]
    .filter(Boolean)
    .join(' ')
}

const VARIANT_CLASS = { primary: styles.primary, plain: styles.plain, icon: styles.icon, link: styles.link }
