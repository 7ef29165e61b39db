import { type Evaluation, f1, percent } from './evaluation';
import { type Share, scoreOwnArticles } from './own-articles';

const relation = ({ found, predicted }: { readonly found: Share; readonly predicted: Share }): number =>
  f1(predicted.right, predicted.all, found.right, found.all);

/** Our own annotated articles, of many kinds of news; no corpus needed. */
export const own: Evaluation = {
  title: 'Our own articles',
  own: true,
  measure() {
    const { found, predicted, direct, indirect, speakers, speakersGiven, relays, disputes } = scoreOwnArticles();
    const share = (key: string, label: string, { right, all }: Share) => ({
      key: `own.${key}`,
      label: `${label} (${all})`,
      value: percent(right, all),
    });
    return [
      { key: 'own.relation', label: 'relation F1', value: relation({ found, predicted }) },
      { key: 'own.relation.direct', label: 'relation F1, direct or mixed', value: relation(direct) },
      { key: 'own.relation.indirect', label: 'relation F1, indirect', value: relation(indirect) },
      share('speakers', 'speaker right', speakers),
      share('speakers-given', 'speaker right, where one is given', speakersGiven),
      share('relays', 'carried by the right one', relays),
      share('disputes', 'denials linked', disputes),
    ];
  },
};
