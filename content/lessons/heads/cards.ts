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
        accepts: [
          '[8] positional|position_based|fixed_position head|kind|type|some|1|group -parameter',
          '[6] positional syntactic|induction|rare',
          '[9] @prevtoken attend|look|head|watch|focus|always|track !induction|occurrence|copy|earlier|same|followed|1_to_right|every|all -after -follow -every',
          '[10] fix_offset|fixed_offset|relative_offset|relative_position|fixed_distance|constant_offset|fixed_relative|same_offset|fix_distance|fix_relative|certain_offset|offset|distance head|attend|look|positional|some',
          '[6] look|attend 1 back|left|behind',
          '[3] few|some > positional',
        ],
        rejects: ['[3] all|every > head > attend|look > previous|next|before'],
      },
      {
        id: 'syntactic-heads',
        point: 'Some heads follow syntactic relations, such as verb to object or noun to determiner.',
        accepts: [
          '[10] syntax|syntactic|grammar|grammatical|dependency|linguistic|syntactical|syntactically|parse_tree head|attend|look|link|follow|track|relation|connect|some|learn|kind|verb|capture|arc -error !error',
          '[6] syntactic positional|induction|rare',
          '[10] verb object|subject',
          '[10] noun|adjective determiner|article|adjective|noun',
        ],
        rejects: ['[4] head > ignore > grammar|syntax'],
      },
      {
        id: 'rare-token-heads',
        point: 'Some heads attend to the rarest tokens.',
        accepts: [
          '[10] rare|rarest|infrequent|uncommon|seldom|low_frequency|unusual|least_frequent|rarely token|word|term|1 attend|look|head|some|focus|other|kind|find|watch|type|point -error -book !error',
          '[8] rare|rarest|infrequent|uncommon|seldom|unusual head|attend|look|focus|positional|syntactic|induction -error -book',
        ],
      },
      {
        id: 'induction-heads',
        point:
          'Induction heads in decoders find an earlier occurrence of the current token and attend to what followed it.',
        accepts: [
          '[20+] induction copy|earlier|previous|repeat|pattern|occurrence|again|follow|context|before|prior|next|back|match|after|complete|seen',
          '[16] earlier|previous|last|before|first|past|already|occur|appear|occurrence|seen same|current|this|identical|again|occurrence|repeat after|follow|next|copy|came|come|continue|successor|followed',
          '[10] find|search|look|go same|current|earlier|previous occurrence|token copy|after|follow|next|came',
          '[16] look > before|earlier > next|after|came|follow ^induction',
        ],
        rejects: ['[5] induction > future'],
      },
      {
        id: 'many-redundant',
        point: 'Many heads are redundant and can be pruned with little loss.',
        accepts: [
          '[4] many|most|lot|largely|some prunable',
          '[12] prune|remove|drop|cut|delete|throw|ablate|mask_out|switch_off|turn_off|kick|chop|take_out|go|discard|without|spare|lose many|most|lot|half|38|majority|several|large|plenty|fraction|few|bunch|good_part|much -all -every !how',
          '[12] prune|remove|drop|cut|delete|throw|ablate|mask_out|switch_off|turn_off|kick|chop|zero|discard|without loss|little|hardly|almost|barely|easily|score|quality|bleu|performance|harm|accuracy|harmless|degradation -all -every -stop',
          'many|most|lot|half|38|majority|some|large superfluous|unnecessary|useless|dispensable|idle|nothing head|them',
          '38|redundant|redundancy|superfluous|dispensable',
          'not: [8] need|necessary|require|essential all|every|most|head|many|them|each',
          '[10] 48 10 bleu|head',
          '[16] cut|prune|remove|drop|throw head|dozen good|same|stay|unchanged|fine',
        ],
        rejects: [
          '[12] prune|remove|drop|cut|go|gone|without > collapse|break|ruin|destroy|crash',
          '[8] prune|remove > even > 1|single|any > head',
          '[6] prune|remove|cut > any|each|every|1|single > hurt|cost|matter|ruin',
        ],
      },
      {
        id: 'depends-no-fixed-share',
        point: 'How many heads can go depends on the model, the layer and retraining; there is no fixed share.',
        accepts: [
          '[10] depend|vary|differ model|layer|task|retrain|train|training|architecture|which|case|dataset|setup',
          'not: [9] fix|universal|general|single|magic|one|exact|constant|true|global|1|percent share|percentage|number|fraction|rule|proportion|ratio|answer|figure|law|percent|constant',
          '[8] number|percentage|share|fraction|figure specific|particular|depend|dependent|vary model|layer|architecture|task',
          'not: [6] same > each|every|all > model|layer',
        ],
      },
    ],
    followUps: [
      {
        question: 'What else did studies of translation encoders find?',
        answer:
          'Some heads point at the rarest tokens of the sentence. Whether other models have them is another question.',
        whenMissing: 'rare-token-heads',
      },
      {
        question: 'What is an induction head?',
        answer:
          'A head that looks for an earlier copy of the current token and attends to the token after it, so that the model can continue a repeated pattern.',
        whenMissing: 'induction-heads',
        followUps: [
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
        whenMissing: 'depends-no-fixed-share',
        followUps: [
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
        whenMissing: 'positional-heads',
        followUps: [
          {
            question: 'And what does the mean entropy of the rows tell you?',
            answer: 'Whether the head is sharp or spreads evenly: zero for one-hot rows, log n for uniform ones.',
          },
        ],
      },
    ],
  },
])
