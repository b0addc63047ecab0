import * as generic from '../../../controls/inventory/generic.json';
import * as usFederal2024 from '../../../controls/inventory/us-federal-2024.json';

/** What the browser has to know of a mapping: how its file is written. The rest is the app's business. */
export interface Mapping {
  id: string;
  title: string;
  encoding: string;
  delimiter: string;
  /** Day on which the file's statements hold; null when the person who imports states it. */
  asOf: string | null;
}

export const MAPPINGS: readonly Mapping[] = [
  { id: generic.id, title: generic.title, ...generic.file },
  { id: usFederal2024.id, title: usFederal2024.title, ...usFederal2024.file },
];
