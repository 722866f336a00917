'use client'

import { type FormEvent, useId, useState } from 'react'
import { formatPercent } from '#app/_components/figure/format.ts'
import { Button } from '#app/_components/ui/button.tsx'
import { Field, FieldError, Form } from '#app/_components/ui/field.tsx'
import { formatIsoDay } from '#lib/review/day.ts'
import { type Plan, PlanSchema } from '#lib/review/plan.ts'
import reviewStyles from '../review.module.css'
import { describePlanState, usePlan } from './use-plan.ts'

interface PlanFormProps {
  readonly plan: Plan
  /** The learner’s day. */
  readonly today: number
  readonly onSaved: () => Promise<void>
}

/** When the interview is, and how much of a day goes into reviewing. */
export function PlanForm({ plan, today, onSaved }: PlanFormProps) {
  const { state, save, reopen } = usePlan(onSaved)
  const [problem, setProblem] = useState('')
  const [chosenRetention, setChosenRetention] = useState<number>()
  const retention = chosenRetention ?? Math.round(plan.retention * 100)
  const id = useId()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = PlanSchema.safeParse({
      newPerDay: Number(form.get('newPerDay')),
      reviewsPerDay: Number(form.get('reviewsPerDay')),
      minutesPerDay: Number(form.get('minutesPerDay')),
      retention: retention / 100,
      deadline: form.get('deadline') || null,
    })
    if (!read.success) return setProblem('A number is out of range.')
    setProblem('')
    await save(read.data)
  }
  const onChange = () => {
    setProblem('')
    reopen()
  }
  const reason = state.kind === 'not-saved' ? state.reason : problem
  return (
    // browsers would restore what was in it before a reload, over what the server has now
    <Form
      className={reviewStyles.planForm}
      autoComplete="off"
      onSubmit={(event) => void submit(event)}
      onChange={onChange}
    >
      <Field htmlFor={`${id}-date`} label="My interview is on" hint="Leave blank if you don’t have a date yet.">
        <input
          id={`${id}-date`}
          name="deadline"
          type="date"
          min={formatIsoDay(today)}
          defaultValue={plan.deadline ?? ''}
        />
      </Field>
      <NumberField
        id={`${id}-minutes`}
        name="minutesPerDay"
        label="Minutes per day"
        value={plan.minutesPerDay}
        min={1}
        max={600}
      />
      <NumberField
        id={`${id}-new`}
        name="newPerDay"
        label="New items per day, at most"
        value={plan.newPerDay}
        min={0}
        max={500}
      />
      <NumberField
        id={`${id}-reviews`}
        name="reviewsPerDay"
        label="Reviews per day, at most"
        value={plan.reviewsPerDay}
        min={0}
        max={2000}
      />
      <Field
        htmlFor={`${id}-retention`}
        label={
          <>
            Answers that you want to know: <output>{formatPercent(retention / 100)}</output>
          </>
        }
        hint="Higher means shorter intervals: 95 % takes about twice the reviews of 90 %."
      >
        <input
          id={`${id}-retention`}
          type="range"
          min={70}
          max={97}
          value={retention}
          onChange={(event) => setChosenRetention(Number(event.target.value))}
        />
      </Field>
      <div className="cluster">
        <Button type="submit" variant="primary" aria-busy={state.kind === 'saving'}>
          Save plan
        </Button>
        <span role="status">{describePlanState(state)}</span>
      </div>
      {reason && <FieldError>We couldn’t save your plan. {reason} Your changes are still in the form.</FieldError>}
    </Form>
  )
}

interface NumberFieldProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
}

function NumberField({ id, name, label, value, min, max }: NumberFieldProps) {
  return (
    <Field htmlFor={id} label={label}>
      <input
        id={id}
        name={name}
        type="number"
        inputMode="numeric"
        required
        defaultValue={value}
        min={min}
        max={max}
        step={1}
      />
    </Field>
  )
}
