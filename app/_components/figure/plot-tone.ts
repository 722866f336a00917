import styles from './plot.module.css'

/** What a line of a plot and the word at its end stand for. */
export type PlotTone = 'accent' | 'wrong' | 'caution' | 'quiet'

/** The class of each tone. */
export const PLOT_TONE_CLASS: Readonly<Record<PlotTone, string | undefined>> = {
  accent: styles.accent,
  wrong: styles.wrong,
  caution: styles.caution,
  quiet: styles.quiet,
}
