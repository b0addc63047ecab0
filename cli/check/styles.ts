import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import type { Finding } from './finding';

const MODULE = /\.module\.css$/;
/** How the build names a class of a module, where another one has to name it (`static/vite.config.ts`). */
const NAME_OF_THE_BUILD = /:global\(\.([a-z-]+)__(\w+)\)/g;

interface Sheet {
  path: string;
  /** As the build begins the names of its classes. */
  name: string;
  own: ReadonlySet<string>;
  /** Classes of other sheets, by the names that the build gives them. */
  foreign: readonly { name: string; local: string }[];
}

interface Use {
  at: string;
  /** Path of the sheet. */
  sheet: string;
  local: string;
}

/**
 * Class names are words that neither the compiler nor a browser knows: a misspelt one would only look wrong. So each stands
 * in the module that it is taken from, each class of a module is used, and no other class names are written.
 * @param root folder of `static/`
 */
export function styleFindings(root: string): Finding[] {
  const files = (readdirSync(join(root, 'static'), { recursive: true }) as string[])
    .map((name) => join('static', name))
    .filter((file) => !file.startsWith(join('static', 'dist')));
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const plain = files.filter((file) => file.endsWith('.css') && !MODULE.test(file));
  const sheets = files.filter((file) => MODULE.test(file)).map((file) => sheetOf(file, read(file)));
  const sources = files.filter((file) => /\.tsx?$/.test(file)).map((file) => usesOf(file, read(file)));
  const uses = sources.flatMap((source) => source.uses);
  return [
    ...plain.map((file) =>
      finding('style-is-module', `${file} is no module: name it ${basename(file, '.css')}.module.css.`),
    ),
    ...namesakes(sheets),
    ...sources.flatMap(({ findings }) => findings),
    ...uses
      .filter(({ sheet, local }) => !sheets.find(({ path }) => path === sheet)?.own.has(local))
      .map(({ at, sheet, local }) => finding('class-exists', `${at} uses ${local}, which ${sheet} does not have.`)),
    ...sheets.flatMap(({ path, own }) =>
      [...own]
        .filter((local) => !uses.some((use) => use.sheet === path && use.local === local))
        .map((local) => finding('class-used', `${path} has .${local}, which nothing uses.`)),
    ),
    ...sheets.flatMap(({ path, foreign }) =>
      foreign
        .filter((wanted) => !sheets.some(({ name, own }) => name === wanted.name && own.has(wanted.local)))
        .map(({ name, local }) => finding('class-exists', `${path} names ${name}__${local}, which does not exist.`)),
    ),
  ];
}

const finding = (rule: string, message: string): Finding => ({ rule, message });

function namesakes(sheets: readonly Sheet[]): Finding[] {
  return sheets
    .filter(({ name }, place) => sheets.findIndex((sheet) => sheet.name === name) < place)
    .map(({ path, name }) => finding('style-name-unique', `${path}: there is another ${name}.module.css.`));
}

function sheetOf(path: string, text: string): Sheet {
  const rules = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const foreign = [...rules.matchAll(NAME_OF_THE_BUILD)].map(([, name = '', local = '']) => ({ name, local }));
  const selectors = rules
    .replace(/:global\([^)]*\)/g, '')
    .replace(/"[^"]*"/g, '')
    .match(/[^{};]+(?=\{)/g);
  const own = (selectors ?? [])
    .filter((selector) => !selector.trim().startsWith('@'))
    .flatMap((selector) => [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, local = '']) => local));
  return { path, name: basename(path).replace(MODULE, ''), own: new Set(own), foreign };
}

/** What one file of code takes from style sheets, and class names that it takes from none. */
function usesOf(file: string, text: string): { uses: Use[]; findings: Finding[] } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const at = (node: ts.Node) => `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
  const uses: Use[] = [];
  const findings: Finding[] = [];
  const sheetOfName = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const from = (node.moduleSpecifier as ts.StringLiteral).text;
      const name = node.importClause?.name?.text;
      if (MODULE.test(from) && name) sheetOfName.set(name, relative('', resolve(dirname(file), from)));
      return;
    }
    if (isClassName(node)) findings.push(...literals(node).map((literal) => literalFinding(at(literal))));
    if (selected(node))
      findings.push(finding('class-selects', `${at(node)} looks for a class: look for a role or attribute.`));
    const sheet = ts.isIdentifier(node) ? sheetOfName.get(node.text) : undefined;
    if (sheet !== undefined && !isNameOfProperty(node)) {
      const access = node.parent;
      if (ts.isPropertyAccessExpression(access)) uses.push({ at: at(node), sheet, local: access.name.text });
      else findings.push(finding('class-by-name', `${at(node)} does not name the class of ${sheet} that it uses.`));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { uses, findings };
}

/** A part that is looked for in the page by a class, which the build names anew. */
function selected(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [selector] = node.arguments;
  const isLookedFor = /^(closest|matches|querySelector(All)?)$/.test(node.expression.name.text);
  return isLookedFor && selector !== undefined && ts.isStringLiteralLike(selector) && /\.[a-z]/i.test(selector.text);
}

const literalFinding = (place: string) =>
  finding('class-of-module', `${place} has a class name of no style sheet: take it from a module.`);

/** The value of the attribute or property `className`. */
const isClassName = (node: ts.Node): boolean =>
  (ts.isJsxAttribute(node.parent ?? node) || ts.isPropertyAssignment(node.parent ?? node)) &&
  (node.parent as ts.JsxAttribute | ts.PropertyAssignment).initializer === node &&
  (node.parent as ts.JsxAttribute | ts.PropertyAssignment).name.getText() === 'className';

/** Not the sheet, but a property of something else that has its name. */
const isNameOfProperty = (node: ts.Node): boolean => {
  const { parent } = node;
  return ts.isBindingElement(parent)
    ? parent.propertyName === node
    : (ts.isPropertyAccessExpression(parent) ||
        ts.isPropertyAssignment(parent) ||
        ts.isPropertySignature(parent) ||
        ts.isJsxAttribute(parent)) &&
        parent.name === node;
};

/** Texts that would be class names: not the spaces between others, and not what a condition compares with. */
function literals(node: ts.Node): ts.Node[] {
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
    return node.text.trim() === '' ? [] : [node];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return literals(node.right);
  return node.getChildren().flatMap(literals);
}

/** `npm run styles`. */
function main(): void {
  const findings = styleFindings(resolve(__dirname, '../..'));
  for (const { rule, message } of findings) console.error(`${rule}: ${message}`);
  console.log(findings.length === 0 ? 'Style sheets: no findings.' : `Style sheets: ${findings.length} findings.`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

if (require.main === module) main();
