import { dataOf, useRead } from '../../core/site';

/** How a dialog lays out an issue's fields, and what it says below them. */
export interface FormLayout {
  tabs: readonly { name: string; fieldIds: readonly string[] }[];
  /** By field id. */
  descriptions: Readonly<Record<string, string>>;
}

/** Until it is read, and where nothing is said, fields are one list without words. */
const PLAIN: FormLayout = { tabs: [], descriptions: {} };

const pathOf = (operation: 'create' | 'edit', project: string, issueType: string): string =>
  `/local/jira/form?${new URLSearchParams({ operation, project, issueType })}`;

/** The form for an operation on issues of a type. */
export const useForm = (operation: 'create' | 'edit', project: string, issueType: string) =>
  useRead<FormLayout>(pathOf(operation, project, issueType));

/** As `useForm`, for what is of use without it, too. */
export const useFormIfAny = (operation: 'create' | 'edit', project: string, issueType: string): FormLayout =>
  dataOf(useForm(operation, project, issueType)) ?? PLAIN;

/** The fields by tab, in the order of the screen; what stands on no tab comes with the first. */
export function tabbed<Field extends { key: string }>(
  fields: readonly Field[],
  { tabs }: FormLayout,
): { name: string; fields: Field[] }[] {
  const placed = new Set(tabs.flatMap(({ fieldIds }) => fieldIds));
  const groups = tabs.map(({ name, fieldIds }, place) => ({
    name,
    fields: [
      ...fieldIds.flatMap((id) => fields.find(({ key }) => key === id) ?? []),
      ...(place === 0 ? fields.filter(({ key }) => !placed.has(key)) : []),
    ],
  }));
  const shown = groups.filter((group) => group.fields.length > 0);
  return shown.length > 0 ? shown : [{ name: '', fields: [...fields] }];
}
