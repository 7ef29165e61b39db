import { describe, expect, test } from 'vitest';
import { type Article, analyse } from '../../../server/src/article';
import { PLAINEST } from '../../../server/src/features/abilities';
import { Lines } from '../../../server/src/features/lines';
import { mentionsOf } from '../../../server/src/features/mention-places';
import { type Renaming, renameable, renaming } from '../../../server/src/features/rename';
import { renameEdit, renameNote } from '../../../server/src/features/rename-edit';
import { OUR_ARTICLES } from './articles';
import { marked } from './cursor';

/** The text with its changes made; `doubtful` ones too unless told otherwise. */
function made({ text }: Article, { changes }: Renaming, doubtful = true): string {
  return [...changes]
    .filter((change) => doubtful || !change.doubtful)
    .reverse()
    .reduce((written, { span: [start, end], text }) => written.slice(0, start) + text + written.slice(end), text);
}

function rename(text: string, name: string): Renaming & { readonly article: Article } {
  const { article, cursor } = marked(text);
  const found = renaming(article, cursor, name);
  if ('refused' in found) throw new Error(found.refused);
  return { ...found, article };
}

/** What becomes of a text when the name at the cursor is changed. */
function renames(text: string, name: string): string {
  const found = rename(text, name);
  return made(found.article, found);
}

/** Why the name at the cursor is not changed. */
function refusal(text: string, name = 'Nora Quill'): string {
  const { article, cursor } = marked(text);
  const found = renaming(article, cursor, name);
  return 'refused' in found ? found.refused : `renamed to ${found.to}`;
}

/** With a name before a word that it only describes. */
const LOOSE = 'The mayor, Ana Ru|iz, spoke. “It is ours,” Ruiz said. The Ruiz supporters sang.';

