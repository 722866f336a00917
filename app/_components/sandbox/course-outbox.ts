import { PROGRESS_EVENT } from '#app/_components/ui/use-progress.ts'
import { benchStore } from './bench-store.ts'
import { sendSubmission } from './course-api.ts'
import { OutboxSender } from './outbox-sender.ts'

let outbox: OutboxSender | undefined

/** The one outbox of this page. What earlier visits left in it is sent as soon as it is opened. */
export function courseOutbox(): OutboxSender {
  if (outbox) return outbox
  let alarm: ReturnType<typeof setTimeout> | undefined
  const opened = new OutboxSender({
    list: benchStore.waiting,
    change: benchStore.changeWaiting,
    send: sendSubmission,
    now: Date.now,
    later: (ms, work) => {
      clearTimeout(alarm)
      alarm = setTimeout(work, ms)
    },
  })
  opened.listen((_id, answer) => {
    const isPassed = answer.kind === 'judged' && answer.verdict.outcome === 'passed'
    if (isPassed || answer.kind === 'signed-out') dispatchEvent(new Event(PROGRESS_EVENT))
  })
  addEventListener('online', () => void opened.hurry())
  void opened.hurry()
  outbox = opened
  return opened
}
