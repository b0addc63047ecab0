/** The key of the project that an address of Jira belongs to, or null. */
export function projectOf(path: string): string | null {
  const [, area, first = ''] = path.split('/');
  if (area === 'projects') return first === '' ? null : first;
  return area === 'browse' ? first.replace(/-\d+$/, '') : null;
}
