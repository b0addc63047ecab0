import SectionMessage from '@atlaskit/section-message';

/** Of a project that takes no part there is nothing to show, and no error. */
export function NotSetUp() {
  return (
    <SectionMessage appearance="information" title="Nothing is set up here yet">
      <p>
        A Jira administrator sets up the AI management system under Apps, AI management. After that, link issues to
        requirements with the field “AIMS requirements”.
      </p>
    </SectionMessage>
  );
}
