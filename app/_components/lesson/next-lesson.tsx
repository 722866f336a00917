import { ArrowRight } from 'lucide'
import type { Lesson } from '#lib/course/course.ts'
import { Icon } from '../ui/icon.tsx'
import { Question } from '../ui/question.tsx'

/** The way on: to the lesson that follows, or back to the map after the last one. */
export function NextLesson({ next }: { readonly next: Lesson | undefined }) {
  return (
    <nav className="next-lesson" aria-label="Next">
      <div>
        <p className="label">{next ? 'Next' : 'That was the last lesson so far'}</p>
        <h2>{next ? <Question text={next.frontmatter.question} /> : 'See what is done and what is open'}</h2>
      </div>
      <a className="button" href={next ? `/lessons/${next.slug}` : '/'}>
        {next ? `Read lesson ${next.number}` : 'Show the course'} <Icon of={ArrowRight} />
      </a>
    </nav>
  )
}
