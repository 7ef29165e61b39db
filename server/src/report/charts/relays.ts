import { leading, type ReportOptions } from '../frame';
import { type Html, html } from '../html';
import type { Say } from '../say';
import type { Relay, RelayEnd } from '../sources';
import { shortened } from './lettering';
import { round } from './paint';
import { nameOf } from './speakers';

const BOX = { width: 190, height: 30 };
const STEP = { x: 262, y: 44 };
/** The most steps from the article to a source that are drawn side by side; a longer chain stays in the last column. */
const MOST_STEPS = 3;
/** How many characters fit into a box. */
const FITTING = 26;

/** Somebody in the graph. */
interface Point {
  readonly end: RelayEnd;
  /** Steps from the article: 1 for who carries and is not carried. */
  step: number;
  row: number;
}

/** Who passed whom on: arrows from the article to those whom it cites, and on to those whom they cite; below, the same in sentences. */
export function relayGraph(relays: readonly Relay[], options: ReportOptions): Html {
  const { say } = options;
  const points = pointsOf(relays);
  const rows = Math.max(1, ...[...points.values()].map(({ row }) => row + 1));
  const columns = Math.max(...[...points.values()].map(({ step }) => step));
  const height = rows * STEP.y;
  const article = { x: 0, y: height / 2 };
  const placeOf = ({ step, row }: Point) => ({ x: 112 + STEP.x * (step - 1), y: row * STEP.y + STEP.y / 2 });
  const carried = new Set(relays.map((relay) => keyOf(relay.carried)));
  const first = [...points].filter(([key, { step }]) => step === 1 && !carried.has(key)).map(([, point]) => point);
  const arrows = relays.flatMap(({ carrier, carried, times }) => {
    const [from, to] = [points.get(keyOf(carrier)), points.get(keyOf(carried))];
    if (!from || !to || from === to) return [];
    const [a, b] = [placeOf(from), placeOf(to)];
    return [arrow({ x: a.x + BOX.width, y: a.y }, b, times > 1 ? `×${times}` : '')];
  });
  return html`<div class="graph"><svg viewBox="0 0 ${112 + STEP.x * columns} ${height}" width="${112 + STEP.x * columns}" aria-hidden="true" focusable="false">
<rect class="node" x="1" y="${article.y - BOX.height / 2}" width="76" height="${BOX.height}"/><text class="in-node" x="39" y="${article.y + 4}">${say('This article')}</text>
${first.map((point) => arrow({ x: 77, y: article.y }, placeOf(point), ''))}${arrows}${[...points.values()].map((point) => node(point.end, placeOf(point)))}
</svg></div>
<ul class="said">${relays.map(
    ({ carrier, carried, times, place }) => html`<li>${leading(sentence(carrier, carried, times, say), place, options)}</li>\n`,
  )}</ul>\n`;
}

const keyOf = ({ speaker, name }: RelayEnd): string => JSON.stringify([speaker, name]);

/** Puts carriers before those whom they carry, however long the chain; in a circle, the first comes first. */
function pointsOf(relays: readonly Relay[]): Map<string, Point> {
  const points = new Map<string, Point>();
  for (const { carrier, carried } of relays) {
    for (const end of [carrier, carried]) if (!points.has(keyOf(end))) points.set(keyOf(end), { end, step: 1, row: 0 });
  }
  for (let pass = 0; pass < MOST_STEPS; pass++) {
    for (const { carrier, carried } of relays) {
      const [from, to] = [points.get(keyOf(carrier)), points.get(keyOf(carried))];
      if (from && to && from !== to) to.step = Math.min(MOST_STEPS, Math.max(to.step, from.step + 1));
    }
  }
  const filled = new Map<number, number>();
  for (const point of points.values()) {
    point.row = filled.get(point.step) ?? 0;
    filled.set(point.step, point.row + 1);
  }
  return points;
}

function node({ name, unnamed }: RelayEnd, { x, y }: { x: number; y: number }): Html {
  return html`<g><title>${name}</title><rect class="node${unnamed ? ' unnamed' : ''}" x="${round(x)}" y="${round(y - BOX.height / 2)}" width="${BOX.width}" height="${BOX.height}"/><text class="in-node${unnamed ? ' unnamed' : ''}" x="${round(x + BOX.width / 2)}" y="${round(y + 4)}">${shortened(name, FITTING)}</text></g>`;
}

function arrow(from: { x: number; y: number }, to: { x: number; y: number }, label: string): Html {
  const half = (to.x - from.x) / 2;
  return html`<path class="arrow" marker-end="url(#arrow)" d="M${round(from.x)} ${round(from.y)}C${round(from.x + half)} ${round(from.y)} ${round(to.x - half)} ${round(to.y)} ${round(to.x - 1)} ${round(to.y)}"/>${
    label !== '' && html`<text class="tick middle" x="${round(from.x + half)}" y="${round((from.y + to.y) / 2 - 5)}">${label}</text>`
  }`;
}

function sentence(carrier: RelayEnd, carried: RelayEnd, times: number, say: Say): Html {
  const who = ({ name, unnamed }: RelayEnd) => (name === '' ? say('somebody') : nameOf(name, unnamed, say));
  return html`${who(carrier)} → ${who(carried)}${times > 1 && html`, ${say('{0} times', times)}`}`;
}
