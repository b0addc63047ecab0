// Runs Forge's own bundler in a process of its own: it changes the working directory and needs `require.main`.
const path = require('node:path');
const fs = require('node:fs');
const { getNodeBundler } = require('@forge/bundler');
const yaml = require('yaml');

const [root, target] = process.argv.slice(2);
process.chdir(root);
const silent = { info() {}, warn() {}, error: console.error, debug() {}, trace() {} };
// The wrapper is what Forge downloads to run the bundle in Lambda; the local host has its own.
const wrapper = async () => ({ script: '', source: 'local', version: 'local' });
const manifest = yaml.parse(fs.readFileSync('manifest.yml', 'utf8'));
const source = ['ts', 'tsx', 'js'].map((end) => path.resolve(`src/index.${end}`)).find((file) => fs.existsSync(file));

async function main() {
  if (!source)
    throw new Error(`There is no src/index.ts in ${root}. Every function of the manifest is an export of it.`);
  const bundler = getNodeBundler(
    silent,
    { getNodeRuntimeWrapper: wrapper, getNodeRuntimeLoader: wrapper },
    { readConfig: async () => manifest },
  );
  const out = await bundler.bundle({ appDirectory: root, entryPoints: [{ name: 'index', path: source }] });
  const partial = `${target}.${process.pid}`;
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial, { recursive: true });
  for (const file of ['index.cjs', 'index.cjs.map']) {
    if (fs.existsSync(path.join(out.outputDir, file)))
      fs.copyFileSync(path.join(out.outputDir, file), path.join(partial, file));
  }
  try {
    fs.renameSync(partial, target);
  } catch {
    fs.rmSync(partial, { recursive: true, force: true }); // Somebody else was faster; the hash says it is the same bundle.
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
