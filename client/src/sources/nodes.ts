import { KIND_NAMES, supportName } from '../../../server/src/report/names';
import { count, type Say, words } from '../../../server/src/report/say';
import {
  type ClaimSupport,
  type SourcedClaim,
  type Sources,
  type Speaker,
  type Stretch,
  SUPPORTS,
  type Utterance,
} from '../../../server/src/report/sources';

/** What a row of the Sources view shows; plain data, so that two versions can be told apart. */
export interface Node {
  /** The same after an edit elsewhere, so that selection and what is folded out stay. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken: string;
  readonly tooltip: string;
  /** The name of an icon of VS Code's. */
  readonly icon: string;
  /** Stands out: something to look at. Never by colour alone: the icon is another one, too. */
  readonly alert: boolean;
  /** What menus know it by: `speaker`, `speaker.unnamed`, `quote`, `claim.none` … */
  readonly context: string;
  /** Where selecting it leads; null for a group. */
  readonly place: Stretch | null;
  /** The stretches of the article that belong to it: with the cursor in one, the row is shown. */
  readonly stretches: readonly Stretch[];
  readonly children: readonly Node[];
  /** Folded out when it first appears. */
  readonly open: boolean;
}

/** What is to be shown of an article. */
export interface Filter {
  readonly unnamedOnly: boolean;
  readonly needsSourceOnly: boolean;
  /** In a name, a role, a quote or a claim; upper and lower case alike. */
  readonly text: string;
}

const lineOf = ({ start }: Stretch): number => start.line + 1;
const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' · ');
const aloud = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(', ');
const leaf = { children: [], open: false };

/** The rows of the speakers of an article, the one with most words first; what nobody is named for comes last. */
export function speakerNodes(sources: Sources, filter: Filter, say: Say): Node[] {
  const said = new Map<string | null, Utterance[]>();
  for (const utterance of sources.utterances) {
    const list = said.get(utterance.speaker) ?? [];
    said.set(utterance.speaker, list);
    list.push(utterance);
  }
  const claims = new Map(sources.claims.map((claim) => [claim.id, claim]));
  const wanted = (texts: readonly (string | null)[]): boolean => matches(texts, filter.text);
  const rowsOf = (list: readonly Utterance[]) => list.map((utterance) => utteranceNode(utterance, claims, say));
  const rows = sources.speakers.flatMap((speaker) => {
    if (filter.unnamedOnly && !speaker.unnamed) return [];
    const own = said.get(speaker.id) ?? [];
    const hit = wanted([speaker.name, speaker.role]);
    const shown = hit ? own : own.filter(({ text, via }) => wanted([text, ...via]));
    return hit || shown.length > 0 ? [speakerNode(speaker, rowsOf(shown), own.length, say)] : [];
  });
  const unclear = (said.get(null) ?? []).filter(({ text, calledBy }) => wanted([text, calledBy]));
  if (unclear.length > 0) rows.push(unclearNode(rowsOf(unclear), say));
  return rows;
}

function speakerNode(speaker: Speaker, children: Node[], times: number, say: Say): Node {
  const { id, name, role, kind, unnamed, direct, indirect, passedOn, place, mentions } = speaker;
  const total = direct + indirect;
  const carried = passedOn > 0 ? say('passes on {0}', words(say, passedOn)) : null;
  const mark = unnamed ? say('unnamed') : null;
  return {
    id: `speaker ${id}`,
    // What marks them has to be seen beside a long description.
    label: unnamed ? shortened(name) : name,
    description: joined([mark, role, total > 0 || carried === null ? words(say, total) : null, carried]),
    spoken: aloud([
      name,
      mark,
      role,
      unnamed ? null : KIND_NAMES[kind](say),
      words(say, total),
      count(say, times, 'speaks {0} time', 'speaks {0} times'),
      carried,
    ]),
    tooltip: [
      joined([name, role]),
      joined([unnamed ? say('Unnamed source') : KIND_NAMES[kind](say), count(say, mentions.length, '{0} mention', '{0} mentions')]),
      joined([say('{0} quoted', words(say, direct)), say('{0} reported', words(say, indirect)), carried]),
    ].join('\n'),
    icon: unnamed ? 'question' : KIND_ICONS[kind],
    alert: unnamed,
    context: unnamed ? 'speaker.unnamed' : 'speaker',
    place,
    stretches: mentions,
    children,
    open: false,
  };
}

/** The longest name of an unnamed speaker that a row shows, in UTF-16 units. */
const LONGEST_UNNAMED = 20;

