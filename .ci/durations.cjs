// A reporter of Jest: notes when each test file begins and how long it took, so that a run that is ended can still say which
// files were slow. `node .ci/durations.cjs` prints the slowest, those that never ended first.
const { appendFileSync, existsSync, mkdirSync, readFileSync } = require('node:fs');
const { relative, resolve } = require('node:path');

const ROOT = resolve(__dirname, '..');
const FILE = resolve(ROOT, '.cache/durations.jsonl');
const SHOWN = 20;

class Durations {
  onTestFileStart(test) {
    this.note({ path: test.path, began: Date.now() });
  }

  onTestFileResult(test, result) {
    this.note({ path: test.path, took: result.perfStats.end - result.perfStats.start });
  }

  note(entry) {
    mkdirSync(resolve(ROOT, '.cache'), { recursive: true });
    appendFileSync(FILE, `${JSON.stringify({ ...entry, path: relative(ROOT, entry.path) })}\n`);
  }
}

function slowest() {
  if (!existsSync(FILE)) return [];
  const files = new Map();
  for (const line of readFileSync(FILE, 'utf8').trim().split('\n')) {
    const { path, began, took } = JSON.parse(line);
    files.set(
      path,
      took === undefined ? { path, took: Date.now() - began, ended: false } : { path, took, ended: true },
    );
  }
  return [...files.values()].sort((a, b) => Number(a.ended) - Number(b.ended) || b.took - a.took).slice(0, SHOWN);
}

if (require.main === module) {
  for (const { path, took, ended } of slowest())
    console.log(`${(took / 60_000).toFixed(1).padStart(6)} min  ${path}${ended ? '' : '  (had not ended)'}`);
}

module.exports = Durations;
