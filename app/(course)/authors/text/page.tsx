import type { Metadata } from 'next'
import { readFrontmatterFields } from '../field-docs.ts'
import { FieldTable } from '../field-table.tsx'
import { GuidePage } from '../guide-page.tsx'

export const metadata: Metadata = {
  title: 'The text of a lesson · For authors',
  description: 'Markdown, formulas, frontmatter and sources: how the text of a lesson is written.',
}

/** How the text of a lesson begins and what it may hold. */
export default function TextPage() {
  return (
    <GuidePage
      href="/authors/text"
      title="The text of a lesson"
      intro={
        <p>
          <code translate="no">lesson.mdx</code> is Markdown with components.
        </p>
      }
      sections={[
        { id: 'text', title: 'Markdown and formulas', content: <Markup /> },
        { id: 'order', title: 'Answer first', content: <Order /> },
        { id: 'frontmatter', title: 'Frontmatter', content: <Frontmatter /> },
        { id: 'sources', title: 'Sources and order of lessons', content: <Sources /> },
      ]}
    />
  )
}

function Markup() {
  return (
    <div className="prose">
      <p>
        Put a formula between dollar signs: <code translate="no">$\sqrt&#123;d_k&#125;$</code> within a line, or{' '}
        <code translate="no">$$</code> on lines by themselves around a displayed formula. Outside formulas and code,
        write <code translate="no">\&#123;</code> and <code translate="no">&amp;lt;</code> for a brace and a less-than
        sign: MDX reads them as code. Leave an empty line before and after each component’s tags.
      </p>
    </div>
  )
}

function Order() {
  return (
    <div className="prose">
      <p>
        A lesson gives the answer first, as you would say it in the interview, and then explains why. Write one idea per
        paragraph, say each formula in words once, and name the source of each measured number. Headings of levels two
        and three structure the lesson, and cards and links can point to them.
      </p>
    </div>
  )
}

function Frontmatter() {
  return (
    <>
      <div className="prose">
        <p>At the top of the file, between two lines of three hyphens, write these fields:</p>
      </div>
      <FieldTable label="Frontmatter of a lesson" fields={readFrontmatterFields()} />
    </>
  )
}

function Sources() {
  return (
    <div className="prose">
      <p>
        Cite a paper with <code translate="no">&lt;Source id="…"&gt;</code>;{' '}
        <code translate="no">content/sources.ts</code> lists the papers. The course’s title, its sections and the order
        of its lessons are in <code translate="no">content/course.ts</code>.
      </p>
    </div>
  )
}
