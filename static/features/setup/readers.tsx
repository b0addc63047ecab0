import Checkbox from '@atlaskit/checkbox';
import Heading from '@atlaskit/heading';
import { useAction } from '../../shared/hooks/use-action';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { ReadView } from '../../shared/ui/read-view';

/** Who sees figures beside the people who hold the permission: readers of Confluence without a login. */
export function Readers() {
  const { reading, retry } = useProcedure('settings.read', {});
  const { action, run } = useAction('settings.save');
  const change = async (publicFigures: boolean) => {
    await run({ publicFigures });
    retry();
  };
  return (
    <section className="stack" aria-label="Readers without a login">
      <Heading size="small" as="h2">
        Readers without a login
      </Heading>
      <ReadView reading={reading} retry={retry} waiting="Loading the settings" failed="The settings cannot be shown">
        {({ publicFigures }) => (
          <>
            <Checkbox
              label="Show the organisation’s counts in Confluence to readers without a login"
              isChecked={publicFigures}
              isDisabled={action.state === 'working'}
              onChange={(event) => void change(event.currentTarget.checked)}
            />
            <p className="subtle small">
              Counts only: no title, no reason, no person, and nothing of a single project or AI system. Whoever is
              logged in without the permission “View AIMS figures” sees the same. A page exported as PDF or Word carries
              these counts too, for nobody knows who reads the file. Off, such readers see a plain notice in place of a
              macro, and so do exports.
            </p>
            <p className="subtle small">
              The AI policy does not depend on this: its approved text, version and dates are always shown to whoever
              may read its page. Who approved it and how many people acknowledged it is shown with a login only.
            </p>
          </>
        )}
      </ReadView>
      {action.state === 'failed' && <FailureBanner error={action.error} title="Nothing was changed" />}
    </section>
  );
}
