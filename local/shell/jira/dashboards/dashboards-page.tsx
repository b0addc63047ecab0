import { Page } from '../../core/page';
import { useTitle } from '../../core/title';
export default function DashboardsPage() {
  useTitle('Dashboards', 'Jira');
  return <Page title="Dashboards">none</Page>;
}