describe('renaming a speaker', () => {
  test('changes every form of the name and keeps each form', () => {
    expect(
      renames(
        'Mayor Ana Ruiz opened the pier. “It is ours,” Ru|iz said. Ms Ruiz’s hat blew off. Ana Ruiz’s brother laughed, and so did she. Mayor Ruiz left.',
        'Nora Quill',
      ),
    ).toBe(
      'Mayor Nora Quill opened the pier. “It is ours,” Quill said. Ms Quill’s hat blew off. Nora Quill’s brother laughed, and so did she. Mayor Quill left.',
    );
  });

  test('takes one word for the word under the cursor', () => {
    const text = 'Mayor Ana Ruiz opened the pier. “It is ours,” Ruiz said.';
    expect(renames(text.replace('Ruiz said', 'R|uiz said'), 'Quill')).toBe('Mayor Ana Quill opened the pier. “It is ours,” Quill said.');
    expect(renames(text.replace('Ana', 'A|na'), 'Anna')).toBe('Mayor Anna Ruiz opened the pier. “It is ours,” Ruiz said.');
    expect(renames(text.replace('Ana Ruiz', 'Ana R|uiz'), 'Quill')).toBe('Mayor Ana Quill opened the pier. “It is ours,” Quill said.');
  });

  test('keeps capitals, initials and small words before a family name', () => {
    expect(renames('ANA RUIZ OPENS PIER\n\nMayor Ana Ru|iz opened the pier. “It is ours,” Ruiz said.', 'Nora Quill')).toContain(
      'NORA QUILL OPENS',
    );
    expect(renames('The mayor, Ana Ru|iz, spoke. “It is ours,” Ruiz said.', 'Nora van der Berg')).toBe(
      'The mayor, Nora van der Berg, spoke. “It is ours,” van der Berg said.',
    );
    expect(renames('The mayor, Ana Ru|iz, spoke. Ruiz said that it was hers.', 'Nora van der Berg')).toContain('. Van der Berg said');
  });

  test('changes no character inside quotation marks, and says where the name stands there', () => {
    const text =
      'The mayor, Ana Ru|iz, spoke. “Ruiz is my name, and Ana Ruiz I stay,” Ruiz said. Her book, “The Ruiz Years”, is out. She calls it “Ruiz”.';
    const found = rename(text, 'Nora Quill');
    expect(made(found.article, found)).toBe(
      'The mayor, Nora Quill, spoke. “Ruiz is my name, and Ana Ruiz I stay,” Quill said. Her book, “The Ruiz Years”, is out. She calls it “Ruiz”.',
    );
    expect(found.inQuotes.length).toBeGreaterThanOrEqual(2);
    expect(renameNote(found, new Lines(found.article.text), PLAINEST)).toMatch(/^“Ana Ruiz” stays as it is inside quotes \(line 1\)/);
  });

  test('is unsure of a name before another word, and asks', () => {
    const found = rename(LOOSE, 'Nora Quill');
    expect(made(found.article, found, false)).toBe('The mayor, Nora Quill, spoke. “It is ours,” Quill said. The Ruiz supporters sang.');
    expect(made(found.article, found)).toContain('The Quill supporters');
  });

  test('is unsure of a surname that two have', () => {
    const found = rename('Ana Ru|iz sang. Luis Ruiz danced. “It was fun,” Ruiz said.', 'Nora Quill');
    expect(made(found.article, found, false)).toContain('Nora Quill sang. Luis Ruiz danced. “It was fun,” Ruiz said.');
  });

  test('gives a possessive its “s” where the new name needs one', () => {
    expect(renames('Mayor Ana Ja|mes spoke. “It is ours,” James said. James’ hat blew off.', 'Nora Quill')).toContain('Quill’s hat');
  });

  test('changes an organisation by its name, and asks about short forms', () => {
    const found = rename(
      'The Corvin Led|ger reported on Monday that the bridge is closed. The Corvin Ledger cited nobody.',
      'Corvin Gazette',
    );
    expect(made(found.article, found, false)).toBe(
      'The Corvin Gazette reported on Monday that the bridge is closed. The Corvin Gazette cited nobody.',
    );
  });

  test('is sure of a whole name before a noun', () => {
    const found = rename(
      'The broadcaster TV Del|ta said on Monday that it was well. The TV Delta report, he said, was invented.',
      'Radio Carrow',
    );
    expect(made(found.article, found, false)).toMatch(/^The broadcaster Radio Carrow .* The Radio Carrow report/);
  });

  test('changes one of a couple, whose family name stands with the other', () => {
    const found = rename('Ka|ren and Louis Mbeki agreed. “It is dark,” Mrs Mbeki said.', 'Nora Quill');
    expect(found.from).toBe('Karen Mbeki');
    expect(made(found.article, found)).toBe('Nora and Louis Mbeki agreed. “It is dark,” Mrs Quill said.');
    expect(made(found.article, found, false)).toMatch(/^Karen and Louis Mbeki/);
  });

  test('takes the first of two family names for one, and asks', () => {
    const found = rename('María José Quintana Vé|lez spoke. “It is dark,” Quintana said.', 'Nora Quill');
    expect(made(found.article, found)).toBe('Nora Quill spoke. “It is dark,” Quill said.');
    expect(made(found.article, found, false)).toContain('Quintana said');
  });

  test('leaves markup alone', () => {
    const article = analyse('**Ana** Ruiz spoke. “It is ours,” Ruiz said.', { format: 'markdown' });
    const found = renaming(article, article.text.lastIndexOf('Ruiz'), 'Nora Quill');
    if ('refused' in found) expect(found.refused).not.toBe('');
    else expect(made(article, found)).toContain('**');
  });
});

describe('a name that cannot be changed', () => {
  const TEXT =
    'Mayor Ana Ruiz opened the pier. “Ruiz is my name,” she said. Tom Hale, a nurse, laughed. “I did,” Hale said. “It is wet,” said a docker.';
  const at = (words: string): string => TEXT.replace(words, `${words.slice(0, 2)}|${words.slice(2)}`);

  test.each([
    ['a pronoun', 'she said', 'Pronouns stay as they are. To rename “Ana Ruiz”, put the cursor on the name.'],
    ['a title', 'Mayor', 'Titles and roles stay as they are. To rename “Ana Ruiz”, put the cursor on the name.'],
    [
      'a name in a quote',
      'Ruiz is',
      'This stands inside quotation marks, and On Record never changes a quote. Put the cursor on the name outside them.',
    ],
    ['somebody unnamed', 'docker', '“a docker” is not named in this article, so there is no name to change.'],
    ['nobody', 'opened', 'Put the cursor on the name of a speaker to change it throughout the article.'],
  ])('is %s', (_what, words, said) => {
    expect(refusal(at(words))).toBe(said);
    const { article, cursor } = marked(at(words));
    expect(renameable(article, cursor)).toEqual({ refused: said });
  });

  test('is told to somebody who would give it to two', () => {
    expect(refusal(at('Ana Ruiz'), 'Tom Hale')).toBe(
      '“Tom Hale” is somebody else in this article already. If the two are one, spell the name alike instead.',
    );
    const both = 'Mayor Ana R|uiz spoke. “It is ours,” Ruiz said. Tom Hale, a nurse, laughed. “I did,” Hale said.';
    expect(refusal(both, 'Nora Hale')).toBe('“Hale” alone stands for Tom Hale in this article already; nobody could tell the two apart.');
  });

  test.each(['', '  ', '42', '“Nora”', 'Nora\nQuill\u0000', 'Nora; drop', 'x'.repeat(200)])('is not taken for a name: %j', (name) => {
    expect(refusal(at('Ana Ruiz'), name)).toMatch(/does not read like a name\.$/);
  });

  test('is written without a title', () => {
    expect(refusal(at('Ana Ruiz'), 'Dr Nora Quill')).toBe('Write the name without its title: titles stay as they are.');
  });
});

