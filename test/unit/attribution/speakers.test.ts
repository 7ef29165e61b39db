import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarked } from './marked';

/** Who stands behind each marked source. */
const sources = (text: string): readonly string[] => readMarked(text).sources;

describe('names of one person', () => {
  it.each([
    ['surname', '{Mira Feld} said no.\n\n{Feld} added that it was late.', ['Mira Feld', 'Mira Feld']],
    ['title and surname', '{Mira Feld} said no.\n\n{Ms Feld} added that it was late.', ['Mira Feld', 'Mira Feld']],
    ['rank and surname', '{Gen. Piotr Wolski} said no.\n\n{Gen. Wolski} said it again.', ['Piotr Wolski', 'Piotr Wolski']],
    ['a knight by his given name', '{Sir Alan Crewe} said no.\n\n{Sir Alan} said it again.', ['Alan Crewe', 'Alan Crewe']],
    ['a dame and her surname', '{Dame Judith Marsh} said no.\n\n{Dame Judith} laughed: “Never.”', ['Judith Marsh', 'Judith Marsh']],
    ['given name', 'It was the best day of the life of Ellie Tann, nine.\n\n“I cried,” {Ellie} said.', ['Ellie Tann']],
    ['headline before the name', '{Feld} says bridge was safe\n\n{Mira Feld} said on Monday that it was.', ['Mira Feld', 'Mira Feld']],
    ['initials', '{J. R. Hartwell} said no.\n\n{Hartwell} said it again.', ['J. R. Hartwell', 'J. R. Hartwell']],
    [
      'a middle name',
      '{Tom Edward Hale} said no.\n\n{Tom Hale} said it again. {Hale} smiled.',
      ['Tom Edward Hale', 'Tom Edward Hale', 'Tom Edward Hale'],
    ],
    ['a suffix', '{Tom Hale Jr.} said no.\n\n{Hale} said it again.', ['Tom Hale Jr.', 'Tom Hale Jr.']],
    ['a particle', '{Ursula van der Berg} said no.\n\n{Van der Berg} said it again.', ['Ursula van der Berg', 'Ursula van der Berg']],
    ['a particle left out', '{Ursula von Arnim} said no.\n\n{Arnim} said it again.', ['Ursula von Arnim', 'Ursula von Arnim']],
    ['a double surname', '{Carlos Ibarra Quiroga} said no.\n\n{Ibarra} said it again.', ['Carlos Ibarra Quiroga', 'Carlos Ibarra Quiroga']],
    [
      'a hyphenated name',
      '{Karine Dupont-Leroy} said no.\n\n{Dupont-Leroy} said it again.',
      ['Karine Dupont-Leroy', 'Karine Dupont-Leroy'],
    ],
    ['Chinese order', 'President {Liu Weiming} said no.\n\n{Liu} said it again.', ['Liu Weiming', 'Liu Weiming']],
    ['Korean order', '{Park Ji Won} said no.\n\n{Park} said it again. {Mr Park} left.', ['Park Ji Won', 'Park Ji Won', 'Park Ji Won']],
    ['a Burmese name', '{Daw Khin Than Nu} said no.\n\n{Than Nu} said it again.', ['Daw Khin Than Nu', 'Daw Khin Than Nu']],
    ['an Arabic name', '{Hassan al-Masri} said no.\n\n{al-Masri} said it again.', ['Hassan al-Masri', 'Hassan al-Masri']],
    ['an Icelandic name', '{Katrín Sturludóttir} said no.\n\n{Katrín} said it again.', ['Katrín Sturludóttir', 'Katrín Sturludóttir']],
    ['a Vietnamese name', '{Nguyen Van Thanh} said no.\n\n{Thanh} said it again.', ['Nguyen Van Thanh', 'Nguyen Van Thanh']],
    ['capitals of a transcript', '{Mira Feld} came in.\n\n{FELD}: Good evening.', ['Mira Feld', 'Mira Feld']],
    ['a possessive', 'Mira Feld’s plan failed.\n\n{Feld} said so.', ['Mira Feld']],
    ['a body’s own', 'Radio Selby’s {Mira Feld} said so.\n\n{Feld} added more.', ['Mira Feld', 'Mira Feld']],
  ])('%s', (_, text, expected) => expect(sources(text)).toEqual(expected));
});

