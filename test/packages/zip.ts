/** What starts an entry of a zip's directory: "PK\x01\x02". */
const ENTRY = Buffer.from([0x50, 0x4b, 1, 2]);
const HEAD = 46;

/** The names of the files in a zip, from its directory. */
export function entriesOf(zip: Buffer): string[] {
  const names: string[] = [];
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  for (let at = zip.readUInt32LE(end + 16); zip.subarray(at, at + 4).equals(ENTRY); ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    names.push(zip.toString('utf8', at + HEAD, at + HEAD + (name ?? 0)));
    at += HEAD + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}
