import { expect, test } from 'vitest'
import type { Forecast } from '#lib/review/forecast.ts'
import { describeForecast } from './runway.tsx'

const outlook = (over: Partial<Forecast>): Forecast => ({
  date: '2026-12-14',
  daysLeft: 20,
  runway: [],
  items: 90,
  seen: 90,
  ready: 90,
  unseen: [],
  faded: [],
  fits: true,
  enough: null,
  ...over,
})
const titles = { scaling: 'The scale', positions: 'Positions' }

test('what fits is said in one sentence', () =>
  expect(describeForecast(outlook({}), titles)).toBe('You’ll have seen all 90 items by then, and still know them.'))

test('what does not fit is counted by lesson, with limits that would do', () =>
  expect(
    describeForecast(
      outlook({
        fits: false,
        ready: 85,
        unseen: ['positions/rope', 'scaling/why', 'number:scaling/odds', 'drill:softmax'],
        faded: ['scaling/trap'],
        enough: { minutesPerDay: 45, newPerDay: 30, reviewsPerDay: 200 },
      }),
      titles,
    ),
  ).toBe(
    'It doesn’t all fit: you’ll know 85 of 90 items on that day; 4 will still be new (2 of The scale, 1 of Positions, 1 of the drills), 1 will have faded (1 of The scale). It fits with 45 minutes, 30 new items and 200 reviews per day.',
  ))

test('where no limits would do, that is said', () =>
  expect(describeForecast(outlook({ fits: false, ready: 80, unseen: ['scaling/why'] }), titles)).toMatch(
    /There isn’t enough time left, whatever the daily limit\.$/,
  ))

test('without lessons there is nothing to plan', () =>
  expect(describeForecast(outlook({ items: 0, fits: false }), titles)).toMatch(/nothing to plan/))
