import styles from './authors.module.css'
import { GUIDE_PAGES, type GuideHref } from './guide-pages.ts'

interface GuideNavProps {
  /** The current page. */
  readonly href: GuideHref
  readonly sections: readonly { readonly id: string; readonly title: string }[]
}

/** The table of contents of the authors’ guide: all pages, and the sections of the current one. */
export function GuideNav({ href, sections }: GuideNavProps) {
  return (
    <nav aria-label="Authors’ guide" className={`no-print ${styles.contents}`}>
      <ol>
        {GUIDE_PAGES.map((page) => (
          <li key={page.href}>
            <a href={page.href} aria-current={page.href === href ? 'page' : undefined}>
              {page.title}
            </a>
            {page.href === href && sections.length > 1 && (
              <ol>
                {sections.map(({ id, title }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{title}</a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
