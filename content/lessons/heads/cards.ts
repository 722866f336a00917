import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'heads/interview',
    kind: 'interview',
    question: 'What do attention heads actually learn, and do we need all of them?',
    modelAnswer:
      'Some heads are positional: they look at a fixed offset, such as the previous token. Some are syntactic: they link a verb to its object or a noun to its determiner. In translation encoders some point at the rarest tokens. In decoders there are induction heads, which find an earlier occurrence of the current token and copy what came next. Many heads are redundant: Voita and colleagues pruned 38 of 48 encoder heads for 0.15 BLEU. But there is no universal percentage: how many can go depends on the model, on the layer, and on whether you retrain.',
    keyPoints: [
      {
        id: 'positional-heads',
        point: 'Some heads attend to a fixed relative position, such as the previous or the next token.',
      },
      {
        id: 'syntactic-heads',
        point: 'Some heads follow syntactic relations, such as verb to object or noun to determiner.',
      },
      { id: 'rare-token-heads', point: 'Some heads attend to the rarest tokens.' },
      {
        id: 'induction-heads',
        point:
          'Induction heads in decoders find an earlier occurrence of the current token and attend to what followed it.',
      },
      { id: 'many-redundant', point: 'Many heads are redundant and can be pruned with little loss.' },
      {
        id: 'depends-no-fixed-share',
        point: 'How many heads can go depends on the model, the layer and retraining; there is no fixed share.',
      },
    ],
    followUps: [
      {
        question: 'What is an induction head?',
        answer:
          'A head that looks for an earlier copy of the current token and attends to the token after it, so that the model can continue a repeated pattern.',
        asksFor: 'induction-heads',
        then: [
          {
            question: 'Can a single layer do that?',
            answer:
              'Not in the usual form: it takes a previous-token head in an earlier layer, and the induction head reads what that one wrote.',
          },
        ],
      },
      {
        question: 'How many heads can be removed?',
        answer:
          "38 of 48 encoder heads for 0.15 BLEU in Voita's study, with training; at test time alone Michel found about 20 to 40 percent. It depends on model and layer.",
        asksFor: 'depends-no-fixed-share',
        then: [
          {
            question: 'Why is the number at test time smaller?',
            answer: 'Without further training the remaining heads cannot take over what the removed ones did.',
          },
        ],
      },
      {
        question: 'How would you tell from its weights that a head is positional?',
        answer:
          'Take the mean attention mass at one fixed offset over all rows: close to one means that the head is positional.',
        asksFor: 'positional-heads',
        then: [
          {
            question: 'And what does the mean entropy of the rows tell you?',
            answer: 'Whether the head is sharp or spreads evenly: zero for one-hot rows, log n for uniform ones.',
          },
        ],
      },
    ],
  },
])
