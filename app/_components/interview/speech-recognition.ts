/** The browser's own speech recognition, as far as it is used here (Web Speech API; no types of it come with TypeScript). */
export interface Recognition extends EventTarget {
  continuous: boolean
  interimResults: boolean
  lang: string
  onresult: ((event: RecognitionResult) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
  abort(): void
}

interface RecognitionResult {
  readonly resultIndex: number
  readonly results: ArrayLike<{ readonly isFinal: boolean } & ArrayLike<{ readonly transcript: string }>>
}

type Maker = new () => Recognition
declare global {
  interface Window {
    readonly SpeechRecognition?: Maker
    readonly webkitSpeechRecognition?: Maker
  }
}

/** Whether this browser turns speech into text at all. */
export const hearsSpeech = (): boolean => maker() !== undefined

export function openRecognition(): Recognition | undefined {
  const Made = maker()
  return Made && new Made()
}

const maker = (): Maker | undefined =>
  typeof window === 'undefined' ? undefined : (window.SpeechRecognition ?? window.webkitSpeechRecognition)

/** What a failure of it means, and what to do; empty where it is none. */
export function failureWords(error: string): string {
  if (error === 'no-speech' || error === 'aborted') return ''
  if (error === 'not-allowed' || error === 'service-not-allowed')
    return 'The microphone is not allowed here. Writing works as before.'
  if (error === 'audio-capture') return 'No microphone was found. Writing works as before.'
  if (error === 'network') return 'The browser’s speech service does not answer. Writing works as before.'
  return `Speech stopped (${error}). Writing works as before.`
}
