/** The YAML form of the strings that the plain form does not serve. */
export interface SpecialForms {
  /** Of a value that stands one level (two spaces) deep. */
  readonly values: ReadonlyMap<string, string>;
  readonly keys: ReadonlyMap<string, string>;
}

/** The strings whose form needs thought, in the order in which they are met. */
export interface SpecialStrings {
  readonly values: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** Starts with a letter and holds nothing that has a meaning in YAML: plain wherever it stands. */
const PLAIN = /^[A-Za-z][\w/.,;()'"`*|<>=+%@^$[\]{}!?&-]*(?: [\w/.,;()'"`*|<>=+%@^$[\]{}!?&-]+)*$/;
/** What YAML 1.1 or 1.2 takes for null or a truth value. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/** A key that is longer is written in another way. */
const MAXIMUM_KEY = 1000;

/** What of JSON data needs a special form; nothing where the data are no JSON, or no block of lines. */
export function specialStrings(value: unknown): SpecialStrings | undefined {
  const values = new Set<string>();
  const keys = new Set<string>();
  return isBlock(value) && collect(value, values, keys) ? { values, keys } : undefined;
}

/** The lines of JSON data as YAML blocks, two spaces for each level. */
export function blockYaml(value: unknown, forms: SpecialForms): string {
  const lines: string[] = [];
  write(value, "", "", forms, lines);
  return `${lines.join("\n")}\n`;
}

function collect(value: unknown, values: Set<string>, keys: Set<string>): boolean {
  if (typeof value === "string") {
    if (!isPlain(value)) values.add(value);
    return true;
  }
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "boolean" || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => collect(item, values, keys));
  if (!isRecord(value)) return false;
  for (const key of Object.keys(value)) {
    if (!isPlain(key)) {
      if (!/^[\x20-\x7e]*$/.test(key) || /^(?:---|\.\.\.)/.test(key)) return false;
      keys.add(key);
    }
    const item = value[key];
    // Left out of a map, as in JSON.
    if (key.length > MAXIMUM_KEY || (item !== undefined && !collect(item, values, keys)))
      return false;
  }
  return true;
}

/** `start` begins the first line, and `indent` all others. */
function write(
  value: unknown,
  start: string,
  indent: string,
  forms: SpecialForms,
  lines: string[],
): void {
  let lead = start;
  if (Array.isArray(value)) {
    for (const item of value) {
      writeItem(item, `${lead}-`, indent, forms, lines);
      lead = indent;
    }
    return;
  }
  for (const [key, item] of Object.entries(value as object)) {
    if (item === undefined) continue;
    const name = `${lead}${forms.keys.get(key) ?? key}:`;
    if (isBlock(item)) {
      lines.push(name);
      write(item, `${indent}  `, `${indent}  `, forms, lines);
    } else lines.push(`${name} ${scalar(item, indent, forms)}`);
    lead = indent;
  }
}

function writeItem(
  item: unknown,
  dash: string,
  indent: string,
  forms: SpecialForms,
  lines: string[],
): void {
  if (isBlock(item)) write(item, `${dash} `, `${indent}  `, forms, lines);
  else lines.push(`${dash} ${scalar(item, indent, forms)}`);
}

function scalar(value: unknown, indent: string, { values }: SpecialForms): string {
  if (typeof value === "string") {
    const form = values.get(value) ?? value;
    return indent !== "" && form.includes("\n") ? form.replace(/\n(?!\n|$)/g, `\n${indent}`) : form;
  }
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[]" : "{}";
  return JSON.stringify(value);
}

/** Whether it is written on lines of its own: an empty one is not. */
function isBlock(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isRecord(value) && Object.values(value).some((item) => item !== undefined);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !RESERVED.test(text);
}
