import { describe, expect, test } from 'vitest';
import german from '../../../l10n/bundle.l10n.de.json';
import manifest from '../../../package.json';
import germanContributions from '../../../package.nls.de.json';
import contributions from '../../../package.nls.json';
import { hiddenMessages, messagesOfClient } from './messages';

/** Properties of what the extension contributes that people read. */
const READ = new Set([
  'title',
  'shortTitle',
  'label',
  'name',
  'contextualTitle',
  'contents',
  'description',
  'markdownDescription',
  'deprecationMessage',
  'markdownDeprecationMessage',
  'altText',
]);
const LISTS = new Set(['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels']);
/** Nobody reads these: colours of themes, files. */
const UNREAD = new Set(['configurationDefaults', 'semanticTokenScopes', 'grammars', 'jsonValidation', 'default']);
/** The product's own name. */
const NAME = 'On Record';

/** Every text that people read, with where it stands. */
function textsOf(value: unknown, place: string): [place: string, text: string][] {
  if (Array.isArray(value)) return value.flatMap((one, i) => textsOf(one, `${place}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const here = `${place}.${key}`;
    if (UNREAD.has(key)) return [];
    if (typeof inner === 'string' && READ.has(key)) return [[here, inner]];
    if (Array.isArray(inner) && LISTS.has(key)) return inner.map((text, i) => [`${here}[${i}]`, String(text)]);
    return textsOf(inner, here);
  });
}

/** What must be the same in any language: places for words, links to commands, code. */
const fixed = (text: string): string[] =>
  [...text.matchAll(/\{\d\}|\(command:[^)]+\)|`[^`]+`|\$\([\w-]+\)/g)].map(([piece]) => piece).sort();

const ours = textsOf(manifest.contributes, 'contributes').filter(([, text]) => text !== NAME);

describe('what the extension contributes', () => {
  test('says everything that people read by a key of package.nls.json', () => {
    expect(
      ours.filter(([, text]) => !/^%[^%]+%$/.test(text)).map(([place, text]) => `${place}: “${text}” belongs into package.nls.json`),
    ).toEqual([]);
  });

  test('has each key, and no key besides', () => {
    expect(Object.keys(contributions).sort()).toEqual([...new Set(ours.map(([, text]) => text.slice(1, -1)))].sort());
  });

  test('is all in German, too', () => {
    expect(Object.keys(germanContributions)).toEqual(Object.keys(contributions));
    const said: Readonly<Record<string, string>> = germanContributions;
    for (const [key, text] of Object.entries(contributions)) {
      expect(said[key], key).not.toBe(text);
      expect(fixed(said[key] ?? ''), key).toEqual(fixed(text));
    }
  });

  test('travels with both packages', () => {
    expect(manifest.l10n).toBe('./l10n');
    expect(manifest.files).toEqual(expect.arrayContaining(['l10n', 'package.nls*.json']));
  });
});

describe('what the client says', () => {
  /** Words that are the same in both languages. */
  const SAME = new Set(['{0} %', 'On Record: {0}', 'Person', 'person', 'Organisation']);

  test('is found: each message is a plain string where it is said', () => {
    expect(messagesOfClient().length).toBeGreaterThan(100);
    expect(hiddenMessages()).toEqual([]);
  });

  test('is all in German, too, and nothing is there that is not said', () => {
    expect(Object.keys(german).sort()).toEqual(messagesOfClient());
    for (const [message, text] of Object.entries(german)) {
      if (!SAME.has(message)) expect(text).not.toBe(message);
      expect(fixed(text), message).toEqual(fixed(message));
    }
  });

  test('is written with the quotation marks of its language', () => {
    const texts = [...Object.values(germanContributions), ...Object.values(german)];
    // „…“ closes with what opens in English: an English pair would stand alone.
    for (const text of texts) expect(text.match(/„/g)?.length, text).toBe(text.match(/“/g)?.length);
  });
});
