/**
 * A diagram of groundplan in the smaller language of the renderer without a browser: no front matter,
 * no entities, no aliases of tables, one key for each column.
 */
export function plainMermaid(text: string): string {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, "").replace(/#(\d+);/g, lookAlike);
  const lines = body.split("\n");
  const [kind = ""] =
    lines
      .find((line) => line.trim() !== "")
      ?.trim()
      .split(/\s/) ?? [];
  if (kind === "erDiagram") return plainEntities(lines).join("\n");
  if (kind === "sequenceDiagram") {
    return lines.map((line) => line.replace(/@\{[^}]*\}/, "")).join("\n");
  }
  return lines
    .filter((line) => !line.includes(" ~~~ "))
    .map((line) => line.replace(/<\/?(?:b|small)>/g, ""))
    .join("\n");
}

function plainEntities(lines: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const line of lines) {
    const [, id, label] = /^ {2}(\w+)\["(.*)"\] \{$/.exec(line) ?? [];
    if (id === undefined || label === undefined) continue;
    const name = label.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "_");
    const plain = /^[A-Za-z]/.test(name) ? name : id;
    names.set(id, [...names.values()].includes(plain) ? id : plain);
  }
  return lines.map((line) => {
    const [, id] = /^ {2}(\w+)\["/.exec(line) ?? [];
    if (id !== undefined) return `  ${names.get(id) ?? id} {`;
    const [, one, marks, many, label] =
      /^ {2}(\w+) ([|}o{]{2}--[|}o{]{2}) (\w+) : "(.*)"$/.exec(line) ?? [];
    if (one !== undefined && many !== undefined && marks !== undefined) {
      const words = label === undefined || label.trim() === "" ? "has" : label;
      return `  ${names.get(one) ?? one} ${marks} ${names.get(many) ?? many} : "${words}"`;
    }
    return line.replace(/\bPK, .*$/, "PK").replace(/\bFK, .*$/, "FK");
  });
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '"': "”",
  "#": "＃",
  "&": "＆",
  "<": "‹",
  ">": "›",
  ";": "；",
  "\\": "＼",
  $: "＄",
  "`": "ˋ",
  "%": "％",
  "~": "∼",
  ":": "∶",
};

function lookAlike(_: string, code: string): string {
  const character = String.fromCodePoint(Number(code));
  return LOOK_ALIKES[character] ?? character;
}

/** The characters that stood there before `plainMermaid`. */
export function withoutLookAlikes(text: string): string {
  return Object.entries(LOOK_ALIKES).reduce(
    (whole, [character, other]) => whole.replaceAll(other, character),
    text,
  );
}
