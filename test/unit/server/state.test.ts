import { describe, expect, test } from 'vitest';
import { OpenDocument } from '../../../server/src/server/document';
import { DEFAULTS } from '../../../server/src/server/settings';
import { type Circumstances, judge, LARGEST } from '../../../server/src/server/state';

const prose = 'The council said on Monday that it would close the bridge for a year, and that nobody had been told of it before. ';
const calm: Circumstances = { settings: DEFAULTS, wanted: undefined, wasOn: false, formats: [] };
const stateOf = (languageId: string, text: string, circumstances: Partial<Circumstances> = {}) =>
  judge(new OpenDocument('file:///a', languageId, 1, text, 'utf-16'), { ...calm, ...circumstances }).state;

describe('a document is read', () => {
  test('if it is an article by its language, or reads like one', () => {
    expect(stateOf('article', '- a list')).toBe('on');
    expect(stateOf('plaintext', prose.repeat(2))).toBe('on');
    expect(stateOf('markdown', prose.repeat(2))).toBe('on');
    expect(stateOf('plaintext', '- a list\n'.repeat(20))).toBe('not-prose');
  });

  test('if the person wants it, whatever it looks like', () => {
    expect(stateOf('plaintext', '- a list', { wanted: true })).toBe('on');
    expect(stateOf('plaintext', '- a list', { wanted: true, settings: { ...DEFAULTS, enable: false } })).toBe('on');
    expect(stateOf('article', prose, { wanted: false })).toBe('off-for-file');
    expect(stateOf('article', prose, { settings: { ...DEFAULTS, enable: false } })).toBe('off-by-setting');
  });

  test('and stays so while it is edited', () => {
    expect(stateOf('plaintext', '- a list\n'.repeat(20), { wasOn: true })).toBe('on');
  });

  test('but not if it is no text, or longer than anybody writes, even if the person wants it', () => {
    expect(stateOf('article', '\u0000'.repeat(50), { wanted: true })).toBe('binary');
    expect(stateOf('article', 'a'.repeat(LARGEST + 1), { wanted: true })).toBe('too-large');
    expect(stateOf('article', 'a'.repeat(LARGEST))).toBe('on');
  });
});

describe('HTML', () => {
  const PAGE = `<article>${'<p>The council voted on Tuesday to close three libraries in the spring, and the mayor said that it was the only way.</p>'.repeat(3)}</article>`;
  const LIST = `<ul>${'<li>Home</li><li>About us</li>'.repeat(20)}</ul>`;

  test('is left alone until somebody asks for it', () => {
    expect(stateOf('html', PAGE)).toBe('off-for-file');
    expect(stateOf('html', PAGE, { wanted: true })).toBe('on');
  });

  test('is read in a folder that asks for it, where it reads like an article', () => {
    expect(stateOf('html', PAGE, { formats: ['html'] })).toBe('on');
    expect(stateOf('html', LIST, { formats: ['html'] })).toBe('not-prose');
  });
});
