import type { SpeechSegment } from './transcript.ts'

/** The browser's own speech recognition, as far as it is used here (Web Speech API; no types of it come with TypeScript). */
export interface Recognition extends EventTarget {
  continuous: boolean
  interimResults: boolean
  lang: string
  onstart: (() => void) | null
  onresult: ((event: RecognitionResult) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
  abort(): void
}

interface RecognitionResult {
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

/** Everything that a session has recognized so far. */
export const readSegments = ({ results }: RecognitionResult): readonly SpeechSegment[] =>
  Array.from(results, (result) => ({ transcript: result[0]?.transcript ?? '', isFinal: result.isFinal }))

/** Describes what a recognition error means and what to do, in a sentence or two. */
export function describeSpeechError(error: string): string {
  switch (error) {
    case 'not-allowed':
    case 'service-not-allowed':
      return 'The browser is blocking the microphone. Allow it in the address bar, or write your answer.'
    case 'no-speech':
      return 'We didn’t hear anything. Press Speak to try again.'
    case 'audio-capture':
      return 'No microphone was found. Connect one and press Speak, or write your answer.'
    case 'network':
      return 'The browser can’t reach its speech service. Press Speak to try again, or write your answer.'
    case 'aborted':
      return 'Another page or program took over the microphone. Press Speak to try again.'
    case 'language-not-supported':
      return 'This browser can’t recognize English speech. Write your answer.'
    default:
      return `The browser stopped listening (${error}). Press Speak to try again, or write your answer.`
  }
}
