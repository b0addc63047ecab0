const KEPT = 500;
/** A statement with a row for each of many things is long, is hardly said again, and its tokens are many times its text. */
const LONGEST_KEPT = 1_500;

/** What was made of the texts of statements that are said again and again. */
export class Known<Made> {
  private readonly made = new Map<string, Made>();

  of(text: string, make: () => Made): Made {
    const known = this.made.get(text);
    if (known !== undefined) return known;
    const made = make();
    if (text.length > LONGEST_KEPT) return made;
    if (this.made.size >= KEPT) this.made.clear();
    this.made.set(text, made);
    return made;
  }
}
