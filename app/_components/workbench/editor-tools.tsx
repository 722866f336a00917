import { TextWrap } from 'lucide'
import { useId, useSyncExternalStore } from 'react'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { readEditorSettings, setLinesWrapped, setValuesColumnShown, watchEditorSettings } from './editor-settings.ts'
import { describeLineValues, describeSource, type TracedValues } from './line-values.ts'
import styles from './workbench-views.module.css'

interface EditorToolsProps {
  /** The values that are next to the code now. */
  readonly values: TracedValues | undefined
}

/** What the editor’s bar offers for the code in it: its values, and whether long lines wrap. */
export function EditorTools({ values }: EditorToolsProps) {
  const listId = useId()
  const { wrapsLines, showsValues } = useSyncExternalStore(watchEditorSettings, readEditorSettings)
  return (
    <>
      {values && values.lines.length > 0 && (
        <>
          <Button
            variant="plain"
            aria-expanded={showsValues}
            aria-controls={listId}
            onClick={() => setValuesColumnShown(!showsValues)}
          >
            {showsValues ? 'Hide values' : 'Show values'}
          </Button>
          <ValuesList id={listId} values={values} isHidden={!showsValues} />
        </>
      )}
      <Button
        variant="icon"
        className={styles.wrap}
        aria-label="Wrap lines"
        title="Wrap lines"
        aria-pressed={wrapsLines}
        onClick={() => setLinesWrapped(!wrapsLines)}
      >
        <Icon icon={TextWrap} />
      </Button>
    </>
  )
}

interface ValuesListProps {
  readonly id: string
  readonly values: TracedValues
  readonly isHidden: boolean
}

/** The values of the column in words, for screen readers. */
function ValuesList({ id, values, isHidden }: ValuesListProps) {
  return (
    <div id={id} className="vh" hidden={isHidden}>
      <p id={`${id}-title`}>Values of your last run, {describeSource(values)}</p>
      <ul aria-labelledby={`${id}-title`}>
        {values.lines.map((line) => (
          <li key={line.line}>
            Line {line.line}, {describeLineValues(line)}
          </li>
        ))}
      </ul>
    </div>
  )
}
