import type { JsonObject } from "./json-node.ts";

/** What a description says about its end: `x-sunset` with a date (RFC 3339, RFC 8594). */
export type Sunset =
  | { readonly kind: "none" }
  | { readonly kind: "invalid"; readonly text: string }
  | { readonly kind: "date"; readonly date: string };

/** The sunset of an operation, a parameter or a property. */
export function sunsetOf(value: JsonObject | undefined): Sunset {
  const text = value?.["x-sunset"];
  if (text === undefined || text === null) return { kind: "none" };
  const date = typeof text === "string" ? /^(\d{4}-\d\d-\d\d)(?:$|T)/.exec(text)?.[1] : undefined;
  const [, month = 0, day = 0] = date?.split("-").map(Number) ?? [];
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return date !== undefined && isDate
    ? { kind: "date", date }
    : { kind: "invalid", text: typeof text === "string" ? text : JSON.stringify(text) };
}

/** How well clients were told before something went. */
export type Farewell = "none" | "announced" | "too-early";

/** Whether something may go today: it was deprecated, and its sunset, if it states one, is over. */
export function farewellOf(value: JsonObject | undefined, today: string): Farewell {
  if (value?.["deprecated"] !== true) return "none";
  const sunset = sunsetOf(value);
  if (sunset.kind === "none") return "announced";
  return sunset.kind === "date" && sunset.date <= today ? "announced" : "too-early";
}
