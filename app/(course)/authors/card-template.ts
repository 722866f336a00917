import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    // lesson/name: the lesson's own slug comes first
    id: 'mean/interview',
    kind: 'interview',
    question: 'What is the mean, and when does it mislead?',
    // 60 to 120 words for an interview question, as one would say it; Markdown and $math$ as in the lesson
    modelAnswer:
      'The mean adds up all values and divides by how many there are. It is the one number with the least squared distance to all of them. It misleads when a few values lie far from the rest, because it follows them: one income of a billion moves the mean of a town, and nobody in it is richer. The median stays where it is, since it asks only for the order of the values. So I would look at how the values are spread first, and report the median where they have a long tail.',
    // what a good answer must hold: its model answer covers each of them
    keyPoints: [
      { id: 'sum-over-count', point: 'The mean adds up all values and divides by how many there are.' },
      { id: 'outliers', point: 'It misleads when a few values lie far from the rest, because it follows them.' },
      { id: 'median', point: 'The median stays where it is: it asks only for the order of the values.' },
    ],
    // what is asked next; whenMissing names the key point whose absence asks for it
    followUps: [
      {
        question: 'Why does the median not move?',
        answer: 'It is the value in the middle of the order, however far away the largest one lies.',
        whenMissing: 'median',
      },
    ],
    // where to go back to: an exercise, and a heading or <CodeMistake> of the lesson
    // exercise: 'mean',
    // anchor: 'why',
  },
])
