import SectionMessage from '@atlaskit/section-message';
import { LICENCE_ENDED, LICENCE_REMEDY } from '../../../src/words/licence';

/** Above every page of a site whose licence of the app has ended. */
export default function LicenceNotice() {
  return (
    <SectionMessage appearance="warning">
      <p>{LICENCE_ENDED}</p>
      <p>{LICENCE_REMEDY}</p>
    </SectionMessage>
  );
}
