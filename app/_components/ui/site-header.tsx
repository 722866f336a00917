import { CircleUser, Moon, Sun } from 'lucide'
import { AccountLink } from './account-link.tsx'
import { Icon } from './icon.tsx'
import { RoomLink } from './room-link.tsx'
import { ThemeToggle } from './theme-toggle.tsx'
import { Triangle } from './triangle.tsx'

/** Where one is and where one can go, on every page. On a phone the rooms that are left out stand in the footer. */
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
        <RoomLink href="/" className="wide">
          Course
        </RoomLink>
        <RoomLink href="/review">Review</RoomLink>
        <RoomLink href="/interview" className="wide">
          Interview
        </RoomLink>
        <ThemeToggle>
          <Icon of={Moon} className="i theme-light-icon" />
          <Icon of={Sun} className="i theme-dark-icon" />
        </ThemeToggle>
        <AccountLink icon={<Icon of={CircleUser} />} />
      </nav>
    </header>
  )
}
