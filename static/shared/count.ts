export { agreeing, counted, countWords } from '../../src/contract/words';