describe('two people of one surname', () => {
  it('tells them apart by title', () => {
    const text = 'Clara Boone and Peter Boone ran the shop.\n\n{Mrs Boone} said no. {Mr Boone} said yes.';
    expect(sources(text)).toEqual(['Clara Boone', 'Peter Boone']);
  });

  it('tells them apart by given name', () => {
    expect(sources('Clara Boone and Peter Boone ran the shop.\n\n{Clara} said no. {Peter} said yes.')).toEqual([
      'Clara Boone',
      'Peter Boone',
    ]);
  });

  it('is unsure where nothing tells, and names both', () => {
    const { sources, choices } = readMarked('Clara Boone and Peter Boone ran the shop.\n\n{Boone} said no.');
    expect(sources).toEqual([expect.stringMatching(/^\? (?:Clara Boone, Peter Boone|Peter Boone, Clara Boone)$/)]);
    expect(choices.flat()[0]?.why.map(({ code }) => code)).toContain('speaker.ambiguous');
  });

  it('gives a couple one surname', () => {
    expect(sources('Clara and Peter Boone ran the shop.\n\n{Clara Boone} said no. {Peter} said yes.')).toEqual([
      'Clara Boone',
      'Peter Boone',
    ]);
    expect(sources('Mr and Mrs Boone ran the shop.\n\n{Mrs Boone} said no.')).toEqual(['Mrs Boone']);
  });

  it('keeps a woman and a man apart that have only a title', () => {
    expect(sources('{Mr Boone} said no.\n\n{Mrs Boone} said yes.')).toEqual(['Mr Boone', 'Mrs Boone']);
    expect(readMarked('{Mr Boone} said no.\n\n{Mrs Boone} said yes.').entities.map(({ gender }) => gender)).toEqual(['male', 'female']);
  });

  it('lets pronouns choose by gender', () => {
    expect(sources('Clara Boone met Peter Dunn.\n\n{She} said no. {He} said yes.')).toEqual(['Clara Boone', 'Peter Dunn']);
  });
});

describe('roles', () => {
  it.each([
    ['before the name', 'Foreign Minister {Ivan Petrov} said no.\n\n{The minister} left.', ['Ivan Petrov', 'Ivan Petrov']],
    ['in apposition', '{Ana Ruiz}, the club’s coach, said no.\n\n{The coach} left.', ['Ana Ruiz', 'Ana Ruiz']],
    ['in apposition before', 'The club’s coach, {Ana Ruiz}, said no.\n\n{The coach} left.', ['Ana Ruiz', 'Ana Ruiz']],
    [
      'of two offices',
      'Health minister Ana Ruiz met finance minister Tom Hale.\n\n{The health minister} said no. {The finance minister} said yes.',
      ['Ana Ruiz', 'Tom Hale'],
    ],
    ['never named', '{The defendant} said no.\n\n{The defendant} wept.', ['The defendant', 'The defendant']],
    ['of a court', '{Judge Nora Pym} said no.\n\n{The judge} added that it was late.', ['Nora Pym', 'Nora Pym']],
    ['with “who”', '{Ana Ruiz}, who coaches the club, said no.\n\n{She} left.', ['Ana Ruiz', 'Ana Ruiz']],
    ['with capitals', '{The Prime Minister} said no.\n\n{The Prime Minister} left.', ['The Prime Minister', 'The Prime Minister']],
  ])('%s', (_, text, expected) => expect(sources(text)).toEqual(expected));

  it.each([
    ['Russian Foreign Minister {Ivan Petrov} said no.', 'Ivan Petrov', 'Russian Foreign Minister'],
    ['{Ana Ruiz}, 43, a nurse from Leeds, said no.', 'Ana Ruiz', 'nurse from Leeds'],
    ['{Ana Ruiz}, chief executive of Acme, said no.', 'Ana Ruiz', 'chief executive of Acme'],
    ['{Feld} said no.\n\nThe mayor, Mira Feld, left.', 'Mira Feld', 'mayor'],
    ['{A spokesman for the council} said no.', 'A spokesman for the council', 'spokesman for the council'],
  ])('as the article gives it: %s', (text, name, role) => expect(readMarked(text).entity(name).role).toBe(role));
});

