import { startScreen } from '../../shared/start';
import { AdminPage } from './admin-page';

void startScreen((context) => <AdminPage timeZone={context.timezone} />);
