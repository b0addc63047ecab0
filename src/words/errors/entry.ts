/** An error of the registry: `message` says what is so, `remedy` what to do about it; both are for people. */
export interface ErrorEntry {
  /** Who can mend it: the person, the site's products, or the app itself. */
  fault: 'user' | 'site' | 'us';
  message: string;
  remedy: string;
  /** The same call may succeed later without anything being changed. */
  retry: boolean;
}
