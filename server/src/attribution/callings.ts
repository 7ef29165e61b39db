import type { Figure } from './figures';

/** Whether a figure may be called with these words before its noun: it has been called so, is named so, or nothing was ever said. */
export function compatible(figure: Figure, words: readonly string[]): boolean {
  if (words.length < 2 || figure.called.length <= 1) return true;
  const qualities = words.slice(1);
  return (
    qualities.some((quality) => figure.called.includes(quality) || figure.words.includes(quality)) ||
    qualities.every((quality) => COMMON_QUALITIES.has(quality))
  );
}

/** Nouns for two people that a pair may be called. */
export const PAIRS = new Set(['couple', 'pair', 'two', 'parents', 'brothers', 'sisters', 'spouses', 'partners', 'siblings']);

/** Whether a figure holds another office of that name: the health minister is not the finance minister. */
export const hasOtherOffice = (figure: Figure, [noun = '']: readonly string[]): boolean => OFFICE_OF.has(noun) && figure.called.length > 1;

const OFFICE_OF = new Set(
  'minister secretary president spokesman spokeswoman spokesperson director chief head chairman chairwoman officer commissioner manager editor correspondent judge professor captain coach leader mayor'.split(
    ' ',
  ),
);

/** What bodies are called by the last word of their name: "the orchestra" for the Halden Philharmonic. */
export const SORTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ['orchestra', 'philharmonic symphony sinfonia ensemble'],
    ['force', 'police constabulary'],
    ['club side team', 'united city town rovers wanderers athletic albion county fc afc rangers celtic'],
    ['bank lender', 'bank bancorp'],
    ['airline carrier', 'airlines airways air'],
    [
      'newspaper paper daily',
      'times post herald gazette ledger courier mail mirror chronicle tribune guardian telegraph observer examiner standard star sentinel journal listy news',
    ],
    ['broadcaster channel station network', 'tv television radio broadcasting news'],
    ['charity', 'foundation trust fund'],
    [
      'company firm group business',
      'inc ltd plc llc corp co gmbh limited holdings group industries technologies systems partners ventures energy pharmaceuticals',
    ],
    ['union', 'union'],
    ['school', 'academy college'],
    ['university', 'university institute'],
  ].flatMap(([nouns = '', endings = '']) =>
    nouns.split(' ').map((noun): [string, ReadonlySet<string>] => [noun, new Set(endings.split(' '))]),
  ),
);

/** What somebody may be called for a change, without having been called so before. */
export const EPITHETS = new Set(
  'striker winger midfielder defender forward goalkeeper keeper captain skipper batsman bowler spinner quarterback sprinter swimmer golfer jockey boxer footballer cricketer champion winner star singer rapper actor actress comedian presenter songwriter frontman mother father mum dad grandmother grandfather teenager youngster pensioner veteran newcomer debutant billionaire tycoon heir'.split(
    ' ',
  ),
);

/** What a company or a club is called whatever its name says. */
export const COMPANY = new Set(
  'company firm group business retailer manufacturer supplier broadcaster publisher developer operator start-up startup insurer chain lender'.split(
    ' ',
  ),
);

/** Whether a description says whose it is by a name, where the one known does not: "the Selby report" after "its report". */
export const isFuller = (text: string, name: string): boolean =>
  OPENED.test(name) && CAPITAL.test(text.slice(1)) && !CAPITAL.test(name.slice(1));
const OPENED = /^(?:its|his|her|their|the|that|this|a|an)\b/i;
const CAPITAL = /\p{Lu}/u;

const COMMON_QUALITIES = new Set(['former', 'senior', 'same', 'unnamed', 'anonymous', 'local', 'new', 'young', 'old']);
