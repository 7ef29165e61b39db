import type { Lexicon } from '../../language/lexicon';
import { TAG_NAMES, type TagName } from '../../language/tags';
import { wordKey } from '../../language/word-shapes';
import type { Grammar } from './cue-view';

const FINITE: readonly TagName[] = ['VBD', 'VBZ', 'VBP', 'MD'];

/** What the models know by name, in a lexicon's numbers. */
export const grammarOf = (lexicon: Lexicon): Grammar => ({
  that: lexicon.id(wordKey('that', 0, 4)),
  finite: new Set(FINITE.map((name) => TAG_NAMES.indexOf(name))),
});
