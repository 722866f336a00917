import { frontmatterFields } from './field-docs.ts'
import { FieldTable } from './field-table.tsx'

/** How the text of a lesson begins and what it may hold. */
export function LessonText() {
  return (
    <>
      <div className="prose">
        <p>
          <code translate="no">lesson.mdx</code> is Markdown with components. Put a formula between dollar signs:{' '}
          <code translate="no">$\sqrt&#123;d_k&#125;$</code> within a line, or <code translate="no">$$</code> on lines
          by themselves around a displayed formula. Outside formulas and code, write <code translate="no">\&#123;</code>{' '}
          and <code translate="no">&amp;lt;</code> for a brace and a less-than sign: MDX reads them as code. Leave an
          empty line before and after each component’s tags.
        </p>
        <p>
          A lesson gives the answer first, as you would say it in the interview, and then explains why. Write one idea
          per paragraph, say each formula in words once, and name the source of each measured number. Headings of levels
          two and three structure the lesson, and cards and links can point to them.
        </p>
        <p>At the top of the file, between two lines of three hyphens, write these fields:</p>
      </div>
      <FieldTable label="Frontmatter of a lesson" fields={frontmatterFields()} />
      <div className="prose">
        <p>
          Cite a paper with <code translate="no">&lt;Source id="…"&gt;</code>;{' '}
          <code translate="no">content/sources.ts</code> lists the papers. The course’s title, its sections and the
          order of its lessons are in <code translate="no">content/course.ts</code>.
        </p>
      </div>
    </>
  )
}