describe('organisations', () => {
  it.each([
    [
      'by what they are',
      '{Northfield Borough Council} said no.\n\n{The council} added that it was late.',
      ['Northfield Borough Council', 'Northfield Borough Council'],
    ],
    ['by acronym', '{Calder Valley Water (CVW)} said no.\n\n{CVW} added that it was late.', ['Calder Valley Water', 'Calder Valley Water']],
    [
      'by acronym with an article',
      'The {Northern Rail Authority (NRA)} said no.\n\n{The NRA} left.',
      ['Northern Rail Authority', 'Northern Rail Authority'],
    ],
    [
      'by the name behind the acronym',
      'The {CVW [Calder Valley Water]} said no.\n\n{CVW} left.',
      ['Calder Valley Water', 'Calder Valley Water'],
    ],
    [
      'by its first word',
      '{Brightwater Holdings Ltd} said no.\n\n{Brightwater} added that it was late.',
      ['Brightwater Holdings Ltd', 'Brightwater Holdings Ltd'],
    ],
    [
      'ministries',
      '{The Ministry of Fisheries} said no.\n\n{The ministry} added that it was late.',
      ['Ministry of Fisheries', 'Ministry of Fisheries'],
    ],
    [
      'in capitals',
      '{Northfield Borough Council} said no.\n\n{The Council} added that it was late.',
      ['Northfield Borough Council', 'Northfield Borough Council'],
    ],
    [
      'as “it”',
      '{Northfield Borough Council} said no.\n\n{It} added that it was late.',
      ['Northfield Borough Council', 'Northfield Borough Council'],
    ],
    [
      'a company',
      '{Brightwater Holdings Ltd} said no.\n\n{The company} added that it was late.',
      ['Brightwater Holdings Ltd', 'Brightwater Holdings Ltd'],
    ],
    ['seats of power', '{The Kremlin} said no.\n\n{The Kremlin} said it again.', ['Kremlin', 'Kremlin']],
    ['capitals', '{Beijing} has rejected the plan.', ['Beijing']],
    ['police', '{Police} said no.\n\n{Police} appealed for witnesses.', ['Police', 'Police']],
    [
      'not the place that they are named after',
      '{Northfield Borough Council} said no.\n\n{Northfield} said yes in a vote.',
      ['Northfield Borough Council', 'Northfield'],
    ],
  ])('%s', (_, text, expected) => expect(sources(text)).toEqual(expected));

  it('are organisations, and named', () => {
    const { entities } = readMarked('{Calder Valley Water (CVW)} said no. {The Kremlin} said yes.');
    expect(entities.map(({ kind, anonymity }) => [kind, anonymity])).toEqual([
      ['organization', 'named'],
      ['organization', 'named'],
    ]);
  });
});

