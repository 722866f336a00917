import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ReactNode } from 'react'
import { SourceDocs } from '#lib/authoring/source-docs.ts'
import styles from '../authors.module.css'
import { FieldTable } from '../field-table.tsx'
import { SourceFile } from '../source-file.tsx'
import { LazyMeanPlay } from './lazy.tsx'
import { MeanPlay } from './mean-play.tsx'
import { Plots } from './plots.tsx'

/** Sample figures, live, next to their source. */
export function FigureSamples() {
  return (
    <>
      <div className="prose">
        <p>
          A figure is a component of the lesson, in <code translate="no">figures/</code>. It computes what it shows. The
          server draws it at its final size, so it shows without JavaScript; with{' '}
          <code translate="no">'use client'</code> it may have controls. The lesson imports it below its frontmatter and
          puts it in a <code translate="no">&lt;Play&gt;</code>.
        </p>
      </div>
      <Pair source="figures/mean-play.tsx">
        <MeanPlay />
      </Pair>
      <Pair source="figures/plots.tsx">
        <Plots />
      </Pair>
      <Pair source="figures/lazy.tsx">
        <LazyMeanPlay />
      </Pair>
    </>
  )
}

/** The components that figures are made of, each with its props. */
export function FigureParts() {
  return (
    <>
      {readFigureParts().map(({ name, doc, fields }) => (
        <details key={name} className={styles.figurePart}>
          <summary>
            <code translate="no">{`<${name}>`}</code> {doc}
          </summary>
          <FieldTable label={`What ${name} takes`} fields={fields} />
        </details>
      ))}
    </>
  )
}

function Pair({ source, children }: { readonly source: string; readonly children: ReactNode }) {
  return (
    <div className={styles.pair}>
      <SourceFile name={source} />
      <div className={styles.live}>{children}</div>
    </div>
  )
}

/** Every component of app/_components/figure that has props of its own. */
function readFigureParts() {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'app/_components/figure')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsx'))
    .sort()
    .flatMap((file) => {
      const source = readFileSync(path.join(folder, file), 'utf8')
      const name = /export interface (\w+)Props\b/.exec(source)?.[1]
      if (name === undefined) return []
      const docs = new SourceDocs(source, file)
      return [{ name, doc: docs.getDoc(name), fields: docs.listMembers(`${name}Props`) }]
    })
}
