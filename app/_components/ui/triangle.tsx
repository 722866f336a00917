import type { CSSProperties } from 'react'

/** Weights of a causal attention over four tokens, as shares of a row's largest. */
const WEIGHTS = [[1], [0.42, 1], [0.2, 0.5, 1], [0.62, 0.16, 0.36, 1]]

interface TriangleProps {
  readonly size?: number
  readonly gap?: number
  /** Outlines only: nothing has been computed yet. */
  readonly empty?: boolean
}

/** The sign of the course: the lower triangle of a causal attention. */
export function Triangle({ size = 24, gap = 1.6, empty = false }: TriangleProps) {
  const cell = (size - gap * 3) / 4
  return (
    <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      {WEIGHTS.flatMap((row, i) =>
        row.map((weight, j) => {
          const at = { x: (j * (cell + gap)).toFixed(2), y: (i * (cell + gap)).toFixed(2) }
          const key = `${i} ${j}`
          if (!empty)
            return (
              <rect
                key={key}
                {...at}
                width={cell}
                height={cell}
                rx=".8"
                fill="var(--accent)"
                fillOpacity={weight}
                style={{ '--i': (i * (i + 1)) / 2 + j } as CSSProperties}
              />
            )
          return (
            <rect
              key={key}
              x={Number(at.x) + 0.5}
              y={Number(at.y) + 0.5}
              width={cell - 1}
              height={cell - 1}
              rx="1.5"
              fill="none"
              stroke="var(--rule-strong)"
              strokeOpacity={i === j ? 1 : 0.5}
            />
          )
        }),
      )}
    </svg>
  )
}
