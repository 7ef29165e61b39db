import { leading, type ReportOptions } from '../frame';
import { type Html, html } from '../html';
import { KIND_NAMES } from '../names';
import { percent, type Say } from '../say';
import type { Sources, Speaker } from '../sources';
import { bar } from './paint';
import { swatch } from './stacked';

/** The most speakers that stand in the open; the rest folds out. */
const MOST = 12;

const WIDTH = 240;
const HEIGHT = 12;

/** Who speaks and how much: a table with a bar in each row. */
export function speakerTable({ speakers, words }: Sources, options: ReportOptions): Html {
  const { say } = options;
  const most = Math.max(1, ...speakers.map(wordsOf));
  const rows = speakers.map((speaker) => speakerRow(speaker, most, words, options));
  const table = (body: readonly Html[]): Html => html`<table class="speakers"><thead><tr><th scope="col">${say('Speaker')}</th>
<th scope="col" class="bar"><span>${swatch('direct')}${say('quoted')}</span> <span>${swatch('reported')}${say('reported')}</span></th>
<th scope="col" class="n">${say('Words')}</th><th scope="col" class="n">${say('Share')}</th></tr></thead><tbody>${body}</tbody></table>\n`;
  if (rows.length <= MOST) return table(rows);
  return html`${table(rows.slice(0, MOST))}<details><summary>${say('{0} more', rows.length - MOST)}</summary>${table(rows.slice(MOST))}</details>`;
}

const wordsOf = ({ direct, indirect }: Speaker): number => direct + indirect;

function speakerRow(speaker: Speaker, most: number, whole: number, options: ReportOptions): Html {
  const { name, role, kind, unnamed, direct, indirect, passedOn, place } = speaker;
  const { say } = options;
  const solid = (WIDTH * direct) / most;
  const notes = [
    role,
    role === null && !unnamed && kind !== 'person' ? KIND_NAMES[kind](say) : null,
    passedOn > 0 ? say('passes on {0} words of others', passedOn) : null,
  ];
  const note = notes.filter((part) => part !== null).join(', ');
  return html`<tr><th scope="row">${leading(nameOf(name, unnamed, say), place, options, 'name')}${note !== '' && html`<small>${note}</small>`}</th>
<td class="bar"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${say('{0} words quoted, {1} reported', direct, indirect)}">${bar({ x: 0, y: 0, width: solid, height: HEIGHT }, 'direct')}${bar(
    { x: solid, y: 0, width: (WIDTH * indirect) / most, height: HEIGHT },
    'reported',
  )}</svg></td><td class="n">${direct + indirect}</td><td class="n">${percent(say, direct + indirect, whole)}</td></tr>\n`;
}

/** A speaker's name; one whom the article does not name is slanted and marked by a word. */
export const nameOf = (name: string, unnamed: boolean, say: Say): Html =>
  unnamed ? html`<i class="unnamed">${name}</i> <span class="tag">${say('unnamed')}</span>` : html`<span class="name">${name}</span>`;