describe('pronouns', () => {
  it.each([
    ['the speaker of the sentence before', '{Mira Feld} said no. {She} added that it was late.', ['Mira Feld', 'Mira Feld']],
    ['the speaker of the paragraph before', '“No,” {Mira Feld} said.\n\n“Never,” {she} said.', ['Mira Feld', 'Mira Feld']],
    ['not somebody of another gender', '{Mira Feld} said no to Tom Hale. {She} said it twice.', ['Mira Feld', 'Mira Feld']],
    ['the subject before the object', '{Tom Hale} accused Peter Dunn of lying. {He} said it was a shame.', ['Tom Hale', 'Tom Hale']],
    ['the one of that gender', '{Tom Hale} praised Mira Feld. {She} said it was nothing.', ['Tom Hale', 'Mira Feld']],
    ['somebody whom only a title tells', '{Mrs Okafor-Lind} said no. {She} left.', ['Mrs Okafor-Lind', 'Mrs Okafor-Lind']],
    [
      'somebody never named',
      '{A spokeswoman for the bank} said no. {She} declined to say more.',
      ['A spokeswoman for the bank', 'A spokeswoman for the bank'],
    ],
    ['several', '{Residents} said no. {They} blamed the council.', ['Residents', 'Residents']],
    ['in the middle of its own sentence', '{Tom Hale} said {he} was tired.', ['Tom Hale', 'Tom Hale']],
    ['an unknown given name', '{Zorvath Quell} said no. {He} left.', ['Zorvath Quell', 'Zorvath Quell']],
  ])('mean %s', (_, text, expected) => expect(sources(text)).toEqual(expected));

  it('tell the gender of a name that tells none', () => {
    expect(readMarked('{Robin Quell} said no. {She} left.').entity('Robin Quell').gender).toBe('female');
  });

  it('are nobody where there is nobody', () => expect(sources('{He} said no.')).toEqual(['nobody']));

  it('of the first person are whoever is quoted', () => {
    expect(readMarked('“I told them no, and I meant it,” {Mira Feld} said.').mentions('Mira Feld')).toEqual(['I', 'I', 'Mira Feld']);
  });

  it('inside a quotation are not whoever is quoted', () => {
    expect(readMarked('Tom Hale was there.\n\n“He saw it,” {Peter Dunn} said.').mentions('Tom Hale')).toEqual(['Tom Hale', 'He']);
  });

  it('are shown with their candidates where two are as likely', () => {
    const { sources } = readMarked('Tom Hale and Peter Dunn met on Monday. {He} said no.');
    expect(sources[0]).toMatch(/^\? (?:Tom Hale, Peter Dunn|Peter Dunn, Tom Hale)$/);
  });
});

describe('sources without a name', () => {
  it.each([
    ['one and the same', '{A source} said no.\n\n{The source} said it again.', ['A source', 'A source']],
    ['one and another', '{A source} said no.\n\n{Another source} said yes.', ['A source', 'Another source']],
    [
      'an official and another',
      '{A senior official} said no. {Another official} said yes. {The official} left.',
      ['A senior official', 'Another official', 'Another official'],
    ],
    ['two that have the same words', '{A resident} said no.\n\n{A resident} said yes.', ['A resident', 'A resident']],
    [
      'several',
      '{Three sources familiar with the talks} said no.\n\n{The sources} said it again.',
      ['Three sources familiar with the talks', 'Three sources familiar with the talks'],
    ],
    ['people together', '{Critics} said no.\n\n{Critics} said it again.', ['Critics', 'Critics']],
  ])('%s', (_, text, expected) => expect(sources(text)).toEqual(expected));

  it('are kept apart', () => {
    expect(readMarked('{A resident} said no.\n\n{A resident} said yes.').entities).toHaveLength(2);
    expect(readMarked('{A source} said no.\n\n{The source} said it again.').entities).toHaveLength(1);
  });

  it.each([
    ['{A source} said no.', 'anonymous', 'bare'],
    ['{Three sources familiar with the talks} said no.', 'anonymous', 'described'],
    ['{A senior official who asked not to be named} said no.', 'anonymous', 'described'],
    ['{People close to the talks} said no.', 'group', 'collective'],
    ['{Officials} said no.', 'group', 'collective'],
    ['{Experts} said no.', 'group', 'collective'],
    ['{A spokesman for the council} said no.', 'person', 'role'],
    ['{The judge} said no.', 'person', 'role'],
    ['{The ministry} said no.', 'organization', 'role'],
    ['{Police} said no.', 'organization', 'role'],
    ['{The report} said no.', 'document', 'described'],
    ['{Mira Feld} said no.', 'person', 'named'],
    ['{NATO} said no.', 'organization', 'named'],
    ['{Those gathered outside} said no.', 'group', 'collective'],
  ])('%s', (text, kind, anonymity) => {
    const [entity] = readMarked(text).entities;
    expect([entity?.kind, entity?.anonymity]).toEqual([kind, anonymity]);
  });
});

