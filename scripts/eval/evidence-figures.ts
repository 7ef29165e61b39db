import { type Evaluation, percent } from './evaluation';
import { scoreEvidence } from './evidence-scores';
import type { Share } from './own-articles';

/** Quotes and claims held against transcripts and documents, all of our own; no corpus needed. */
export const evidence: Evaluation = {
  title: 'Quotes and claims against their sources',
  own: true,
  measure() {
    const { found, quiet, judged, claims } = scoreEvidence();
    const figure = (key: string, label: string, { right, all }: Share) => ({
      key: `evidence.${key}`,
      label: `${label} (${all})`,
      value: percent(right, all),
    });
    const all = Object.values(found).reduce((sum, { right, all }) => ({ right: sum.right + right, all: sum.all + all }), {
      right: 0,
      all: 0,
    });
    return [
      figure('found', 'alterations found', all),
      ...Object.entries(found).map(([kind, share]) => figure(`found.${kind}`, `${kind} found`, share)),
      figure('quiet', 'nothing reported where nothing is wrong', quiet),
      figure('judged', 'quotes judged right', judged),
      figure('claims', 'claims judged right', claims),
    ];
  },
};
