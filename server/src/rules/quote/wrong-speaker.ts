import type { Article } from '../../article';
import { compareSpeakers, ownWords } from '../../evidence/speaker-names';
import { judgedQuotes, whereIs } from '../judged-quotes';
import type { Finding, Fix, Rule, RuleFacts } from '../rule';

const COUNCIL = `MAYOR HALE: We have waited eleven years for a new pier. I will not ask this town to wait another winter.

DR. MARLOWE: The timber is rotten from the second bay outwards. As the mayor says, "the pier is the town".

CLLR. BREKKE: The pier is the town, and the town is the pier.
`;

const facts: RuleFacts = {
  code: 'quote/wrong-speaker',
  title: 'A quote that the transcript gives to somebody else',
  why: 'Words in the wrong mouth are among the worst mistakes that a story can make, and among the easiest: two people stood side by side, and the notes run together. The transcript beside the article has these words, and it has another person say them.',
  sources: [{ guide: 'AP', says: 'Make clear who said what, so that no reader can mistake the speaker.' }],
  severity: 'warning',
  examples: {
    bad: [
      {
        article:
          'Pier to be closed\n\n“I will not ask this town to wait another winter,” said the surveyor, Tina Marlowe.\n\nTom Hale, the mayor, left early.\n',
        sources: { 'council.txt': COUNCIL },
      },
      {
        article: 'Pier to be closed\n\n“The timber is rotten from the second bay outwards,” said the mayor, Tom Hale.\n',
        sources: { 'council.txt': COUNCIL },
      },
    ],
    good: [
      {
        article: 'Pier to be closed\n\n“The timber is rotten from the second bay outwards,” said the surveyor, Tina Marlowe.\n',
        sources: { 'council.txt': COUNCIL },
      },
      {
        article: 'Pier to be closed\n\n“The timber is rotten from the second bay outwards,” said the surveyor.\n',
        sources: { 'council.txt': COUNCIL },
      },
      {
        article: 'Pier to be closed\n\n“The pier is the town,” said the mayor, Tom Hale.\n',
        sources: { 'council.txt': COUNCIL },
      },
    ],
  },
};

/** Reports a quote that stands in a transcript as somebody else's words. */
export const quoteWrongSpeaker: Rule = {
  facts,
  check: (article) =>
    judgedQuotes(article).flatMap(({ judgement, evidence, speech }): Finding[] => {
      const [place] = evidence.places;
      if (judgement !== 'wrong-speaker' || !place) return [];
      return [
        {
          code: facts.code,
          severity: facts.severity,
          span: speech.span,
          message: `The transcript has ${place.speaker ?? 'somebody else'} say this, not ${speech.sought.by[0] ?? 'this speaker'} (${whereIs(place)}). Check who said it.`,
          related: [{ span: place.span, message: `${place.speaker}: ${place.words}`, place }],
        },
      ];
    }),
  fixes(article, { span }): Fix[] {
    const judged = judgedQuotes(article).find(
      ({ judgement, speech }) => judgement === 'wrong-speaker' && speech.span[0] === span[0] && speech.span[1] === span[1],
    );
    const label = judged?.evidence.places[0]?.speaker ?? null;
    const source = judged?.speech.attribution?.source ?? [];
    const [mention] = source;
    if (label === null || !mention || source.length > 1) return [];
    return [
      {
        title: `Attribute it to ${nameFor(article, label)}`,
        edits: [{ span: mention, text: nameFor(article, label) }],
        preferred: false,
        safe: false,
      },
    ];
  },
};

/** A transcript's speaker as the article calls them; else as the transcript does, in small letters where it shouts. */
function nameFor({ entities }: Article, label: string): string {
  const known = entities.find(({ kind, name, role }) => kind === 'person' && compareSpeakers(label, [name, role ?? '']) === 'same');
  if (known) return known.name;
  const words = label.split(' ').filter((word) => ownWords(word).length > 0);
  return words.map((word) => (word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word)).join(' ') || label;
}
