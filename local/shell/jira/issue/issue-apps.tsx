import { useEffect, useRef, useState } from 'react';
import { Panel } from '../../core/panel';
import { type Module, useModules } from '../../core/session';
import { ModuleFrame } from '../../frames/module-frame';
import type { Issue } from '../jira';

/** The app's panels beside the issue (`jira:issueContext`): on every issue, each mounted when it comes into view. */
export function IssueApps({ issue, onRefresh }: { issue: Issue; onRefresh: () => void }) {
  const modules = useModules('jira:issueContext');
  return (
    <>
      {modules.map((module) => (
        <IssueApp key={module.key} module={module} issue={issue} onRefresh={onRefresh} />
      ))}
    </>
  );
}

function IssueApp({ module, issue, onRefresh }: { module: Module; issue: Issue; onRefresh: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const { id, key, fields } = issue;
  const { issuetype, project } = fields;
  return (
    <Panel name={`app-${module.key}`} title={module.title}>
      <div ref={place} className="issue-app">
        {seen && (
          <ModuleFrame
            moduleKey={module.key}
            extension={{
              type: 'jira:issueContext',
              issue: { id, key, type: issuetype.name, typeId: issuetype.id },
              project: { id: String(project.id), key: project.key, type: project.projectTypeKey },
            }}
            onRefresh={() => {
              onRefresh();
              return true;
            }}
          />
        )}
      </div>
    </Panel>
  );
}
