/** An article with something to see in every corner, and one fault of each kind that the rules of this version find. */
export const FERRY = `Holm Bay ferry landing to reopen after nine years

By Sofia Lind

HOLM BAY — The ferry landing at Holm Bay will reopen in May, Mayor Ana Ruiz said.

“We promised the islanders a boat before the summer,” Ruiz told reporters.

The landing would cost nothing to run, according to Peter Dahl, the harbour master.

The repair has cost the town more than 3 million crowns since 2019.

“It is the wrong place for a harbour.”

“Nobody asked the fishermen, said Dahl.

The first boat leaves at dawn, and tickets go on sale on Friday.
`;

/** Words of {@link FERRY} by what they are. */
export const IN_FERRY = {
  quote: 'We promised the islanders',
  unsourced: 'The repair has cost the town',
  unattributed: 'It is the wrong place',
  unclosed: 'Nobody asked the fishermen',
} as const;

/** An article to move through: a speaker in every form, one passed on, one before a word that is hers only perhaps, a speech over two paragraphs. */
export const PIER = `Pier opens after a year

Mayor Ana Ruiz opened the pier on Monday. “It is ours and it stays,” Ruiz told reporters. She wore a hat.

The Corvin Ledger reported on Tuesday, citing two officials, that the pier had cost 40 million crowns.

The Ruiz supporters sang all night.

“Ruiz is a friend,” said Tom Hale, a nurse. “She came twice.

“She came with a cake.”
`;

/** Plain text that nobody would take for an article. */
export const LOG = `2026-03-01 10:00:01 INFO  worker-3 started "ingest" pid=4410
2026-03-01 10:00:02 WARN  queue depth 120, said limit 100
2026-03-01 10:00:02 INFO  flushed "ingest" in 12 ms
2026-03-01 10:00:03 ERROR socket closed: code=1006 reason="going away"
2026-03-01 10:00:04 INFO  worker-3 stopped
`;

/** An article whose reader has to look back: for whom “she” is, for whose speech it is, for who is quoted how often. */
export const STRIKE = `Dockers at Holm Bay walk out over night shifts

By Sofia Lind

HOLM BAY — Dockers at Holm Bay walked out on Monday over the pay for night shifts, Mayor Ana Ruiz said. The shipping company Nordlast, which owns the port, said that it could not pay more.

“I have spoken to both sides, and both of them are tired,” Ruiz told reporters outside the town hall.

Peter Dahl, the harbour master, said that nine ships were waiting in the sound.

“Nobody wins if the herring rots,” she added. A person close to the talks said that the two sides would meet on Tuesday.

“We have loaded ships on this quay for forty years,” said Mia Holm, who leads the dockers’ union. “Nobody asked us what the night is worth.

“And when they ask us, we will tell them: it is worth what it was worth last year, and the year before.”

The walkout has cost the town more than 3 million crowns since Monday.

The company said that it would publish its accounts.
`;

/** What was said at the talks of {@link STRIKE}, as somebody wrote it down. */
export const TALKS = `Notes of the talks at the town hall, Monday evening

We will not load a single ship on Tuesday night.

Then nobody will be paid on Friday, said the company.
`;

/** {@link FERRY} as a page, with what a page has besides. */
export const PAGE = `<!DOCTYPE html>
<html>
<head><title>“No”, said nobody</title><script>const said = "“no”";</script></head>
<body>
<nav><a href="/">Home</a></nav>
${FERRY.trim()
  .split('\n\n')
  .map((paragraph, i) => (i === 0 ? `<h1>${paragraph}</h1>` : `<p>${paragraph}</p>`))
  .join('\n')}
</body>
</html>
`;
