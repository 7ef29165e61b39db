import { parentPort, Worker } from 'node:worker_threads';
import { type Article, analyse } from '../article';
import type { Format } from '../text/format';

interface Task {
  readonly text: string;
  readonly format: Format;
}

/** What a worker answers: the article, or what went wrong. */
type Answer = { readonly article: Article } | { readonly error: string };

interface Waiting {
  readonly task: Task;
  readonly resolve: (article: Article) => void;
  readonly reject: (error: Error) => void;
}

/** Threads that analyse articles beside the one that reads and prints. Each takes one article at a time; answers go to whoever asked. */
export class Analysts {
  private readonly idle: Worker[] = [];
  private readonly all: Worker[] = [];
  private readonly busy = new Map<Worker, Waiting>();
  private readonly queue: Waiting[] = [];

  /** @param script the file that calls `serveAnalyses` where it is not the main thread */
  constructor(script: string, count: number) {
    for (let i = 0; i < count; i++) {
      const worker = new Worker(script);
      worker.on('message', (answer: Answer) => this.answered(worker, answer));
      worker.on('error', (error) => this.answered(worker, { error: error.message }));
      this.all.push(worker);
      this.idle.push(worker);
    }
  }

  /** How many there are. */
  get count(): number {
    return this.all.length;
  }

  analyse(text: string, format: Format): Promise<Article> {
    return new Promise((resolve, reject) => {
      this.queue.push({ task: { text, format }, resolve, reject });
      this.hand();
    });
  }

  /** Ends the threads; whoever still waits is told. */
  async close(): Promise<void> {
    await Promise.all(this.all.map((worker) => worker.terminate()));
  }

  private hand(): void {
    const worker = this.idle.at(-1);
    const next = this.queue[0];
    if (!worker || !next) return;
    this.idle.pop();
    this.queue.shift();
    this.busy.set(worker, next);
    worker.postMessage(next.task);
  }

  private answered(worker: Worker, answer: Answer): void {
    const waiting = this.busy.get(worker);
    this.busy.delete(worker);
    this.idle.push(worker);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.article);
    this.hand();
  }
}

/** In a thread that `Analysts` started: analyses what comes. */
export function serveAnalyses(): void {
  parentPort?.on('message', ({ text, format }: Task) => {
    let answer: Answer;
    try {
      answer = { article: analyse(text, { format }) };
    } catch (error) {
      answer = { error: error instanceof Error ? error.message : String(error) };
    }
    parentPort?.postMessage(answer);
  });
}
