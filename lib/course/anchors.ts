import { slug } from 'github-slugger'

/** Where a figure stands on its lesson's page. */
export const playId = (title: string): string => `play-${slug(title)}`

/** Where an exercise stands on its lesson's page. */
export const exerciseId = (exercise: string): string => `build-${exercise}`

/** The address of an exercise. */
export const exerciseHref = (lesson: string, exercise: string): string => `/lessons/${lesson}#${exerciseId(exercise)}`
