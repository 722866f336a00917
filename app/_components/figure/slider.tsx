'use client'

import { useId } from 'react'
import styles from './controls.module.css'
import { formatNumber } from './format.ts'

export interface SliderProps {
  readonly label: string
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly value: number
  readonly onChange: (value: number) => void
  /** The value as it is read: “2,048 tokens”. */
  readonly format?: (value: number) => string
}

/** A number chosen from a range, with its value in words next to it. */
export function Slider({ label, min, max, step = 1, value, onChange, format = formatNumber }: SliderProps) {
  const id = useId()
  return (
    <div className={`cluster ${styles.field} ${styles.slider}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={format(value)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output htmlFor={id} className="num">
        {format(value)}
      </output>
    </div>
  )
}
