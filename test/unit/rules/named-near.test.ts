import { expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { sourceAnonymousAttack } from '../../../server/src/rules/source/anonymous-attack';
import { reads } from './reads';

test('however many speak ill without a name, an article is gone through once for the people whom they may mean', () => {
  const cost = (times: number): number => {
    const article = analyse('The mayor, Ida Brekke, wants to sell the ferry. A council source called Brekke a bully.\n\n'.repeat(times));
    expect(article.entities.length).toBeGreaterThan(times / 2);
    return reads(article.entities, (entities) => expect(sourceAnonymousAttack.check({ ...article, entities })).toHaveLength(times));
  };
  expect(cost(80)).toBeLessThan(3 * cost(40));
});

test('a pronoun is for the one who is named in its paragraph, or else in the one before', () => {
  const attacks = (text: string): string[] => {
    const article = analyse(`Ferry to be sold\n\n${text}\n`);
    return sourceAnonymousAttack.check(article).map(({ span }) => article.text.slice(...span));
  };
  const said = '“He is a bully,” a council source said.';
  expect(attacks(`The mayor, Tom Hale, wants to sell the ferry. ${said}`)).toEqual(['He is a bully']);
  expect(attacks(`The mayor, Tom Hale, wants to sell the ferry.\n\n${said}`)).toEqual(['He is a bully']);
  expect(attacks(`The mayor, Tom Hale, wants to sell the ferry.\n\nIt is old.\n\n${said}`)).toEqual([]);
  expect(attacks(`The mayor, Tom Hale, met Jack Orme. ${said}`)).toEqual([]);
  expect(attacks(`The mayor, Tom Hale, met Jack Orme.\n\nOrme wants to sell the ferry. ${said}`)).toEqual(['He is a bully']);
  expect(attacks(`${said} The mayor, Tom Hale, met Jack Orme.`)).toEqual([]);
});
