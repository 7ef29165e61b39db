import { parentPort } from 'node:worker_threads';
import type { PdfAnswer } from './pdf';
import { readPdfText } from './pdf-document';
import { closeTheWaysOut } from './pdf-globals';

// The thread that reads PDFs, a bundle of its own: the bytes of one come, its text goes back.
closeTheWaysOut();
parentPort?.on('message', (bytes: Uint8Array) => {
  const answer = (found: PdfAnswer): void => parentPort?.postMessage(found);
  readPdfText(bytes).then(answer, () => answer({ fault: 'damaged' }));
});
