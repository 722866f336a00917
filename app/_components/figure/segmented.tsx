'use client'

import { type ReactNode, useId } from 'react'
import styles from './controls.module.css'

export interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly options: readonly (Value | { readonly value: Value; readonly label: ReactNode })[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A choice of one among a few visible options: a group of radio buttons in one frame. */
export function Segmented<const Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  const name = useId()
  return (
    <div className={`cluster ${styles.field}`} role="radiogroup" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <span className={styles.segmented}>
        {options.map((option) => {
          const choice = typeof option === 'object' ? option : { value: option, label: option }
          return (
            <label className="hit small" key={choice.value}>
              <input
                type="radio"
                name={name}
                value={choice.value}
                checked={choice.value === value}
                onChange={() => onChange(choice.value)}
              />
              {choice.label}
            </label>
          )
        })}
      </span>
    </div>
  )
}