describe('documents', () => {
  it.each([
    [
      'by the same noun',
      '{A report by the watchdog} said no.\n\n{The report} added that it was late.',
      ['A report by the watchdog', 'A report by the watchdog'],
    ],
    ['two of them', '{The report} said no.\n\n{The letter} said yes.', ['The report', 'The letter']],
    [
      'with its owner',
      'The channel, in its report, was blunt.\n\n{The report} said no.\n\nThe ministry rejected the Selby report.',
      ['the Selby report'],
    ],
    ['court papers', '{Court papers} say so.\n\n{The papers} say more.', ['Court papers', 'Court papers']],
  ])('%s', (_, text, expected) => expect(sources(text)).toEqual(expected));
});

describe('a speech that goes on', () => {
  it('keeps its speaker in the next paragraph', () => {
    const { sources, choices } = readMarked('{Mira Feld} said: “We looked at it.\n\n{}“We looked again.”');
    expect(sources).toEqual(['Mira Feld', 'Mira Feld']);
    expect(choices[1]?.[0]?.why.map(({ code }) => code)).toEqual(['speaker.same-speech']);
  });

  it('is less sure where the quotation before was closed', () => {
    const { sources, choices } = readMarked('“We looked at it,” {Mira Feld} said.\n\n{}“We looked again.”');
    expect(sources).toEqual(['Mira Feld', 'Mira Feld']);
    expect(choices[1]?.[0]?.candidates[0]?.confidence).toBeLessThan(0.8);
  });

  it('does not keep it over other paragraphs', () => {
    expect(sources('“We looked at it,” {Mira Feld} said.\n\nIt rained.\n\n{}“We looked again.”')).toEqual(['Mira Feld', 'nobody']);
  });
});

describe('sources of several people', () => {
  it('name both', () => {
    const { choices, entities } = readMarked('{Mira Feld and Tom Hale} said no.');
    expect(choices.flat()[0]?.candidates.map(({ speaker }) => entities.find(({ id }) => id === speaker)?.name)).toEqual([
      'Mira Feld and Tom Hale',
    ]);
    expect(entities.map(({ name, kind }) => `${name}, ${kind}`)).toEqual([
      'Mira Feld, person',
      'Mira Feld and Tom Hale, group',
      'Tom Hale, person',
    ]);
  });

  it('are what “they” and “the couple” mean', () => {
    expect(sources('{Clara and Peter Boone} said no. {They} wrote a letter.')).toEqual(['Clara and Peter Boone', 'Clara and Peter Boone']);
    expect(sources('{Clara and Peter Boone} said no. {The couple} wrote a letter.')).toEqual([
      'Clara and Peter Boone',
      'Clara and Peter Boone',
    ]);
    expect(sources('{Clara and Peter Boone} said no. {The Boones} wrote a letter.')).toEqual([
      'Clara and Peter Boone',
      'Clara and Peter Boone',
    ]);
  });

  it('are not their owners', () => {
    expect(sources('{Mira Feld’s lawyer} said no.')).toEqual(['Mira Feld’s lawyer']);
    expect(sources('Mira Feld was there. {Her lawyer} said no.')).toEqual(['Her lawyer']);
  });
});

