/** A line of a page: its words, where they stand, in points from the bottom left, and how large. */
export interface Line {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

/** How a PDF is made. */
export interface Making {
  /** Locks it with a password that nobody knows. */
  readonly locked?: boolean;
  /** Operators that a page draws before its text. */
  readonly drawn?: string;
  /** A font and a character map that are not in the file, and an address that its pages link to. */
  readonly font?: string;
  readonly encoding?: string;
  readonly link?: string;
}

/** Lines of a page from the top down, with a usual distance between them; '' leaves one out. */
export const column = (...texts: readonly string[]): Line[] =>
  texts.map((text, i) => ({ text, y: 720 - i * 14 })).filter(({ text }) => text !== '');

/** Bytes of the encoding that PDFs have for western letters, for what Latin-1 has not. */
const OTHERS: Readonly<Record<string, string>> = { '“': '\\223', '”': '\\224', '’': '\\222', '–': '\\226' };

/** A PDF with these pages, set in Helvetica. Our own writing of the format: ISO 32000-1, 7.5. */
export function madePdf(
  pages: readonly (readonly Line[])[],
  { locked = false, drawn = '', font: face = 'Helvetica', encoding = '', link = '' }: Making = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  const tree = add('');
  const font = add(
    encoding === ''
      ? `<< /Type /Font /Subtype /Type1 /BaseFont /${face} /Encoding /WinAnsiEncoding >>`
      : `<< /Type /Font /Subtype /Type0 /BaseFont /${face} /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${face} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>`,
  );
  const links = link === '' ? '' : ` /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${escaped(link)}) >> >>]`;
  const kids = pages.map((lines) => {
    const shown = lines.map(({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`);
    const content = [drawn, ...shown].join('\n');
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${stream} 0 R${links} >>`,
    );
  });
  objects[tree - 1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  const lock = locked ? add(`<< /Filter /Standard /V 1 /R 2 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> /P -44 >>`) : 0;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const secured = lock > 0 ? ` /Encrypt ${lock} 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]` : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R${secured} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&').replace(/[“”’–]/g, (mark) => OTHERS[mark] ?? '');
