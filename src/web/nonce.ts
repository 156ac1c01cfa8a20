// The content policy allows style elements only with this page's nonce. Ant Design passes it on, but two helpers below it
// (scroll lock, scroll-bar measure) do not, so every style element gets it at birth. Imported before everything else.
export const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;

const create = document.createElement.bind(document);
if (nonce !== undefined) {
  const withNonce = (tag: string, options?: ElementCreationOptions): HTMLElement => {
    const made = create(tag, options);
    if (made instanceof HTMLStyleElement) made.nonce = nonce;
    return made;
  };
  // The overloads of createElement only narrow the result by tag; the element made is the same.
  document.createElement = withNonce as typeof document.createElement;
}
