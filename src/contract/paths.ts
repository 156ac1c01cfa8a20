// Every route of the API by name: method and path, without zod, so that the web bundle can call them cheaply.

export const paths = {
  getRulebook: { method: 'get', path: '/api/rulebook' },
  listFacts: { method: 'get', path: '/api/facts' },
  listItems: { method: 'get', path: '/api/items' },
  getItem: { method: 'get', path: '/api/items/{pack}/{name}' },
  evaluateItem: { method: 'post', path: '/api/items/{pack}/{name}/evaluations' },
  listCases: { method: 'get', path: '/api/items/{pack}/{name}/cases' },
  search: { method: 'get', path: '/api/search' },
  listDocuments: { method: 'get', path: '/api/documents' },
  getDocument: { method: 'get', path: '/api/documents/{id}' },
  listTerms: { method: 'get', path: '/api/terms' },
  listGates: { method: 'get', path: '/api/gates' },
  listWindows: { method: 'get', path: '/api/windows' },
  listChanges: { method: 'get', path: '/api/changes' },
  getCalendar: { method: 'get', path: '/api/calendar' },
  listSamples: { method: 'get', path: '/api/samples' },
  getSample: { method: 'get', path: '/api/samples/{id}' },
  assessSample: { method: 'get', path: '/api/samples/{id}/assessment' },
  readEnterpriseFile: { method: 'post', path: '/api/enterprise-files' },
  assess: { method: 'post', path: '/api/assessments' },
} as const satisfies Record<string, { readonly method: 'get' | 'post'; readonly path: `/api/${string}` }>;

export type RouteName = keyof typeof paths;

/** The pages of the web app, so that the server can tell an address that exists from one that does not. */
export const pages = [
  '/',
  '/try',
  '/items',
  '/items/{pack}/{name}',
  '/firms/{id}',
  '/documents',
  '/documents/{id}',
  '/ladder',
  '/terms',
  '/changes',
  '/compare',
  '/parts',
] as const;

/** A matcher of one such pattern: a name in braces stands for one segment of the path. */
export const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`);
