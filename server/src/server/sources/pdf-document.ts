import './pdf-globals';
import { getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Hands itself over in `globalThis.pdfjsWorker`, where the other half looks for it: both run in this thread.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { MOST_PAGES, MOST_TEXT, type PdfAnswer } from './pdf';
import { linesOf, type PdfLine, pageTexts } from './pdf-pages';

/** Nothing is fetched, drawn or run: no fonts, no character maps, no code made from text. */
const SETTINGS = {
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  disableAutoFetch: true,
  disableStream: true,
  stopAtErrors: false,
  verbosity: 0,
};

/** Reads the text of a PDF; `bytes` are taken over. Never rejects; may take as long and as much memory as its maker liked: call it where it can be stopped. */
export async function readPdfText(bytes: Uint8Array): Promise<PdfAnswer> {
  let task: PDFDocumentLoadingTask | null = null;
  try {
    task = getDocument({ ...SETTINGS, data: bytes });
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) return { fault: 'too-long' };
    const pages: PdfLine[][] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const lines = linesOf(items.filter((item) => 'str' in item));
      page.cleanup();
      length += lines.reduce((sum, { text }) => sum + text.length, 0);
      if (length > MOST_TEXT) return { fault: 'too-long' };
      pages.push(lines);
    }
    return length === 0 ? { fault: 'no-text' } : { pages: pageTexts(pages) };
  } catch (error) {
    return { fault: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' };
  } finally {
    await task?.destroy().catch(() => undefined);
  }
}
