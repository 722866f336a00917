import { fetchPass } from './course-api.ts'
import styles from './editor-pane.module.css'

/**
 * Tells a learner above the code, when it is so, that the exercise asks for more than it did when they passed it.
 *
 * @returns what takes the notice away, or keeps it from coming
 */
export function tellIfStricter(exercise: string, code: HTMLElement): () => void {
  const note = document.createElement('p')
  note.className = `no-print ${styles.note}`
  note.setAttribute('role', 'status')
  let ended = false
  void fetchPass(exercise).then((pass) => {
    if (pass.kind !== 'stricter' || ended) return
    note.textContent = describePass(pass.passedAt)
    code.before(note)
  })
  return () => {
    ended = true
    note.remove()
  }
}

function describePass(passedAt: number): string {
  const day = new Date(passedAt).toLocaleDateString('en-US', { day: 'numeric', month: 'long', year: 'numeric' })
  return `This exercise got stricter after you passed it on ${day}. Your pass still counts. Run your code again to try the new checks.`
}
