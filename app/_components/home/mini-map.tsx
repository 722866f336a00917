import type { CSSProperties } from 'react'
import { drawn } from './map-row.tsx'
import type { Standing } from './standing.ts'

/** The triangle of the map in small, where the screen has no room for the squares of each row. */
export function MiniMap({ standings }: { readonly standings: readonly Standing[] }) {
  if (standings.length < 4) return null
  return (
    <div className="map-mini" style={{ '--n': standings.length } as CSSProperties} aria-hidden="true">
      {standings.flatMap((row, i) =>
        standings.map((column, j) => (
          <i key={`${row.lesson.slug} ${column.lesson.slug}`} {...square(row, i, column, j)} />
        )),
      )}
    </div>
  )
}

function square(row: Standing, i: number, column: Standing, j: number): { className: string; style?: CSSProperties } {
  if (j > i) return { className: 'z' }
  if (j === i) return { className: row.state === 'to-come' ? 'o dep' : row.state }
  if (!row.lesson.frontmatter.buildsOn.includes(column.lesson.slug)) return { className: 'o' }
  if (row.state === 'to-come') return { className: 'o dep' }
  return { className: '', style: { '--v': drawn(row, column) } as CSSProperties }
}
