import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { claimUnsourced } from '../../../server/src/rules/claim/unsourced';

const REPORT = 'Ferry to return\n\nThe ferry will sail again in May, the harbour master, Ida Brekke, said.\n\n';
const STUDY =
  'Seals of Skarholm grow old\n\nA study of the seals of Skarholm was published on Tuesday. “They grow old,” said its author, Ida Brekke.\n\n';

const reported = (opening: string, sentence: string): boolean => {
  const text = `${opening}${sentence}\n`;
  const at = text.indexOf(sentence);
  return claimUnsourced.check(analyse(text)).some(({ span }) => span[0] >= at);
};

describe('claim/unsourced reports', () => {
  test.each([
    'Rents in the town have doubled since 2019.',
    'Skarholm has more shipwrecks than any other island in the north.',
    'A third of the town’s branch libraries have shut since 2016.',
    'The company hid the accounts from its shareholders and falsified the logbook of the ferry.',
    'Two thirds of the houses in Pell Street stand empty.',
    'The town spends more on parking than on its schools.',
    'Fewer children swim in Carrow than in the rest of the county.',
    'The harbour is the dirtiest in the north.',
    'Skarholm has the poorest households in Norrland.',
    'The debt of the ferry company has grown from 12 million crowns to 40 million.',
    'The leak costs the town four million crowns a year.',
    'The factory caused 40 deaths among the men who worked there.',
    'Crime in the district has fallen by a third in five years.',
  ])('%s', (sentence) => expect(reported(REPORT, sentence)).toBe(true));

  test('what a report of a study says on something else', () =>
    expect(reported(STUDY, 'Dredging destroys nine tenths of the seabed life in the northern bays.')).toBe(true));
});

describe('claim/unsourced takes for background', () => {
  test.each([
    ['what names whoever counted', 'The highest number of wrecks noted by the team in any bay was fifteen.'],
    ['what nobody agrees on', 'Scientists debate whether the fire was caused by lightning or by sheep.'],
    ['what was timed', 'Her crossing was 81 seconds faster than that of the winner of 2003.'],
    ['what is required', 'The motion needs a majority of 170 members to pass in the larger chamber.'],
    ['what the constitution wants', 'Two-thirds of the senators must vote for the sale of the ferry.'],
    ['what is not counted', 'Scurvy is one of several diseases that drastically reduced the crews of the herring fleet.'],
    ['what was long ago', 'The number of boats in the harbour fell by half in the 1930s.'],
    ['the name of an honour', 'He was awarded the Most Brilliant Order of the Lantern by the president in 2014.'],
    ['a place in a small row', 'The three best swimmers in the contest are awarded the right to sail with the ferry for free in May.'],
    ['what a list of fees says', 'For an islander, applying for a mooring costs $725 in the first year.'],
    ['somebody’s half', 'The poet won his half of the prize for a book on the herring fleet.'],
    ['a matter of impression', 'He was more interested in the sails than in the passengers.'],
    ['a turn of phrase', 'The sheep stole the show and the ferry forged an alliance with the bridge.'],
    ['what did not happen', 'The letters were never stolen and the passengers were not misled.'],
    ['a judgement', 'The worst part of the crossing is the smell of the engine in the cabin.'],
    ['a life', 'The highest office that she has held is that of treasurer of the choir.'],
    ['the result of a vote', 'Half of the voters on the island and 47 percent of the electorate chose the bridge.'],
    ['a plan', 'The company wants to cut 300 jobs by a third of the staff.'],
    ['what a storm did', 'The storm caused floods that killed 24 people in the valley.'],
    ['a part of a time', 'She spent the first half of the year in the north.'],
    ['the price of one thing', 'The planks cost about 900 crowns apiece.'],
    ['a board of prices', 'The crown fell 1.2 percent against the euro in the week.'],
    ['what grew out of something', 'The ferry company grew out of two firms that carried 400 people a day.'],
  ])('%s', (_, sentence) => expect(reported(REPORT, sentence)).toBe(false));

  test('what goes on with figures that somebody has been named for', () => {
    const figures = `${REPORT}According to a survey of the harbour office, 36 percent of the fishing boats are rotten.\n\n`;
    expect(reported(figures, 'Another 20 percent of the fishing boats leak.')).toBe(false);
    expect(reported(REPORT, 'Another 20 percent of the fishing boats leak.')).toBe(true);
  });

  test('what the study under discussion measured', () => {
    const sentence = 'The death rates were 49% among the pups and 29% among the older animals.';
    expect(reported(STUDY, sentence)).toBe(false);
    expect(reported(REPORT, sentence)).toBe(true);
  });
});
