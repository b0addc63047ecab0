/** How often a screen asked for one function of the app, and how often the app refused in words of its own. */
export interface FrameCall {
  readonly screen: string;
  readonly functionKey: string;
  readonly answered: number;
  readonly refused: number;
}

/**
 * What the app's own frames asked for, as far as the app answered. Who asks past the frames, as a test does that prepares
 * something, is on no screen and not in here. As large as the app, however long the site runs.
 */
export class FrameCalls {
  private readonly calls = new Map<string, FrameCall>();

  /** @param answer a refusal when it is an object with `ok: false` */
  note(screen: string, functionKey: string, answer: unknown): void {
    const key = `${screen} ${functionKey}`;
    const before = this.calls.get(key) ?? { screen, functionKey, answered: 0, refused: 0 };
    const isRefusal = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
    const { answered, refused } = before;
    this.calls.set(key, isRefusal ? { ...before, refused: refused + 1 } : { ...before, answered: answered + 1 });
  }

  list(): FrameCall[] {
    return [...this.calls.values()];
  }
}