describe('the edit of a new name', () => {
  const document = { uri: 'file:///a.txt', version: 3 };
  const found = rename(LOOSE, 'Nora Quill');
  const lines = new Lines(found.article.text);

  test('asks about what is doubtful where the client can', () => {
    const edit = renameEdit(found, document, lines, { ...PLAINEST, documentChanges: true, changeAnnotations: true });
    expect(edit.changeAnnotations).toMatchObject({ name: { label: 'Ana Ruiz → Nora Quill' }, doubtful: { needsConfirmation: true } });
    expect(edit.documentChanges).toMatchObject([
      {
        textDocument: document,
        edits: [{ annotationId: 'name' }, { annotationId: 'name' }, { annotationId: 'doubtful', newText: 'Quill' }],
      },
    ]);
    expect(renameNote(found, lines, { ...PLAINEST, documentChanges: true, changeAnnotations: true })).toBeNull();
  });

  test('leaves out what is doubtful where it cannot, and says so', () => {
    const edit = renameEdit(found, document, lines, PLAINEST);
    expect(edit.changes?.[document.uri]).toHaveLength(2);
    expect(renameNote(found, lines, PLAINEST)).toBe('“Ana Ruiz” stays as it is where it may be somebody else (line 1).');
  });
});

/** Names of nobody in our articles, by what they tell. */
const NEW_NAMES = { female: ['Nora Quill', 'Petra Yarrow'], male: ['Oskar Wendt', 'Ivo Zeller'], either: ['Robin Yarrow', 'Kim Zeller'] };

/** The people of our articles whose names can be changed, by where they are named. */
const people = OUR_ARTICLES.flatMap(({ article }) =>
  article.entities.flatMap((entity) => {
    const naming = mentionsOf(article).naming(entity)?.name;
    const found = naming && renameable(article, naming[0]);
    if (!naming || !found || 'refused' in found || entity.kind !== 'person' || found.full.split(' ').length !== 2) return [];
    return [{ article, offset: naming[0], full: found.full, names: NEW_NAMES[entity.gender ?? 'either'] }];
  }),
);

describe('of every speaker of our articles', () => {
  test('there are enough', () => {
    expect(people.length).toBeGreaterThan(50);
  });

  test('a new name alters nothing between quotation marks', () => {
    const quoted = (text: string) => text.match(/“[^”\n]*”|"[^"\n]*"/g);
    for (const { article, offset, names } of people) {
      for (const name of names) {
        const found = renaming(article, offset, name);
        if ('refused' in found) throw new Error(found.refused);
        expect(quoted(made(article, found))).toEqual(quoted(article.text));
      }
    }
  });

  test('a name changed there and back gives the same text, where no two share a family name', { timeout: 60_000 }, () => {
    for (const { article, offset, full, names } of people) {
      const family = full.split(' ').at(-1) ?? '';
      if (article.entities.filter(({ name }) => name.endsWith(family)).length > 1) continue;
      const [name = ''] = names;
      const there = renaming(article, offset, name);
      if ('refused' in there) throw new Error(there.refused);
      const changed = analyse(made(article, there), { format: article.format });
      const back = renaming(changed, changed.text.indexOf(name), full);
      if ('refused' in back) throw new Error(`${full} as ${name}: ${back.refused}`);
      expect(made(changed, back)).toBe(article.text);
    }
  });
});