describe('registers', () => {
  it.each([
    [
      'court report',
      'A man who set fire to a barn was jailed on Tuesday. Prosecutor {Lena Moss} told Selby Crown Court that Darren Fitch, 34, had “acted out of spite”.\n\n{Fitch} said he was sorry. Defending, {Omar Said} said: “He is ashamed.”\n\nJailing him, {Judge Pym} said the fire could have killed.',
      ['Lena Moss', 'Darren Fitch', 'Omar Said', 'Pym'],
    ],
    [
      'sport',
      'Riverton United beat Selby Town 3-1. {Luka Marić} scored twice.\n\n“We were patient,” said {the striker}, 24. {United manager Jo Tennant} praised Marić. “He works for it,” {she} said.',
      ['Luka Marić', 'Luka Marić', 'Jo Tennant', 'Jo Tennant'],
    ],
    [
      'liveblog',
      '10:42 {Transport Secretary Priya Nair} tells MPs the line will reopen.\n\n10:51 {Nair}: “We are not there yet.”\n\n11:03 {The transport secretary} has finished.',
      ['Priya Nair', 'Priya Nair', 'Priya Nair'],
    ],
    [
      'agency copy',
      'Northland and Estvia signed the pact, {Northland’s foreign ministry} said.\n\n{Estvian President Kaja Rebane} called it historic. {A diplomat briefed on the talks} told Reuters more would follow. {Rebane} declined to comment.',
      ['Northland’s foreign ministry', 'Kaja Rebane', 'A diplomat briefed on the talks', 'Kaja Rebane'],
    ],
    [
      'press release',
      'Brightwater Holdings (BWH) today announced a new plant. “We are proud,” said {Chief Executive Officer Helen Frame}.\n\n{Ms Frame} joined {BWH} in 2019.',
      ['Helen Frame', 'Helen Frame', 'Brightwater Holdings'],
    ],
    [
      'tabloid',
      'Heartbroken mum {Kelly Stubbs} has told of her pain.\n\n{Kelly}, 31, said: ‘I miss him.’ {The mother of two} added: ‘Every day.’',
      ['Kelly Stubbs', 'Kelly Stubbs', 'Kelly Stubbs'],
    ],
    [
      'science',
      'A team led by {Dr Ingrid Solheim} of the University of Varn reports the find. {The study}, in the journal Deep Earth, says the rock is old. “We checked,” {Solheim} said. {Miguel Prado}, a geologist who was not involved, said he was convinced.',
      ['Ingrid Solheim', 'The study', 'Ingrid Solheim', 'Miguel Prado'],
    ],
    [
      'obituary with relations',
      'Walter Crane died on Sunday. {His daughter, Susan Crane}, said he had been ill. {Crane} was 91.',
      ['Susan Crane', expect.stringMatching(/Crane/)],
    ],
  ])('%s', (_, text, expected) => expect(sources(text)).toEqual(expected));
});

describe('entities', () => {
  it('include people who never speak, in order of their first mention, with ids in that order', () => {
    const { entities } = readMarked('Tom Hale and Mira Feld met. {Feld} said no.');
    expect(entities.map(({ id, name }) => [id, name])).toEqual([
      ['e1', 'Tom Hale'],
      ['e2', 'Mira Feld'],
    ]);
  });

  it('leave out crowds, papers and strangers that never speak', () => {
    expect(readMarked('Many people saw a man read a letter to some officials.').entities).toEqual([]);
  });

  it('have every mention', () => {
    expect(
      readMarked('{Mayor Mira Feld} said no. {She} left. {The mayor} and her aide drove off.\n\n{Feld} called.').mentions('Mira Feld'),
    ).toEqual(['Mayor Mira Feld', 'She', 'The mayor', 'her', 'Feld']);
  });

  it('are the same for the same text, and well-formed on any text', () => {
    const piece = fc.constantFrom(
      'Ana Ruiz', '{', '}', ' said', 'Mr Ruiz', 'the minister', ', ', '(AR)', 'Northfield Council', '“', '”', '’s ', ' and ', '. ', '\n\n', '{He} said ', 'a source', '\ud800', 'She ', 'I ',
    ); // biome-ignore format: one list
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const marked = pieces.join('');
        const { entities, choices, text } = readMarked(marked);
        expect(readMarked(marked)).toMatchObject({ entities, choices });
        const ids = new Set(entities.map(({ id }) => id));
        for (const { mentions } of entities) {
          expect(mentions.length).toBeGreaterThan(0);
          for (const [start, end] of mentions) expect(start < end && end <= text.length).toBe(true);
        }
        for (const { speaker, candidates } of choices.flat()) {
          expect(speaker === null || ids.has(speaker)).toBe(true);
          expect(candidates.every((candidate) => ids.has(candidate.speaker))).toBe(true);
          expect(candidates.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1.0001);
        }
      }),
      { numRuns: 200 },
    );
  });
});
