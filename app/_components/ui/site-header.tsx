import { Moon, Sun } from 'lucide'
import { AccountLink } from './account-link.tsx'
import { DueCount } from './due-count.tsx'
import { Icon } from './icon.tsx'
import { MoreMenu } from './more-menu.tsx'
import { NavLink } from './nav-link.tsx'
import styles from './site-header.module.css'
import { ThemeToggle } from './theme-toggle.tsx'
import { Triangle } from './triangle.tsx'

/**
 * The header of every page. Each part of the course is a link with its name at every width; on a phone the rest is in
 * a menu.
 */
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
        <NavLink href="/" section="/lessons">
          Course
        </NavLink>
        <NavLink href="/review">
          Review
          <DueCount className={styles.count} />
        </NavLink>
        <NavLink href="/interview">Interview</NavLink>
        <ThemeToggle className={`${styles.wide} ${styles.theme}`} label="Switch between light and dark">
          <Icon icon={Moon} className={`i ${styles.light}`} />
          <Icon icon={Sun} className={`i ${styles.dark}`} />
        </ThemeToggle>
        <AccountLink className={styles.wide} />
        <MoreMenu>
          <li className={styles.theme}>
            <ThemeToggle>
              <span className={styles.light}>Dark theme</span>
              <span className={styles.dark}>Light theme</span>
            </ThemeToggle>
          </li>
          <li>
            <AccountLink />
          </li>
          <li>
            <NavLink href="/authors">For authors</NavLink>
          </li>
        </MoreMenu>
      </nav>
    </header>
  )
}
