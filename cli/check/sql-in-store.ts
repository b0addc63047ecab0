import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Finding } from './finding';

/** The one room that knows tables and columns; others hand it typed values. */
const STORE = 'src/store/';
const STATEMENT =
  /\bSELECT\s[\s\S]*\sFROM\s|\bINSERT INTO\s|\bUPDATE\s+\w+\s+SET\s|\bDELETE FROM\s|\b(CREATE|ALTER) TABLE\s|\bUNION ALL\b/;
/** A piece of one: a column of an alias (`i.item_id`), or a comparison with a parameter. */
const PIECE = /\b[a-z]\.[a-z]+_[a-z_]+\b|[\w)]\s*(=|<>|<|>)\s*\?(\s|\)|$)|\bBETWEEN \? AND\b|\bIN \(\?/;

/**
 * Texts of SQL outside `src/store/`, whole statements and pieces.
 * @param sources paths below `root` of the sources of the app
 */
export function sqlFindings(root: string, sources: readonly string[]): Finding[] {
  return sources
    .filter((file) => !file.startsWith(STORE))
    .flatMap((file) => sqlTexts(file, readFileSync(join(root, file), 'utf8')));
}

/** Findings of one file. */
export function sqlTexts(file: string, text: string): Finding[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const words = node.getText(source).slice(1, -1);
      if (STATEMENT.test(words) || PIECE.test(words)) {
        const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
        findings.push({ rule: 'sql-in-store', message: `${file}:${line} holds SQL, which belongs into ${STORE}.` });
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}
