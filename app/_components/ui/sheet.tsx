import { AlertDialog } from '@base-ui/react/alert-dialog'
import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import styles from './sheet.module.css'

interface SheetProps {
  /** A question has to be answered; a panel at the side can be closed by a click outside it. */
  readonly kind: 'question' | 'panel'
  readonly title: ReactNode
  readonly text: ReactNode
  /** Shown next to the title, such as a button that closes the sheet. */
  readonly corner?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What lies in front of the page until it is answered or closed. It takes the focus, and gives it back. */
export function Sheet({ kind, title, text, corner, onClose, children }: SheetProps) {
  const Root = kind === 'question' ? AlertDialog.Root : Dialog.Root
  return (
    <Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={`${styles.sheet} ${kind === 'panel' ? styles.panel : ''}`}>
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            {corner}
          </div>
          <Dialog.Description className={styles.text}>{text}</Dialog.Description>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Root>
  )
}

/** A further paragraph of a sheet. */
export function SheetText({ children, ...props }: { readonly children: ReactNode; readonly role?: 'alert' }) {
  return (
    <p {...props} className={styles.text}>
      {children}
    </p>
  )
}

/** The buttons of a sheet. */
export function SheetActions({ children }: { readonly children: ReactNode }) {
  return <div className={`cluster ${styles.actions}`}>{children}</div>
}
