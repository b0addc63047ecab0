/**
 * Scopes that the manifest declares before anything calls for them, with the part of the product that brings the call: a scope that is
 * added later is a major version, for which an administrator of every customer has to consent.
 */
export const SCOPES_TO_COME: Readonly<Record<string, string>> = {
  'write:page:confluence': 'documents from templates, minutes of management reviews',
  'read:space:confluence': 'the space of the AIMS',
  'read:content.property:confluence': 'controlled documents',
  'write:content.property:confluence': 'controlled documents',
  'read:attachment:confluence': 'frozen copies of approved documents',
  'write:attachment:confluence': 'frozen copies of approved documents',
};
