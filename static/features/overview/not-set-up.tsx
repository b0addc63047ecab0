import SectionMessage from '@atlaskit/section-message';
import { HOW_TO_SET_UP, NOT_SET_UP } from '../../../src/words/screens/overview/beginning';

/** Of a project that takes no part there is nothing to show, and no error. */
export function NotSetUp() {
  return (
    <SectionMessage appearance="information" title={NOT_SET_UP}>
      <p>{HOW_TO_SET_UP}</p>
    </SectionMessage>
  );
}
