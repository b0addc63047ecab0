// Adds up the counts of several test runs into one closing line. A skipped test fails here: nothing is skipped in CI.
const { readFileSync } = require('node:fs');

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const file of process.argv.slice(2)) {
  const run = JSON.parse(readFileSync(file, 'utf8'));
  sum.passed += run.numPassedTests;
  sum.failed += run.numFailedTests;
  sum.skipped += run.numPendingTests;
  for (const test of run.testResults.flatMap(({ assertionResults }) => assertionResults))
    if (test.status === 'passed' && test.invocations > 1) console.log(`Needed a second try: ${test.fullName}`);
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed + sum.skipped > 0 ? 1 : 0;
