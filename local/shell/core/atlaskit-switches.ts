/**
 * Atlaskit keeps its themes of increased contrast behind a switch of the product around it. Here the shell is the product.
 * Imported before everything of Atlaskit, which reads the resolver when it draws.
 */
Object.assign(globalThis, {
  __PLATFORM_FEATURE_FLAGS__: { booleanResolver: (name: string) => name === 'platform_increased-contrast-themes' },
});
