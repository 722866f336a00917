import type { CourseDefinition } from '#lib/course/definition.ts'

export const course: CourseDefinition = {
  title: 'Explain Attention',
  subtitle: 'from Scratch',
  homeExercise: 'softmax',
  sections: [
    { title: 'One head', lessons: ['weighted-sum', 'scaling', 'complexity', 'causal-mask'] },
    { title: 'A whole layer', lessons: ['kv-cache', 'cross-attention', 'multi-head', 'heads', 'positions'] },
    { title: 'Paying less', lessons: ['flash-attention', 'sparse-attention', 'linear-attention', 'gqa-mqa'] },
    { title: 'In service', lessons: ['int8-kv', 'paged-attention', 'streaming', 'two-minute-answer'] },
  ],
}
