export { counted, countWords } from '../../src/contract/words';
