'use client'

import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react'
import { Button } from '#app/_components/figure/button.ts'
import { Figure } from '#app/_components/figure/figure.tsx'
import { formatNumber, formatPercent, withUnit } from '#app/_components/figure/format.ts'
import { Legend } from '#app/_components/figure/legend.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import type { KeptHeads } from '#lib/attention/language-model.ts'
import { toRows } from '#lib/language-model/to-language-model.ts'
import { ChosenHead } from './chosen-head.tsx'
import { classifyHead, HEAD_KINDS, type HeadKind, type HeadScores, scoreHead } from './head-scores.ts'
import type { HeadsOfText } from './heads-protocol.ts'
import { HeatCanvas } from './heat-canvas.tsx'
import { HeldBack } from './held-back.tsx'
import type { HeadPlace } from './pruning.ts'
import styles from './trained-heads.module.css'
import { useTrainedHeads } from './use-trained-heads.ts'
import { useYourScores, type YourScores } from './use-your-scores.ts'

const LAYERS = [0, 1, 2, 3] as const
const HEADS = [0, 1, 2, 3, 4, 5, 6, 7] as const
const CONTEXT = 128
const FIRST_TEXT = 'ROMEO:\nWhat light through yonder window breaks?'
const ALL_ON: KeptHeads = LAYERS.map(() => HEADS.map(() => true))

/** One head, as this text shows it. */
interface HeadView {
  readonly weights: Float32Array
  readonly scores: HeadScores
  readonly kind: HeadKind
}

/** The heads of a small trained model on the reader’s text: their patterns, scores and names, and the loss without them. */
export function TrainedHeads() {
  const { model, text, loss, load, read, measure } = useTrainedHeads()
  const [typed, setTyped] = useState(FIRST_TEXT)
  const [keep, setKeep] = useState(ALL_ON)
  const [chosen, setChosen] = useState<HeadPlace>({ layer: 1, head: 5 })
  const yours = useYourScores(text)
  const views = useMemo(() => viewHeads(text, yours.offsets), [text, yours.offsets])
  const isReady = model.kind === 'ready'
  const name = useId()

  const start = useEffectEvent(() => {
    read(typed, keep)
    measure(keep)
  })
  useEffect(() => {
    if (isReady) start()
  }, [isReady])
  const type = (next: string) => {
    const shown = [...next].slice(0, CONTEXT).join('')
    setTyped(shown)
    if (isReady) read(shown, keep)
  }
  const change = (next: KeptHeads) => {
    setKeep(next)
    read(typed, next)
    measure(next)
  }
  const view = views[chosen.layer]?.[chosen.head]
  return (
    <Figure
      title="Heads of a trained model."
      caption={
        <>
          A model of 4 layers with 8 heads each, trained on Shakespeare’s plays. Its tokens are characters. In each map,
          a row is a query and a column a key. Names and scores hold for this text only. The model runs on your device,
          and your text stays there.
        </>
      }
      legend={<Legend items={[{ kind: 'weights', label: 'weight' }]} />}
    >
      <div className={styles.text}>
        <label htmlFor={`${name}text`}>Your text</label>
        <textarea
          id={`${name}text`}
          value={typed}
          rows={3}
          spellCheck={false}
          aria-describedby={`${name}note`}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <p id={`${name}note`} className={styles.note}>
          {describeText(typed, text)}
        </p>
      </div>
      <Loading model={model} onLoad={load} />
      <div className={styles.parts}>
        <fieldset className={styles.grid}>
          <legend>Choose a head</legend>
          {LAYERS.map((layer) => (
            <div key={layer} className={styles.layer}>
              <span aria-hidden="true">Layer {layer}</span>
              <div className={styles.maps}>
                {HEADS.map((head) => {
                  const shown = views[layer]?.[head]
                  const isOn = keep[layer]?.[head] ?? true
                  return (
                    <label key={head} className={isOn ? undefined : styles.off}>
                      <input
                        type="radio"
                        name={name}
                        checked={chosen.layer === layer && chosen.head === head}
                        onChange={() => setChosen({ layer, head })}
                      />
                      <HeatCanvas className={styles.map} weights={shown?.weights} n={text?.chars.length ?? 0} />
                      <span className="vh">{describeHead({ layer, head }, shown?.kind, isOn)}</span>
                    </label>
                  )
                })}
              </div>
            </div>
          ))}
        </fieldset>
        <ChosenHead
          place={chosen}
          chars={text?.chars ?? []}
          weights={view?.weights}
          scores={view?.scores}
          kind={view?.kind}
          isOn={keep[chosen.layer]?.[chosen.head] ?? true}
          isReady={isReady}
          onSwitch={(isOn) => change(switchHead(keep, chosen, isOn))}
        />
      </div>
      <div className={styles.names}>
        <Readout>{summarize(views)}</Readout>
        <p className={styles.note}>{SCORED_BY[yours.by]}</p>
      </div>
      <HeldBack
        keep={keep}
        loss={loss}
        isReady={isReady}
        onSwitchOff={(place) => change(switchHead(keep, place, false))}
        onAllOn={() => change(ALL_ON)}
      />
    </Figure>
  )
}

