/** A text inside HTML, SVG or XML. */
export const escapeMarkup = (text: string): string =>
    text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;");

/** One element; attributes are escaped, the content is taken as markup. */
export function element(
    name: string,
    attributes: { readonly [attribute: string]: string | number | undefined },
    content?: string | readonly string[],
): string {
    const written = Object.entries(attributes)
        .filter(([, value]) => value !== undefined)
        .map(([attribute, value]) => ` ${attribute}="${escapeMarkup(String(value))}"`)
        .join("");
    const inner = typeof content === "string" ? content : content?.join("");
    return inner === undefined ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}
