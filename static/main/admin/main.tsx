import { startPage } from '../../shared/start';
import { AdminPage } from './admin-page';

void startPage((context) => <AdminPage timeZone={context.timezone} />);
