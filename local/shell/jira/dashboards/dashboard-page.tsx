import { Page } from '../../core/page';
import { useTitle } from '../../core/title';
export default function DashboardPage({ dashboardId }: { dashboardId: string }) {
  useTitle('Dashboards', 'Jira');
  return <Page title="Dashboards">none</Page>;
}
