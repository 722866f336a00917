import { CircleUser, Moon, Sun } from 'lucide'
import { AccountLink } from './account-link.tsx'
import { Icon } from './icon.tsx'
import { RoomLink } from './room-link.tsx'
import styles from './site-header.module.css'
import { ThemeToggle } from './theme-toggle.tsx'
import { Triangle } from './triangle.tsx'

/** Where one is and where one can go, on every page. On a phone the rooms that are left out stand in the footer. */
export function SiteHeader({ title, subtitle }: { readonly title: string; readonly subtitle: string }) {
  return (
    <header className={styles.header}>
      <a className={styles.wordmark} href="/">
        <Triangle />
        <span>
          {title} <em>{subtitle}</em>
        </span>
      </a>
      <nav aria-label="Main">
        <RoomLink href="/" className={styles.wide}>
          Course
        </RoomLink>
        <RoomLink href="/review">Review</RoomLink>
        <RoomLink href="/interview" className={styles.wide}>
          Interview
        </RoomLink>
        <ThemeToggle>
          <Icon of={Moon} className={`i ${styles.light}`} />
          <Icon of={Sun} className={`i ${styles.dark}`} />
        </ThemeToggle>
        <AccountLink icon={<Icon of={CircleUser} />} />
      </nav>
    </header>
  )
}
