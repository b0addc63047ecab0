/** A finding that stands for a stated reason. One line of exceptions.txt: `<rule> <file> <id or -> # <reason>`. */
export interface Exception {
  line: number;
  rule: string;
  file: string;
  id: string;
}

const LINE = /^(\S+) (\S+) (.+?) # \S.*$/;

/**
 * Reads the list of exceptions; empty lines and lines that begin with # are left out.
 * @throws Error naming the line that is not of the form
 */
export function parseExceptions(text: string): Exception[] {
  return text.split('\n').flatMap((content, index): Exception[] => {
    if (content.trim() === '' || content.startsWith('#')) return [];
    const [, rule, file, id] = LINE.exec(content) ?? [];
    if (rule === undefined || file === undefined || id === undefined)
      throw new Error(`exceptions.txt, line ${index + 1}: write "<rule> <file> <id or -> # <reason>".`);
    return [{ line: index + 1, rule, file, id: id === '-' ? '' : id }];
  });
}
