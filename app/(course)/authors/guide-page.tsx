import type { ReactNode } from 'react'
import styles from './authors.module.css'
import { GuideNav } from './guide-nav.tsx'
import { GUIDE_PAGES, type GuideHref } from './guide-pages.ts'

/** A part of a page with its own heading. */
export interface GuideSection {
  /** Its anchor on the page. */
  readonly id: string
  readonly title: string
  readonly content: ReactNode
}

interface GuidePageProps {
  readonly href: GuideHref
  /** The page’s heading. */
  readonly title: string
  /** One or two sentences below the heading. */
  readonly intro: ReactNode
  readonly sections: readonly GuideSection[]
}

/** A page of the authors’ guide: the table of contents, its sections, and the pages before and after it. */
export function GuidePage({ href, title, intro, sections }: GuidePageProps) {
  return (
    <main id="main" className={`page ${styles.authors}`}>
      <GuideNav href={href} sections={sections} />
      <div className={styles.body}>
        <h1 className="question">{title}</h1>
        <div className={`prose ${styles.intro}`}>{intro}</div>
        {sections.map((section) => (
          <section
            key={section.id}
            id={section.id}
            aria-labelledby={`${section.id}-heading`}
            className={styles.section}
          >
            <h2 id={`${section.id}-heading`}>{section.title}</h2>
            {section.content}
          </section>
        ))}
        <NeighborPages href={href} />
      </div>
    </main>
  )
}

function NeighborPages({ href }: { readonly href: GuideHref }) {
  const index = GUIDE_PAGES.findIndex((page) => page.href === href)
  const [previous, next] = [GUIDE_PAGES[index - 1], GUIDE_PAGES[index + 1]]
  return (
    <nav aria-label="Previous and next page" className={`no-print cluster ${styles.neighbors}`}>
      {previous && (
        <a href={previous.href} rel="prev">
          <small>Previous</small> {previous.title}
        </a>
      )}
      {next && (
        <a href={next.href} rel="next">
          <small>Next</small> {next.title}
        </a>
      )}
    </nav>
  )
}
