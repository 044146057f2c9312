import { assertNever } from "../util/assert-never.ts";
import { toKebab, toTitle, wordsOf } from "../util/naming.ts";
import type { ValueDescription } from "./value-description.ts";

const GIVEN = ["Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Frances", "Tony"];
const FAMILY = ["Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov", "Knuth", "Allen", "Hoare"];
const CITIES = ["Lisbon", "Oslo", "Vienna", "Utrecht", "Bologna", "Ghent", "Tampere", "Cork"];
const STREETS = ["Harbour Street", "Mill Lane", "Station Road", "Garden Way", "Church Street"];
const CURRENCIES = "EUR USD GBP CHF SEK NOK DKK PLN CZK JPY CAD AUD NZD SGD ZAR BRL".split(" ");
const COUNTRIES = "DE FR NL PT IT ES AT CH SE NO DK FI PL CZ IE BE GB US CA AU NZ JP".split(" ");
const REFERENCE_WORDS = new Set(["number", "code", "sku", "reference", "key", "id", "token"]);

/** A realistic text for a name, within the bounds; another one for every ordinal. */
export function sampleText(
  value: ValueDescription,
  name: string,
  ordinal: number,
  like?: string,
): string {
  const number = String(ordinal + 1);
  const format = value.format ?? formatOfName(name);
  switch (format) {
    case "email":
      return email(value, ordinal);
    case "uri":
      return uri(value, name, number);
    case "phone":
      return `+1${202 + Math.floor(ordinal / 100)}55501${String(ordinal % 100).padStart(2, "0")}`;
    case "slug":
      return fit(`${toKebab(like ?? name)}-`, number, value, "");
    case "currency":
      return cycle(CURRENCIES, ordinal);
    case "country":
      return cycle(COUNTRIES, ordinal);
    case "password":
      return fit("Example-passphrase-", number, value, "");
    case undefined:
      return plain(value, name, ordinal, like);
    default:
      return assertNever(format);
  }
}

function plain(value: ValueDescription, name: string, ordinal: number, like?: string): string {
  if (like !== undefined) return fit(`${like}-`, String(ordinal + 1), value);
  const words = new Set(wordsOf(name));
  const person = `${cycle(GIVEN, ordinal)} ${cycle(FAMILY, ordinal)}`;
  const last = wordsOf(name).at(-1) ?? "";
  const round = ordinal < STREETS.length ? "" : ` ${ordinal + 1}`;
  if (last === "name" && (words.has("first") || words.has("given"))) {
    return fit(cycle(GIVEN, ordinal), round, value);
  }
  if (last === "surname" || (last === "name" && (words.has("last") || words.has("family")))) {
    return fit(cycle(FAMILY, ordinal), round, value);
  }
  if (last === "name" && (words.has("full") || words.has("customer") || words.has("user"))) {
    return fit(person, round, value);
  }
  if (last === "city" || last === "town") return fit(cycle(CITIES, ordinal), round, value);
  if (last === "street" || last === "address") {
    return fit(`${cycle(STREETS, ordinal)} `, String(ordinal + 1), value);
  }
  if (last === "zip" || last === "postcode" || words.has("postal")) {
    return fit("", String(10_001 + ordinal), value);
  }
  if (REFERENCE_WORDS.has(last)) {
    const initials = wordsOf(name).map((word) => word.charAt(0).toUpperCase());
    return fit(`${initials.join("")}-`, String(1001 + ordinal), value);
  }
  const title = wordsOf(name).length === 0 ? "Text" : toTitle(name);
  if (value.type === "text") return fit(`${title} of example `, String(ordinal + 1), value);
  return fit(`${title} `, String(ordinal + 1), value);
}

function email(value: ValueDescription, ordinal: number): string {
  const round = ordinal < GIVEN.length ? "" : String(ordinal + 1);
  const hosts = ["@example.com", "@a.example"];
  const host = hosts.find(({ length }) => length + 8 <= (value.maxLength ?? Infinity)) ?? "@a.co";
  const bounds = {
    minLength: Math.max(0, (value.minLength ?? 0) - host.length),
    maxLength: Math.min(64, (value.maxLength ?? Infinity) - host.length),
  };
  return fit(cycle(GIVEN, ordinal).toLowerCase(), round, bounds, "") + host;
}

function uri(value: ValueDescription, name: string, number: string): string {
  const starts = [`https://example.com/${toKebab(name)}/`, "https://example.com/", "https://a.co/"];
  const start = starts.find(({ length }) => length + 4 <= (value.maxLength ?? Infinity)) ?? "a:";
  return fit(start, number, value, "");
}

/** Keeps the end, which tells two ordinals apart, and cuts or stretches what is before it. */
function fit(
  start: string,
  end: string,
  { minLength = 0, maxLength = Infinity }: Pick<ValueDescription, "minLength" | "maxLength">,
  filler = " and so on",
): string {
  const characters = Array.from(start);
  // Of constant width where the start is cut, or a digit of the start might stand in for one.
  const isCut = characters.length + 4 > maxLength && end !== "";
  const tail = isCut ? end.padStart(Math.min(4, maxLength), "0").slice(-maxLength) : end;
  const text = characters.slice(0, Math.max(0, maxLength - tail.length)).join("") + tail;
  const missing = minLength - Array.from(text).length;
  if (missing <= 0) return text === "" ? "x" : text;
  const stretch = (filler === "" ? "x" : filler).repeat(missing).slice(0, missing);
  return `${text}${stretch}`.replace(/ $/, ".");
}

function formatOfName(name: string): ValueDescription["format"] {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === "email" || (words.includes("email") && last === "address")) return "email";
  if (last === "url" || last === "uri" || last === "website") return "uri";
  if (last === "phone" || (words.includes("phone") && last === "number")) return "phone";
  return last === "slug" ? "slug" : undefined;
}

function cycle(items: readonly string[], ordinal: number): string {
  return items[ordinal % items.length] ?? "";
}
