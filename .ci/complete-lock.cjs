// Adds the optional packages of other platforms to package-lock.json. A registry that holds packages for this platform only
// makes `npm install` leave them out of the lock file, and `npm ci` then refuses it. Run after every `npm install`.
const { readFileSync, writeFileSync } = require('node:fs');

const SYSTEMS = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

/** The platform that a package's name tells, in the fields by which npm skips it elsewhere. */
function platformOf(name) {
  const words = name.replace(/^@[^/]*\//, '').split(/[-/]/);
  const system = SYSTEMS.find((word) => words.includes(word) || (word === 'linux' && words.includes('linuxmusl')));
  const processor =
    PROCESSORS.find((word) => words.includes(word)) ?? (words.includes('universal') ? undefined : 'wasm32');
  return {
    ...(processor ? { cpu: [processor] } : {}),
    ...(words.includes('musl') ? { libc: ['musl'] } : {}),
    ...(system ? { os: [system] } : {}),
  };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    // npm looks in the package's own node_modules first, then in those around it.
    const places = [...path.matchAll(/node_modules\//g)].map((match) => path.slice(0, match.index)).concat(`${path}/`);
    if (places.some((place) => lock.packages[`${place}node_modules/${name}`])) continue;
    lock.packages[`node_modules/${name}`] = {
      version: version.replace(/^[^\d]*/, ''),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...platformOf(name),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added.`);
