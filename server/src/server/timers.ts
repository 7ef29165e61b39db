/** Things to do later, one a key: asking for the same again puts it off. */
export class Timers {
  private readonly running = new Map<string, ReturnType<typeof setTimeout>>();

  /** `complain` hears what goes wrong in them. */
  constructor(private readonly complain: (error: unknown) => void) {}

  /** Does `act` after `wait` milliseconds, unless asked again before that. */
  later(key: string, wait: number, act: () => void | Promise<void>): void {
    this.cancel(key);
    const run = async () => {
      this.running.delete(key);
      await act();
    };
    this.running.set(
      key,
      setTimeout(() => {
        run().catch(this.complain);
      }, wait),
    );
  }

  /** It is no longer to be done. */
  cancel(key: string): void {
    clearTimeout(this.running.get(key));
    this.running.delete(key);
  }
}
