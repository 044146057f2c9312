export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
}

const TOKEN = /<\?xml [^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

/** Reads elements, attributes and text; throws where the text is not well-formed XML 1.0. */
export function readXml(text: string): XmlElement {
  // Characters that XML 1.0 (2.2) excludes, and ampersands that begin no reference.
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text)) {
    throw new Error("a character that XML has not");
  }
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error("a stray ampersand");
  const top: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [top];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length;) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    if (token === null) throw new Error(`no XML at ${text.slice(at, at + 60)}`);
    const [, closed, opened, attributes = "", isEmpty, words] = token;
    if (words?.includes("]]>") === true) throw new Error("]]> in text");
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`stray </${closed}>`);
    if (opened === undefined) continue;
    const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)];
    const element: XmlElement = {
      name: opened,
      attributes: Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, value])),
      children: [],
    };
    open.at(-1)?.children.push(element);
    if (isEmpty === "") open.push(element);
  }
  const [root] = top.children;
  if (open.length !== 1 || root === undefined) throw new Error("an element is not closed");
  return root;
}
