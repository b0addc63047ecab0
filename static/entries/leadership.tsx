import { OrganisationPage } from '../features/management/organisation-page';
import { startPage } from '../shared/bridge/start';
import { ORGANISATION_SECTIONS } from '../shared/routes';

void startPage(ORGANISATION_SECTIONS, () => <OrganisationPage />);
