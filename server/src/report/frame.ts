import { type Content, type Html, html } from './html';
import { count, type Say } from './say';
import type { Sources, Stretch } from './sources';

/** How a report is to be set. */
export interface ReportOptions {
  readonly say: Say;
  /** The name of the article's file. */
  readonly file: string;
  /** *lead*: places lead into an editor, and `data-go` says where; *lines*: they are named by line; *none*: they are left out. */
  readonly places: 'lead' | 'lines' | 'none';
}

/** Something that leads to a place of the article, where there is an editor to lead into. Its line stands beside it, but for a `name` in a table. */
export function leading(
  words: Content,
  place: Stretch,
  { say, places }: Pick<ReportOptions, 'say' | 'places'>,
  what: 'passage' | 'name' = 'passage',
): Html {
  const line = what === 'passage' && places !== 'none' && html` <span class="line">${say('line {0}', place.start.line + 1)}</span>`;
  if (places !== 'lead') return html`${words}${line}`;
  return html`<button type="button" class="go" data-go="${goOf(place)}">${words}${line}</button>`;
}

/** A place as `data-go` has it: four numbers. */
export const goOf = ({ start, end }: Stretch): string => [start.line, start.character, end.line, end.character].join(' ');

/** A section with its heading, and one sentence that says what is to be seen. */
export const section = (heading: string, note: string, body: Content): Html =>
  html`<section><h2>${heading}</h2>${note !== '' && html`<p class="note">${note}</p>`}${body}</section>\n`;

/** The numbers at the head of a report; those that an editor has to look at stand out, by more than their colour. */
export function figures({ words, speakers, quotes, claims }: Pick<Sources, 'words' | 'speakers' | 'quotes' | 'claims'>, say: Say): Html {
  const unnamed = speakers.filter((speaker) => speaker.unnamed).length;
  const open = claims.filter(({ needsSource }) => needsSource).length;
  const list: readonly (readonly [number: number, label: string, alert?: boolean])[] = [
    [words, count(say, words, 'word', 'words')],
    [speakers.length, count(say, speakers.length, 'speaker', 'speakers')],
    [unnamed, say('unnamed'), unnamed > 0],
    [quotes, count(say, quotes, 'quote', 'quotes')],
    [claims.length, count(say, claims.length, 'claim', 'claims')],
    [open, count(say, open, 'needs a source', 'need a source'), open > 0],
  ];
  return html`<ul class="figures">${list.map(([number, label, alert = false]) => html`<li class="${alert ? 'alert' : ''}"><b>${number}</b> <span>${label}</span></li>`)}</ul>\n`;
}
