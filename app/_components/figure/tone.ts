import styles from './tone.module.css'

/** What a line, a bar or a filled square stands for: what one looks at, a mistake, a caution, or what it is compared with. */
export type Tone = 'accent' | 'wrong' | 'caution' | 'quiet'

/** The class of each tone. It sets `--tone`, the color. */
export const TONE_CLASS: Readonly<Record<Tone, string | undefined>> = {
  accent: styles.accent,
  wrong: styles.wrong,
  caution: styles.caution,
  quiet: styles.quiet,
}
