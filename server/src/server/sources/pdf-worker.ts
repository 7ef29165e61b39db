import { Worker } from 'node:worker_threads';
import { LONGEST, MOST_MEMORY, type PdfAnswer, type PdfFault } from './pdf';

/** The most that a thread's own objects may take, in MB; what lies beside them is watched from here. */
const HEAP = 512;
/** Milliseconds between two looks at how much memory a thread takes. */
const WATCH = 200;
/** How long a thread waits for another PDF, in milliseconds, before it ends and gives its memory back: they come one after another, or not for long. */
const IDLE = 200;

/** A thread that reads PDFs one after another. It is started when one comes; one that fails, hangs or grows too large is ended, and the next PDF gets a new one. */
export class PdfThread {
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly script: string,
    private readonly seconds = LONGEST,
  ) {}

  /** The text of a PDF, or why there is none; `bytes` are given away. Never rejects. */
  read(bytes: Uint8Array<ArrayBuffer>): Promise<PdfAnswer> {
    const answer = this.last.then(() => this.ask(bytes)).catch((): PdfAnswer => ({ fault: 'damaged' }));
    this.last = answer;
    return answer;
  }

  private ask(bytes: Uint8Array<ArrayBuffer>): Promise<PdfAnswer> {
    clearTimeout(this.idle);
    const worker = this.worker ?? this.start();
    const before = process.memoryUsage.rss();
    return new Promise<PdfAnswer>((resolve) => {
      const done = (answer: PdfAnswer, usable: boolean): void => {
        clearTimeout(limit);
        clearInterval(watch);
        worker.off('message', answered).off('error', failed).off('exit', damaged);
        if (usable) this.rest(worker);
        else this.end(worker);
        resolve(answer);
      };
      const answered = (answer: PdfAnswer): void => done(answer, true);
      const giveUp = (fault: PdfFault): void => done({ fault }, false);
      const damaged = (): void => giveUp('damaged');
      const failed = (error: NodeJS.ErrnoException): void => giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much' : 'damaged');
      const limit = setTimeout(() => giveUp('too-slow'), this.seconds * 1000);
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > MOST_MEMORY) giveUp('too-much');
      }, WATCH);
      worker.on('message', answered).on('error', failed).on('exit', damaged);
      worker.postMessage(bytes, [bytes.buffer]);
    });
  }

  /** What it prints is kept from standard output, on which a server speaks to its client. */
  private start(): Worker {
    const worker = new Worker(this.script, { stdout: true, stderr: true, stdin: false, resourceLimits: { maxOldGenerationSizeMb: HEAP } });
    this.worker = worker;
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null;
    });
    // One that is idle or being ended may still have something to complain of.
    worker.on('error', () => undefined);
    return worker;
  }

  private rest(worker: Worker): void {
    this.idle = setTimeout(() => this.end(worker), IDLE);
  }

  private end(worker: Worker): void {
    if (this.worker === worker) this.worker = null;
    void worker.terminate();
  }
}
