import { goOf, leading, type ReportOptions } from '../frame';
import { type Content, type Html, html } from '../html';
import { supportName } from '../names';
import type { Sources, Speaker, Stretch, Utterance, WordSpan } from '../sources';
import { claimMark } from './claims';
import { inLines } from './lettering';
import { bar, round } from './paint';
import { nameOf } from './speakers';

const WIDTH = 720;
/** Where the columns begin: the words as they are counted, the whole article, the voices. */
const AXIS = 34;
const WHOLE = { x: 42, width: 52 };
const LANES = 122;
const CLAIMS = 44;
/** The most voices that have a lane of their own. */
const MOST_LANES = 7;
const WIDEST_LANE = 96;
/** Room for the names above the lanes: three lines, and the mark of the unnamed. */
const HEAD = 62;
const LINE = 12;
/** Height for a word, and the least and most of the whole. */
const PER_WORD = 0.85;
const SHORTEST = 240;
const LONGEST = 900;

/** The lane of a speaker, or of all the others. */
interface Lane {
  readonly name: string;
  readonly unnamed: boolean;
  readonly holds: (speaker: string | null) => boolean;
}

/** The article from top to bottom: a column for the whole of it, a lane for each voice, and its claims at the side. */
export function timeline(sources: Sources, options: ReportOptions): Html {
  const { say } = options;
  const height = Math.min(LONGEST, Math.max(SHORTEST, sources.words * PER_WORD));
  const scale = height / Math.max(1, sources.words);
  const lanes = lanesOf(sources, options);
  const step = Math.min(WIDEST_LANE, (WIDTH - CLAIMS - LANES) / Math.max(1, lanes.length));
  const claimsAt = LANES + step * lanes.length + CLAIMS / 2;
  const draw = (utterance: Utterance, x: number, width: number): Html[] =>
    utterance.at.map((at) => band(utterance, at, { x, width, scale }, options));
  const columns = lanes.map(({ holds, name, unnamed }, i) => {
    const x = LANES + step * i;
    const width = Math.min(step - 12, 60);
    return html`${heading(name, unnamed, x, step, options)}<path class="guide" d="M${round(x + width / 2)} 0V${round(height)}"/>${sources.utterances
      .filter(({ speaker }) => holds(speaker))
      .map((utterance) => draw(utterance, x, width))}`;
  });
  return html`<div class="timeline"><svg viewBox="0 ${-HEAD} ${WIDTH} ${Math.ceil(height) + HEAD + 6}" aria-hidden="true" focusable="false">
${axis(sources.words, scale)}
${heading(say('The whole article'), false, WHOLE.x, LANES - WHOLE.x - 8, options)}
<rect class="own" x="${WHOLE.x}" y="0" width="${WHOLE.width}" height="${round(height)}"/>
${sources.utterances.map((utterance) => draw(utterance, WHOLE.x, WHOLE.width))}
${columns}
${heading(say('Claims'), false, claimsAt - 20, 60, options)}
${sources.claims.map((claim) => html`<g class="mark"${going(claim.place, options)} transform="translate(${round(claimsAt)} ${round(middle(claim.at) * scale)})"><title>${supportName(claim.support, claim.needsSource, say)}: ${claim.text}</title><rect class="reach" x="-12" y="-7" width="24" height="14"/>${claimMark(claim.support, claim.needsSource)}</g>`)}
</svg></div>
<details><summary>${say('Everything that is said, as a list')}</summary>${asList(sources, options)}</details>\n`;
}

/** What makes a drawn thing lead to its place. */
const going = (place: Stretch, { places }: ReportOptions): Content => places === 'lead' && html` data-go="${goOf(place)}"`;

const middle = ([from, to]: WordSpan): number => (from + to) / 2;

function lanesOf({ speakers, utterances }: Sources, { say }: ReportOptions): Lane[] {
  const speaking = speakers.filter(({ direct, indirect }) => direct + indirect > 0);
  const own = speaking.length > MOST_LANES ? speaking.slice(0, MOST_LANES - 1) : speaking;
  const lanes: Lane[] = own.map(({ id, name, unnamed }) => ({ name, unnamed, holds: (speaker) => speaker === id }));
  const listed = new Set<string | null>(own.map(({ id }) => id));
  if (utterances.some(({ speaker, words }) => words > 0 && !listed.has(speaker))) {
    const rest = speaking.length - own.length;
    lanes.push({
      name: rest > 0 ? say('{0} others', rest) : say('Without a speaker'),
      unnamed: false,
      holds: (speaker) => !listed.has(speaker),
    });
  }
  return lanes;
}

function heading(name: string, unnamed: boolean, x: number, width: number, { say }: ReportOptions): Html {
  const lines: Content[] = inLines(name, Math.max(6, Math.floor(width / 7.6)), 3);
  if (unnamed) lines.push(html`<tspan class="tag">${say('unnamed')}</tspan>`);
  return html`<text class="head${unnamed ? ' unnamed' : ''}"><title>${name}</title>${lines.map(
    (line, i) => html`<tspan x="${round(x)}" y="${-8 - LINE * (lines.length - 1 - i)}">${line}</tspan>`,
  )}</text>`;
}

/** A stretch of somebody's words: solid where they are quoted, hatched where they are reported, both side by side where they are mixed. */
function band(
  { kind, quoted, words, speaker, calledBy, text, place }: Utterance,
  [from, to]: WordSpan,
  { x, width, scale }: { x: number; width: number; scale: number },
  options: ReportOptions,
): Html {
  const y = from * scale;
  const height = Math.max(2, (to - from) * scale - 0.6);
  const solid = kind === 'mixed' && words > 0 ? (width * quoted) / words : kind === 'direct' ? width : 0;
  return html`<g class="band"${going(place, options)}><title>${speaker ?? calledBy ?? options.say('Without a speaker')}: ${text}</title>${
    solid > 0 && bar({ x, y, width: solid, height }, 'direct')
  }${solid < width && bar({ x: x + solid, y, width: width - solid, height }, 'reported')}</g>`;
}

/** Ticks at round numbers of words. */
function axis(words: number, scale: number): Html[] {
  const step = [50, 100, 200, 500, 1000, 2000, 5000, 10_000].find((step) => step * scale > 40) ?? Math.ceil(40 / scale / 10_000) * 10_000;
  const ticks: Html[] = [];
  for (let at = 0; at < words; at += step) {
    ticks.push(html`<text class="tick" x="${AXIS}" y="${round(at * scale + 4)}">${at === 0 ? 1 : at}</text>`);
  }
  return ticks;
}

function asList({ utterances, speakers }: Sources, options: ReportOptions): Html {
  const { say } = options;
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const who = (speaker: Speaker | undefined, calledBy: string | null): Content =>
    speaker ? nameOf(speaker.name, speaker.unnamed, say) : (calledBy ?? say('Without a speaker'));
  return html`<ol class="said">${utterances.map(({ speaker, calledBy, kind, text, via, place }) => {
    const how = kind === 'direct' ? say('quoted') : kind === 'mixed' ? say('quoted in part') : say('reported');
    return html`<li>${leading(html`${who(byId.get(speaker ?? ''), calledBy)}, ${how}${via.length > 0 && html`, ${say('via {0}', via.join(' ← '))}`}: <q>${text}</q>`, place, options)}</li>\n`;
  })}</ol>`;
}
