/** What a style sheet is to tests that draw components in Node: each class has its own name. */
export default new Proxy<Record<string, string>>({}, { get: (_, name) => String(name) });
