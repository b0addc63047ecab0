/** What a site whose licence of the app has ended is told, above every page and when something is refused. */
export const LICENCE_ENDED =
  'The app’s licence on this site has ended: figures go on and can be read and exported, and nothing is decided, approved, imported or set up.';
export const LICENCE_REMEDY = 'A site administrator renews it among the site’s apps in Atlassian Administration.';