function shortened(name: string): string {
  if (name.length <= LONGEST_UNNAMED) return name;
  const cut = name.lastIndexOf(' ', LONGEST_UNNAMED);
  return `${name.slice(0, cut > LONGEST_UNNAMED / 2 ? cut : LONGEST_UNNAMED).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const KIND_ICONS: Readonly<Record<Speaker['kind'], string>> = {
  person: 'person',
  organization: 'organization',
  document: 'file',
  anonymous: 'question',
  group: 'organization',
};

const unclearNode = (children: Node[], say: Say): Node => ({
  id: 'unclear',
  label: say('Without a speaker'),
  description: String(children.length),
  spoken: count(say, children.length, 'Without a speaker, {0} quote or report', 'Without a speaker, {0} quotes and reports'),
  tooltip: say('What the article gives to nobody, or to somebody who is not clear'),
  icon: 'warning',
  alert: true,
  context: 'unclear',
  place: null,
  stretches: [],
  children,
  open: false,
});

function utteranceNode(utterance: Utterance, claims: ReadonlyMap<string, SourcedClaim>, say: Say): Node {
  const { id, kind, text, calledBy, via, place, parts, words: length } = utterance;
  const how = kind === 'direct' ? null : kind === 'mixed' ? say('quoted in part') : say('reported');
  const passed = via.length > 0 ? say('via {0}', via.join(' ← ')) : null;
  const within = utterance.claims.flatMap((claim) => claims.get(claim) ?? []);
  const claim = within.length > 0 ? say('claim') : null;
  const ticked = within.some(({ support }) => support === 'verified') ? `✓ ${say('verified')}` : null;
  return {
    id: `utterance ${id}`,
    label: text,
    description: joined([calledBy, how, passed, ticked ?? claim]),
    spoken: aloud([
      kind === 'indirect' ? say('Reported') : say('Quote'),
      text,
      calledBy,
      kind === 'mixed' ? say('quoted in part') : null,
      passed,
      ...within.map(({ support, needsSource }) => say('claim: {0}', supportName(support, needsSource, say))),
      say('line {0}', lineOf(place)),
    ]),
    tooltip: [
      text,
      joined([say('Line {0}', lineOf(place)), words(say, length), how, passed]),
      ...within.map(({ support, needsSource }) => say('Claim: {0}', supportName(support, needsSource, say))),
    ].join('\n'),
    icon: kind === 'indirect' ? 'comment' : 'quote',
    alert: false,
    context: 'quote',
    place,
    stretches: parts,
    ...leaf,
  };
}

/** The rows of the claims of an article, by who stands behind them; those that need a source come first. */
export function claimNodes(sources: Sources, filter: Filter, say: Say): Node[] {
  const names = new Map(sources.speakers.map(({ id, name }) => [id, name]));
  const shown = sources.claims.filter(
    ({ text, speakers, needsSource }) =>
      (needsSource || !filter.needsSourceOnly) && matches([text, ...speakers.map((id) => names.get(id) ?? '')], filter.text),
  );
  const groups: [needsSource: boolean, support: ClaimSupport][] = [
    [true, 'none'],
    ...SUPPORTS.map((support): [boolean, ClaimSupport] => [false, support]),
  ];
  return groups.flatMap(([needsSource, support]) => {
    const own = shown.filter((claim) => (needsSource ? claim.needsSource : !claim.needsSource && claim.support === support));
    return own.length > 0 ? [claimGroup(needsSource, support, own, names, say)] : [];
  });
}

function claimGroup(
  needsSource: boolean,
  support: ClaimSupport,
  claims: readonly SourcedClaim[],
  names: ReadonlyMap<string, string>,
  say: Say,
): Node {
  const label = supportName(support, needsSource, say);
  return {
    id: needsSource ? 'claims that need a source' : `claims ${support}`,
    label,
    description: String(claims.length),
    spoken: aloud([label, count(say, claims.length, '{0} claim', '{0} claims')]),
    tooltip: label,
    icon: needsSource ? 'warning' : SUPPORT_ICONS[support],
    alert: needsSource || support === 'disputed',
    context: 'claims',
    place: null,
    stretches: [],
    children: claims.map((claim) => claimNode(claim, names, say)),
    open: needsSource || support === 'disputed',
  };
}

const SUPPORT_ICONS: Readonly<Record<ClaimSupport, string>> = {
  none: 'circle-large-outline',
  disputed: 'circle-slash',
  anonymous: 'question',
  secondhand: 'references',
  attributed: 'person',
  cited: 'link',
  verified: 'pass-filled',
};

function claimNode(
  { id, text, support, needsSource, speakers, disputedBy, place }: SourcedClaim,
  names: ReadonlyMap<string, string>,
  say: Say,
): Node {
  const named = (ids: readonly string[]): string => ids.flatMap((speaker) => names.get(speaker) ?? []).join(', ');
  const denied = disputedBy.length > 0 ? say('denied by {0}', named(disputedBy)) : null;
  const kind = supportName(support, needsSource, say);
  return {
    id: `claim ${id}`,
    label: text,
    description: joined([named(speakers), denied]),
    spoken: aloud([say('Claim: {0}', kind), text, named(speakers), denied, say('line {0}', lineOf(place))]),
    tooltip: [text, joined([say('Line {0}', lineOf(place)), kind, named(speakers), denied])].join('\n'),
    icon: needsSource ? 'warning' : SUPPORT_ICONS[support],
    alert: needsSource || support === 'disputed',
    context: `claim.${support}`,
    place,
    stretches: [place],
    ...leaf,
  };
}

const matches = (texts: readonly (string | null)[], wanted: string): boolean =>
  texts.some((text) => text?.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()));
