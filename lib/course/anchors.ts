import { slug } from 'github-slugger'

/** Where a figure is on its lesson's page. */
export const figureId = (title: string): string => `figure-${slug(title)}`

/** Where a mistake in code is explained on its lesson's page. */
export const mistakeId = (misconception: string): string => `mistake-${misconception}`

/** Where an exercise is on its lesson's page. */
export const exerciseId = (exercise: string): string => `build-${exercise}`

/** The address of an exercise. */
export const exerciseHref = (lesson: string, exercise: string): string => `/lessons/${lesson}#${exerciseId(exercise)}`
