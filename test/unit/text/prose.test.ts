import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksBinary, looksLike, readsLikeProse } from '../../../server/src/text/prose';

const ARTICLES: Readonly<Record<string, string>> = {
  wire: `PORT ELLERY (Sound Wire) - The harbour authority closed two of its four piers on Tuesday after divers found cracks in the pilings, officials said.

"We would rather lose a week than lose a pier," Ida Brandt, the harbour master, told reporters. She declined to say when ferries would run again.

The authority spent 2.4 million crowns on repairs in 2019, according to its annual report.`,
  headlineAndLines: `Council backs tram line\nBy Tom Hale\n12 May\n\nCouncillors voted 14 to 9 on Monday night to build the tram line that has divided the city for a decade.\n\n‘This is a good day,’ said the mayor, Ana Ruiz, who had staked her office on the vote. Her opponents said that they would go to court.`,
  interview: `Q: You left the orchestra after thirty years. Why now?

A: Because I could still hear what was wrong with my playing. The day you stop hearing it, you have stayed too long, and everyone is too polite to tell you so.

Q: Will you teach?

A: I already do. I have four pupils and they are all better than I was.`,
  markdown: `# A bridge too late

*From our correspondent in Vell*

The bridge at Vell was to open in spring. It is now autumn, and the ferry still crosses twice a day with its cargo of schoolchildren and cyclists.

> We were promised a bridge and got a hole in the road.

The ministry [said in July](https://example.org/statement) that the delay was caused by the flood. Residents say that nobody has worked there since March.`,
  liveblog: `14:32 The judge has returned and asked the jury whether they have reached a verdict on the first count. They have not.

14:51 Lawyers for the defence have asked for more time. "My client is unwell," one of them told the court, and was told to sit down.

15:10 The court has risen for the day, and it will sit again at ten on Thursday morning.`,
};

const OTHERS: Readonly<Record<string, readonly [looks: string, text: string]>> = {
  log: [
    'data',
    `2024-03-01 12:00:01 INFO  server started on port 8080 and is waiting for connections\n2024-03-01 12:00:02 WARN  the cache was not found and will be rebuilt from the store\n2024-03-01 12:00:09 ERROR the connection to the database was lost after three attempts\n`.repeat(
      4,
    ),
  ],
  syslog: ['data', 'Mar  1 12:00:01 host sshd[311]: accepted a connection from the console for the user\n'.repeat(10)],
  requirements: ['data', 'numpy==1.26.0\npandas>=2.0\nrequests\nscipy~=1.11\nblack==24.1.0\n'.repeat(4)],
  specification: [
    'list',
    `REQ-1 The system shall store each order for at least ten years after it was closed.\nREQ-2 The system shall refuse an order that has no address.\nREQ-3 The operator shall be able to undo the last order.\n`.repeat(
      3,
    ),
  ],
  todo: ['list', '- buy milk and bread for the week\n- [ ] call the bank about the card\n* answer the letter from the school\n'.repeat(6)],
  changelog: [
    'list',
    `# Changelog\n\n## 1.2.0\n\n- Added a way to export the report as a table that can be printed\n- Fixed the crash that came when the file was empty\n- Removed the old settings that nobody has used for years\n`.repeat(
      4,
    ),
  ],
  csv: ['data', 'name,age,city,team\nAna,34,Vell,red\nTom,51,Port Ellery,blue\nIda,47,Sund,green\n'.repeat(8)],
  table: ['data', 'name\tage\tcity\nAna\t34\tVell\nTom\t51\tPort Ellery\n'.repeat(8)],
  code: [
    'code',
    `import { readFile } from 'node:fs';\n\nexport function total(list) {\n  let sum = 0;\n  for (const item of list) {\n    sum += item.price;\n  }\n  return sum;\n}\n`.repeat(
      4,
    ),
  ],
  settings: ['data', '[server]\nport = 8080\nhost = localhost\nname: test\nmode: fast\n'.repeat(6)],
  readme: [
    'code',
    `# fastlist\n\nUse \`fastlist\` to make lists that are fast. Run \`npm install fastlist\` and import \`makeList()\` from it to get going with the new API.\n\nThe \`makeList\` function takes an \`options\` object with \`size\` and \`growBy\`, both of which are optional, and returns a \`FastList\` that you can call \`push()\` and \`popAll()\` on.\n`.repeat(
      2,
    ),
  ],
  german: [
    'foreign',
    `Die Hafenbehörde hat am Dienstag zwei der vier Anleger gesperrt, nachdem Taucher Risse in den Pfählen gefunden hatten. Die Leiterin des Hafens sagte, man wolle lieber eine Woche verlieren als einen Anleger. Wann die Fähren wieder fahren, wollte sie nicht sagen.\n`.repeat(
      2,
    ),
  ],
  spanish: [
    'foreign',
    `La autoridad del puerto cerró el martes dos de sus cuatro muelles después de que los buzos hallaran grietas en los pilotes. La directora dijo que prefería perder una semana antes que un muelle y no quiso decir cuándo volverán los barcos.\n`.repeat(
      2,
    ),
  ],
  empty: ['short', ''],
  note: ['short', 'Call Ida back about the ferry on Monday.'],
  binary: ['binary', `\u0000\u0001\u0002PNG\u0000\u0000\ufffd\ufffd${'x'.repeat(50)}`],
};

describe('a text', () => {
  test.each(Object.entries(ARTICLES))('that is an article reads like prose: %s', (_, text) => {
    expect(looksLike(text)).toBe('prose');
    expect(readsLikeProse(text.replace(/\n/g, '\r\n'))).toBe(true);
  });

  test.each(Object.entries(OTHERS))('that is no article does not: %s', (_, [looks, text]) => {
    expect(looksLike(text)).toBe(looks);
    expect(readsLikeProse(text)).toBe(false);
  });

  test('with a stray control character is still a text', () => {
    expect(looksBinary(`${ARTICLES.wire}\u0000`)).toBe(false);
    expect(looksBinary('')).toBe(false);
  });

  test('of any kind is judged without a word of complaint', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => typeof looksLike(text) === 'string'));
    for (const text of ['“'.repeat(200_000), 'a '.repeat(200_000), '\n'.repeat(200_000), '`'.repeat(200_000), '-'.repeat(200_000)])
      expect(typeof looksLike(text)).toBe('string');
  });
});
