import { type Evaluation, percent } from './evaluation';
import { measureSpeakers } from './speakers';

/** Speakers against the coreference of GUM's news, and of its interviews. */
export const speakers: Evaluation = {
  title: 'Speakers on GUM',
  measure({ corpora }) {
    return (['GUM_news', 'GUM_interview'] as const).flatMap((genre) => {
      const { grouped, strict, sources } = measureSpeakers(corpora, [genre]);
      const name = genre === 'GUM_news' ? 'news' : 'interviews';
      const target = genre === 'GUM_news';
      return [
        { key: `speakers.${name}.b3`, label: `B³ F1 of persons, ${name}`, value: 100 * grouped.f1, ...(target ? { target: 75 } : {}) },
        { key: `speakers.${name}.b3-strict`, label: `the same, every mention counted, ${name}`, value: 100 * strict.f1 },
        {
          key: `speakers.${name}.sources`,
          label: `sources that are pronouns or surnames resolved, ${name} (${sources.all})`,
          value: percent(sources.right, sources.all),
          ...(target ? { target: 85 } : {}),
        },
      ];
    });
  },
};
