/** The rows of a CSV file (RFC 4180), its first row left out, each cell by its column's name. */
export function readCsv(text: string): ReadonlyMap<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A cell, quoted or not, and what ends it.
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  const [names = [], ...cells] = rows;
  return cells.map((values) => new Map(names.map((name, column) => [name, values[column] ?? ''])));
}
