import { Moon, Sun } from 'lucide'
import { AccountLink } from './account-link.tsx'
import { CourseLink } from './course-link.tsx'
import { Icon } from './icon.tsx'
import { ThemeToggle } from './theme-toggle.tsx'
import { Triangle } from './triangle.tsx'

/** Where one is and where one can go, on every page. Further rooms of the course stand between Course and the theme. */
export function SiteHeader({ title, subtitle }: { readonly title: string; readonly subtitle: string }) {
  return (
    <header className="site-header">
      <a className="wordmark" href="/">
        <Triangle />
        <span>
          {title} <em>{subtitle}</em>
        </span>
      </a>
      <nav aria-label="Main">
        <CourseLink />
        <ThemeToggle>
          <Icon of={Moon} className="i theme-light-icon" />
          <Icon of={Sun} className="i theme-dark-icon" />
        </ThemeToggle>
        <AccountLink />
      </nav>
    </header>
  )
}
