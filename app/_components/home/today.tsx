import { BookOpen, Play } from 'lucide'
import { withUnit } from '#lib/figure/format.ts'
import { exerciseHref } from '../lesson/anchors.ts'
import { Icon } from '../ui/icon.tsx'
import { capital, counted, inWords } from '../ui/number-words.ts'
import { Question } from '../ui/question.tsx'
import { nextOf, type Standing } from './standing.ts'

const LINES = 3

/** What one goes on with: lessons that are begun, then the next one. One of them is the button. */
export function Today({ standings }: { readonly standings: readonly Standing[] }) {
  const begun = standings.filter((it) => it.state === 'begun')
  const toCome = standings.filter((it) => it.state === 'to-come').slice(0, 1)
  const lines = [...begun, ...toCome].slice(0, LINES)
  const first = nextOf(standings)
  return (
    <div className="home-top">
      <section aria-labelledby="today">
        <h1 id="today">{headline(standings)}</h1>
        {lines.length > 0 && (
          <ol className="today">
            {lines.map((it) => (
              <Line key={it.lesson.slug} standing={it} />
            ))}
          </ol>
        )}
        {first && (
          <div className="row">
            <a className="button primary" href={hrefOf(first)}>
              {first.state === 'begun' && first.open
                ? `Build ${first.open.name}`
                : `Read lesson ${first.lesson.number}`}
            </a>
          </div>
        )}
      </section>
    </div>
  )
}

function Line({ standing }: { readonly standing: Standing }) {
  const { lesson, state, open, attempts } = standing
  const begun = state === 'begun' && open
  return (
    <li>
      {begun ? <Icon of={Play} /> : <Icon of={BookOpen} />}
      <p className="what">
        <a href={hrefOf(standing)}>
          {begun ? `Finish ${lesson.frontmatter.title}` : <Question text={lesson.frontmatter.question} />}
        </a>
        <small>
          {begun
            ? `${open.name} ${attempts > 0 ? `does not pass yet: ${counted(attempts, 'attempt')} so far` : 'is next'}`
            : `Lesson ${lesson.number}, ${counted(lesson.exercises.length, 'exercise')}`}
        </small>
      </p>
      {!begun && <span className="min num">{withUnit(String(lesson.frontmatter.minutes), 'min')}</span>}
    </li>
  )
}

const hrefOf = ({ lesson, state, open }: Standing): string =>
  state === 'begun' && open ? exerciseHref(lesson.slug, open.id) : `/lessons/${lesson.slug}`

function headline(standings: readonly Standing[]): string {
  const all = standings.reduce((sum, it) => sum + it.lesson.exercises.length, 0)
  const passed = standings.reduce((sum, it) => sum + it.passed, 0)
  if (passed === all) return `All ${inWords(all)} exercises pass.`
  return `${capital(inWords(passed))} of ${counted(all, 'exercise')} ${passed === 1 ? 'passes' : 'pass'}.`
}
