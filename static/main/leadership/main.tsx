import './leadership.css';
import { startPage } from '../../shared/start';
import { ManagementPage } from '../overview/management-page';
import { Projects } from './projects';

void startPage((context) => (
  <ManagementPage
    projectId={null}
    timeZone={context.timezone}
    scope="Whole organisation"
    below={<Projects />}
    printable
  />
));
