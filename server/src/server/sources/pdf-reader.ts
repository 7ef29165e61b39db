import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PAGE_BREAK } from '../../evidence/document';
import { LARGEST_PDF, NO_PDFS } from './folders';
import { PDF_FAULTS, type PdfAnswer, type PdfText, type ReadPdf } from './pdf';
import { PdfThread } from './pdf-worker';

/** The bundle of `pdf-thread.ts`, beside those of the server and the command line. */
export const PDF_BUNDLE = 'pdf.js';

/** So many texts are kept for when an article is opened again. */
const MOST_KEPT = 50;

/**
 * Reads PDFs of this machine in a thread of their own, one at a time; the thread, and with it pdf.js, is started when the first one turns up.
 * @param script the bundle that the thread runs
 */
export function pdfReader(script: string): ReadPdf {
  const thread = new PdfThread(script);
  const kept = new Map<string, { readonly stamp: string; readonly found: PdfText }>();
  return async (uri) => {
    if (!uri.startsWith('file:')) return { problem: NO_PDFS };
    const file = fileURLToPath(uri);
    try {
      const facts = await stat(file);
      if (!facts.isFile() || facts.size > LARGEST_PDF) return { problem: PDF_FAULTS.damaged };
      const stamp = `${facts.mtimeMs} ${facts.size}`;
      const known = kept.get(file);
      if (known?.stamp === stamp) return known.found;
      const found = toText(await thread.read(new Uint8Array(await readFile(file))));
      kept.delete(file);
      kept.set(file, { stamp, found });
      for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
      return found;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      return { problem: `can’t be read (${error instanceof Error ? error.message : String(error)}). Check its permissions.` };
    }
  };
}

const toText = (answer: PdfAnswer): PdfText =>
  'fault' in answer ? { problem: PDF_FAULTS[answer.fault] } : { text: answer.pages.join(`\n${PAGE_BREAK}`) };
