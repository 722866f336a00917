import { CircleUser, Moon, Sun } from 'lucide'
import { AccountLink } from './account-link.tsx'
import { Icon } from './icon.tsx'
import { NavLink } from './nav-link.tsx'
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
      <nav className="no-print" aria-label="Main">
        <NavLink href="/" className={styles.wide}>
          Course
        </NavLink>
        <NavLink href="/review">Review</NavLink>
        <NavLink href="/interview" className={styles.wide}>
          Interview
        </NavLink>
        <ThemeToggle>
          <Icon of={Moon} className={`i ${styles.light}`} />
          <Icon of={Sun} className={`i ${styles.dark}`} />
        </ThemeToggle>
        <AccountLink icon={<Icon of={CircleUser} />} />
      </nav>
    </header>
  )
}
