import { ADMIN_SECTIONS } from '../../shared/routes';
import { startPage } from '../../shared/start';
import { AdminPage } from './admin-page';

void startPage(ADMIN_SECTIONS, (context) => <AdminPage timeZone={context.timezone} />);
