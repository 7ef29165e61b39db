import { shares } from './article-report';
import { claimTable } from './charts/claims';
import { bar } from './charts/paint';
import { relayGraph } from './charts/relays';
import { speakerTable } from './charts/speakers';
import { figures, type ReportOptions, section } from './frame';
import { type Content, type Html, html } from './html';
import { count, percent, type Say } from './say';
import type { Sources } from './sources';
import { together } from './together';

/** An article of a folder. */
export interface FolderArticle {
  readonly file: string;
  readonly sources: Sources;
}

/** Many articles at a glance: a table that sorts, with each article as a strip, and who speaks in all of them. */
export function folderReport(articles: readonly FolderArticle[], options: ReportOptions): Html {
  const { say, file } = options;
  const all = together(articles.map(({ sources }) => sources));
  const nowhere: ReportOptions = { ...options, places: 'none' };
  return html`<header><p class="brand">On Record <span>${file}</span></p><h1>${count(say, articles.length, '{0} article', '{0} articles')}</h1></header>
${figures(all, say)}
${section(say('The articles'), say('Each strip is an article from beginning to end: solid is quoted, hatched is reported, grey is the writer’s own.'), table(articles, options))}
${all.speakers.length > 0 && section(say('Who speaks'), '', speakerTable(all, nowhere))}
${all.utterances.length > 0 && section(say('Whose words'), '', shares(all, options))}
${all.relays.length > 0 && section(say('Through whom'), '', relayGraph(all.relays, nowhere))}
${all.claims.length > 0 && section(say('Who stands behind the claims'), '', claimTable(all.claims, options))}`;
}

/** A column: its heading, and for an article what it shows and what it is sorted by. */
interface Column {
  readonly heading: string;
  readonly kind: 'words' | 'number';
  readonly cell: (article: FolderArticle, options: ReportOptions) => { readonly shown: Content; readonly by: string | number };
}

const columns = (say: Say): readonly Column[] => [
  {
    heading: say('Article'),
    kind: 'words',
    cell: ({ file, sources }, { places }) => ({ shown: named(file, sources.title, places === 'lead'), by: sources.title || file }),
  },
  { heading: say('Words'), kind: 'number', cell: ({ sources }) => number(sources.words) },
  { heading: say('Voices'), kind: 'number', cell: ({ sources }) => ({ shown: strip(sources), by: spokenShare(sources) }) },
  { heading: say('Speakers'), kind: 'number', cell: ({ sources }) => number(sources.speakers.length) },
  { heading: say('Unnamed'), kind: 'number', cell: ({ sources }) => number(sources.speakers.filter(({ unnamed }) => unnamed).length) },
  {
    heading: say('Quoted'),
    kind: 'number',
    cell: ({ sources }) => ({ shown: percent(say, quoted(sources), sources.words), by: quoted(sources) / Math.max(1, sources.words) }),
  },
  {
    heading: say('Need a source'),
    kind: 'number',
    cell: ({ sources }) => number(sources.claims.filter(({ needsSource }) => needsSource).length),
  },
];

const number = (n: number) => ({ shown: n, by: n });
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const quoted = ({ utterances }: Sources): number => sum(utterances.map((utterance) => utterance.quoted));
const spokenShare = ({ utterances, words }: Sources): number => sum(utterances.map((utterance) => utterance.words)) / Math.max(1, words);

function named(file: string, title: string, links: boolean): Html {
  const name = html`<span class="name">${title === '' ? file : title}</span>`;
  return html`${links ? html`<button type="button" class="go" data-file="${file}">${name}</button>` : name}${title !== '' && html`<small>${file}</small>`}`;
}

function table(articles: readonly FolderArticle[], options: ReportOptions): Html {
  const all = columns(options.say);
  const class_ = ({ kind }: Column, i: number) => (kind === 'number' && i !== 2 ? 'n' : '');
  return html`<div class="wide"><table class="articles"><thead><tr>${all.map(
    (column, i) =>
      html`<th scope="col" class="${class_(column, i)}" data-kind="${column.kind}" data-first="${column.kind === 'words' ? 'up' : 'down'}"><button type="button" class="sort">${column.heading}</button></th>`,
  )}</tr></thead><tbody>${articles.map(
    (article) =>
      html`<tr>${all.map((column, i) => {
        const { shown, by } = column.cell(article, options);
        return i === 0
          ? html`<th scope="row" data-by="${by}">${shown}</th>`
          : html`<td class="${class_(column, i)}" data-by="${by}">${shown}</td>`;
      })}</tr>\n`,
  )}</tbody></table></div>\n`;
}

const STRIP = { width: 128, height: 14 };

/** An article from beginning to end, as narrow as a line. */
function strip({ utterances, words }: Sources): Html {
  const scale = STRIP.width / Math.max(1, words);
  return html`<svg class="strip" viewBox="0 0 ${STRIP.width} ${STRIP.height}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="own" width="${STRIP.width}" height="${STRIP.height}"/>${utterances.map(
    ({ at, kind }) =>
      at.map(([from, to]) =>
        bar(
          { x: from * scale, y: 0, width: Math.max(0.5, (to - from) * scale), height: STRIP.height },
          kind === 'indirect' ? 'reported' : 'direct',
        ),
      ),
  )}</svg>`;
}