const SCORED_BY: Readonly<Record<YourScores['by'], string>> = {
  reference:
    'The scores at offsets come from the reference. When you have passed the exercise below, your offsetScore computes them.',
  waiting: 'Your offsetScore is running …',
  you: 'The scores at offsets come from your own offsetScore, which runs in the sandbox.',
  failed: 'Your offsetScore couldn’t run on this text, or isn’t on this device. The scores come from the reference.',
}

interface LoadingProps {
  readonly model: ReturnType<typeof useTrainedHeads>['model']
  readonly onLoad: () => void
}

/** A button that loads the model, the progress, or what went wrong: all of one height. */
function Loading({ model, onLoad }: LoadingProps) {
  if (model.kind === 'ready') return <p className={styles.loading}>The model is on your device.</p>
  if (model.kind === 'loading')
    return (
      <p className={styles.loading}>
        <progress value={model.share} aria-label="Loading the model" />
        Loading the model, {formatPercent(model.share)}
      </p>
    )
  return (
    <div className={styles.loading}>
      <Button onClick={onLoad}>
        {model.kind === 'failed' ? 'Try again' : `Load the model (${withUnit('1.4', 'MB')})`}
      </Button>
      <span role="alert">{model.kind === 'failed' ? model.message : ''}</span>
    </div>
  )
}

function viewHeads(text: HeadsOfText | undefined, offsets: YourScores['offsets']): readonly (readonly HeadView[])[] {
  if (!text || text.chars.length === 0) return []
  const n = text.chars.length
  return text.attention.map((layer, l) =>
    HEADS.map((head) => {
      const weights = layer.subarray(head * n * n, (head + 1) * n * n)
      const scored = scoreHead(toRows(weights, n))
      const scores = { ...scored, offsets: offsets?.[l * HEADS.length + head] ?? scored.offsets }
      return { weights, scores, kind: classifyHead(scores) }
    }),
  )
}

const switchHead = (keep: KeptHeads, { layer, head }: HeadPlace, isOn: boolean): KeptHeads =>
  keep.map((heads, l) => heads.map((before, h) => (l === layer && h === head ? isOn : before)))

function describeHead({ layer, head }: HeadPlace, kind: HeadKind | undefined, isOn: boolean): string {
  return `Layer ${layer}, head ${head}${kind ? `: ${HEAD_KINDS[kind].name}` : ''}${isOn ? '' : ', switched off'}`
}

function describeText(typed: string, text: HeadsOfText | undefined): string {
  const count = `${[...typed].length} of at most ${CONTEXT} characters.`
  if (!text || text.unknown.length === 0) return count
  return `${count} The model doesn’t know ${text.unknown.map((char) => `“${char}”`).join(', ')} and leaves them out.`
}

/** “On this text: 12 recent tokens, 9 spread …”, the most frequent first. */
function summarize(views: readonly (readonly HeadView[])[]): string {
  const all = views.flatMap((heads, layer) => heads.map((view, head) => ({ ...view, layer, head })))
  if (all.length === 0) return 'Load the model to see what its 32 heads do with your text.'
  const counts = Object.entries(HEAD_KINDS)
    .map(([kind, { name }]) => ({ name, count: all.filter((view) => view.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  const best = all.toSorted((a, b) => (b.scores.offsets[1] ?? 0) - (a.scores.offsets[1] ?? 0))[0]
  return `On this text: ${counts.map(({ name, count }) => `${count} ${name}`).join(', ')}. The strongest previous-token head is head ${best?.head} of layer ${best?.layer}, with a score of ${formatNumber(best?.scores.offsets[1] ?? 0, 2, true)}.`
}
