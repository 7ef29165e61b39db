/** Articles of our own that the tests over the protocol open. */

/** With a quote, an unnamed source, reported words, and a comment that silences nothing. */
export const TRAM = `Council backs tram line

By Tom Hale

“We will build it,” said Ana Ruiz, the mayor of Port Ellery, after the vote on Monday. She added that the work would begin in May.

<!-- onrecord-enable -->
A source close to the council said the line would cost 40 million crowns, twice what was announced.
`;

/** The comment in `TRAM`. */
export const COMMENT = '<!-- onrecord-enable -->';

/** Nobody's article. */
export const LOG = '2024-03-01 12:00:01 INFO the server has started and is waiting for connections\n'.repeat(20);
