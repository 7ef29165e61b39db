import { standIn } from './masking';

/** The character references that news copy holds. Others stay as they stand: they are rare, and the reader sees them too. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ldquo: '“', rdquo: '”', bdquo: '„', lsquo: '‘', rsquo: '’', sbquo: '‚',
  laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›', ndash: '–', mdash: '—', hellip: '…', shy: '\u00ad', thinsp: '\u2009', ensp: '\u2002', emsp: '\u2003',
  bull: '•', middot: '·', copy: '©', reg: '®', trade: '™', deg: '°', euro: '€', pound: '£', yen: '¥', cent: '¢', sect: '§', frac12: '½', frac14: '¼',
  frac34: '¾', times: '×', agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', auml: 'ä', aring: 'å', aelig: 'æ', ccedil: 'ç', egrave: 'è', eacute: 'é',
  ecirc: 'ê', euml: 'ë', igrave: 'ì', iacute: 'í', icirc: 'î', iuml: 'ï', ntilde: 'ñ', ograve: 'ò', oacute: 'ó', ocirc: 'ô', otilde: 'õ', ouml: 'ö',
  oslash: 'ø', ugrave: 'ù', uacute: 'ú', ucirc: 'û', uuml: 'ü', yacute: 'ý', yuml: 'ÿ', szlig: 'ß', Agrave: 'À', Aacute: 'Á', Acirc: 'Â', Atilde: 'Ã',
  Auml: 'Ä', Aring: 'Å', AElig: 'Æ', Ccedil: 'Ç', Egrave: 'È', Eacute: 'É', Ecirc: 'Ê', Euml: 'Ë', Iacute: 'Í', Ntilde: 'Ñ', Oacute: 'Ó', Ocirc: 'Ô',
  Ouml: 'Ö', Oslash: 'Ø', Uacute: 'Ú', Uuml: 'Ü', scaron: 'š', Scaron: 'Š', oelig: 'œ', OElig: 'Œ',
}; // biome-ignore format: a table

const REFERENCE = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));$/;

/** The one UTF-16 unit that the character reference `reference` ("&mdash;", "&#8220;", "&#x201C;") stands for; null for all others. */
export function decodeEntity(reference: string): string | null {
  const [, decimal, hexadecimal, name] = REFERENCE.exec(reference) ?? [];
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? null) : null;
  const code = decimal !== undefined ? Number.parseInt(decimal, 10) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : 0;
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : null;
}

/** The character reference `[from, to)` of a text as its character, filled up to the same length; null where it is none. */
export function decodedInPlace(text: string, from: number, to: number): string | null {
  const character = decodeEntity(text.slice(from, to));
  if (character === null) return null;
  return standIn(text, from, to, character);
}
