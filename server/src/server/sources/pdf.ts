/** The text of a PDF with a page break between its pages, or what is wrong and what to do, without the file’s name. */
export type PdfText = { readonly text: string } | { readonly problem: string };

/** Reads the text of the PDF at an address; undefined where there is none. Never rejects. */
export type ReadPdf = (uri: string) => Promise<PdfText | undefined>;

/** Why a PDF has not been read. */
export type PdfFault = 'damaged' | 'locked' | 'no-text' | 'too-long' | 'too-slow' | 'too-much';

/** What the thread that reads PDFs answers: the text of each page, or why there is none. */
export type PdfAnswer = { readonly pages: readonly string[] } | { readonly fault: PdfFault };

/** The most pages that are read of one PDF, and the most text, in UTF-16 units. */
export const MOST_PAGES = 2000;
export const MOST_TEXT = 5_000_000;
/** How long one PDF may take, in seconds, and by how much the process may grow meanwhile, in bytes. */
export const LONGEST = 20;
export const MOST_MEMORY = 1_000_000_000;

/** What is said of each fault, and what to do. */
export const PDF_FAULTS: Readonly<Record<PdfFault, string>> = {
  damaged: 'is damaged, or no PDF at all. Open it and save it anew, or save its text beside it, as .txt.',
  locked: 'is locked with a password. Save a copy without one, or its text beside it, as .txt.',
  'no-text': 'has no text, but pictures of pages. Let a program recognise its text (OCR), or save its text beside it, as .txt.',
  'too-long': `has more than ${MOST_PAGES.toLocaleString('en')} pages, or more text than ${MOST_TEXT / 1_000_000} MB. Split it up.`,
  'too-slow': `was given up after ${LONGEST} seconds. Save the pages that you need as a PDF of their own, or their text, as .txt.`,
  'too-much': 'takes more memory than there is for it. Save the pages that you need as a PDF of their own, or their text, as .txt.',
};
