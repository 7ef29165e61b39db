import { claimsToLookAt, claimTable } from './charts/claims';
import { relayGraph } from './charts/relays';
import { speakerTable } from './charts/speakers';
import { stacked } from './charts/stacked';
import { timeline } from './charts/timeline';
import { figures, type ReportOptions, section } from './frame';
import { type Html, html } from './html';
import type { Sources } from './sources';

/** An article at a glance: who speaks and how much, named and unnamed, directly and not, through whom, and who stands behind its claims. */
export function articleReport(sources: Sources, options: ReportOptions): Html {
  const { say, file } = options;
  const { title, utterances, claims, relays } = sources;
  const headline = title === '' ? file : title;
  return html`<header><p class="brand">On Record <span>${file}</span></p><h1>${headline}</h1></header>
${figures(sources, say)}
${
  utterances.length === 0
    ? html`<p class="nothing">${say('Nobody speaks in this article.')}</p>`
    : html`${section(say('From top to bottom'), say('Solid is quoted, hatched is reported, grey is the writer’s own. Each voice has a lane.'), timeline(sources, options))}
${section(say('Who speaks'), '', speakerTable(sources, options))}
${section(say('Whose words'), '', shares(sources, options))}`
}
${relays.length > 0 && section(say('Through whom'), '', relayGraph(relays, options))}
${claims.length > 0 && section(say('Who stands behind the claims'), '', html`${claimTable(claims, options)}${claimsToLookAt(claims, options)}`)}`;
}

/** The article's words, and the sources', each as one bar. */
export function shares(
  { words, speakers, utterances }: Pick<Sources, 'words' | 'speakers' | 'utterances'>,
  { say }: Pick<ReportOptions, 'say'>,
): Html {
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const spoken = sum(utterances.map((utterance) => utterance.words));
  const quoted = sum(utterances.map((utterance) => utterance.quoted));
  const unnamed = sum(speakers.filter((speaker) => speaker.unnamed).map(({ direct, indirect }) => direct + indirect));
  const named = sum(speakers.filter((speaker) => !speaker.unnamed).map(({ direct, indirect }) => direct + indirect));
  return html`<div class="shares">${[
    stacked(
      say('The article'),
      [
        { label: say('quoted'), value: quoted, paint: 'direct' },
        { label: say('reported'), value: spoken - quoted, paint: 'reported' },
        { label: say('the writer’s own'), value: Math.max(0, words - spoken), paint: 'own' },
      ],
      say,
    ),
    stacked(
      say('Direct and indirect'),
      [
        { label: say('quoted'), value: quoted, paint: 'direct' },
        { label: say('reported'), value: spoken - quoted, paint: 'reported' },
      ],
      say,
    ),
    stacked(
      say('Named and unnamed'),
      [
        { label: say('named'), value: named, paint: 'named' },
        { label: say('unnamed'), value: unnamed, paint: 'unnamed' },
      ],
      say,
    ),
  ]}</div>`;
}
