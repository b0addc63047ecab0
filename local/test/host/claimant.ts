import { claim } from '../../claim';

/** A process that claims a path at a given instant, says whether it got it, and holds it until it is ended. */
const [path = '', at = '0'] = process.argv.slice(2);
setTimeout(() => {
  try {
    claim(path);
    console.log('got it');
    setInterval(() => undefined, 1_000);
  } catch (error) {
    console.log((error as Error).message);
  }
}, Number(at) - Date.now());
