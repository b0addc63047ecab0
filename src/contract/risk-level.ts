/** What screens need of a risk's level. */
export { bandOf } from '../domain/criteria/criteria';
