import '../shared/ui/screen';
import { OrganisationPage } from '../features/management/organisation-page';
import { startPage } from '../shared/bridge/start-page';
import { ORGANISATION_SECTIONS } from '../shared/routes';

void startPage(ORGANISATION_SECTIONS, () => <OrganisationPage />);
