import { Figure, SideBySide } from '#app/_components/figure/figure.tsx'
import { Histogram } from '#app/_components/figure/histogram.tsx'
import { LinePlot } from '#app/_components/figure/line-plot.tsx'

const SIZES = [1, 2, 4, 8, 16]
const SHARES = Array.from({ length: 200 }, (_, i) => Math.sin(i * 12.9898) * 2)

/** How work grows, and how values are distributed. Without controls a figure needs no script. */
export function Plots() {
  return (
    <Figure title="Two plots." caption="Screen readers get a table of the same numbers for each.">
      <SideBySide>
        <LinePlot
          series={[
            { name: 'n', points: SIZES.map((n) => [n, n] as const) },
            { name: 'n²', points: SIZES.map((n) => [n, n * n] as const), tone: 'caution', dashed: true },
          ]}
          xLabel="n"
          yLabel="steps"
          logX
          logY
        />
        <Histogram label="Values" values={SHARES} domain={[-2, 2]} bins={16} xLabel="value" />
      </SideBySide>
    </Figure>
  )
}
