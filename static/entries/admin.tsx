import '../shared/ui/screen';
import { AdminPage } from '../features/setup/admin-page';
import { startPage } from '../shared/bridge/start-page';
import { ADMIN_SECTIONS } from '../shared/routes';

void startPage(ADMIN_SECTIONS, (context) => <AdminPage timeZone={context.timezone} />);
