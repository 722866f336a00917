const STEP = 25.25
const SIZE = 19.25
const WEIGHTS = [[1], [0.42, 1], [0.2, 0.5, 1], [0.62, 0.16, 0.36, 1]]

/** The sign of the course: four tokens, each attending to itself and to what came before. */
export function LowerTriangle({ filled = false }: { readonly filled?: boolean }) {
  return (
    <svg viewBox="0 0 96 96" aria-hidden="true">
      {WEIGHTS.flatMap((row, i) =>
        row.map((weight, j) => (
          <rect
            key={`${i},${
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its row and column
              j
            }`}
            x={0.5 + j * STEP}
            y={0.5 + i * STEP}
            width={SIZE}
            height={SIZE}
            rx={1.5}
            {...(filled
              ? { fill: 'var(--accent)', fillOpacity: weight }
              : { fill: 'none', stroke: 'var(--rule-strong)', strokeOpacity: i === j ? 1 : 0.5 })}
          />
        )),
      )}
    </svg>
  )
}
