import { fieldLine } from "./field-line.ts";
import { settledFacts, settledNames } from "./settled-facts.ts";
import type { Level } from "./settled-sections.ts";

/** How much is told of a section. */
export interface Telling {
  readonly level: Level;
  /** Longest text, in characters. */
  readonly prose: number;
  /** Most items of a list. */
  readonly items: number;
}

/** What is told of a section or of a list in it, or `undefined` where there is nothing to tell. */
export function tellElements(list: string, value: unknown, telling: Telling): unknown {
  const told = tell(list, value, telling);
  return isWorth(told) ? told : undefined;
}

function tell(list: string, value: unknown, telling: Telling): unknown {
  if (typeof value === "string") return shorten(value, telling.prose);
  if (Array.isArray(value)) return tellList(list, value, telling);
  if (typeof value !== "object" || value === null) return value;
  const isWhole = telling.level === "whole";
  const entries = Object.entries(value)
    .filter(([key]) => isWhole || settledFacts[key]?.length !== 0)
    .map(([key, item]) => [key, tell(key, item, telling)] as const);
  return Object.fromEntries(entries.filter(([, item]) => isWorth(item)));
}

function tellList(list: string, items: readonly unknown[], telling: Telling): unknown {
  const left = items.length - telling.items;
  const shown = items
    .slice(0, telling.items)
    .map((item) => tellItem(list, item, telling))
    .filter(isWorth);
  return left > 0 ? [...shown, `and ${left} more`] : shown;
}

function tellItem(list: string, item: unknown, telling: Telling): unknown {
  if (telling.level === "whole" || typeof item !== "object" || item === null) {
    return tell(list, item, telling);
  }
  if (list === "fields") return shorten(fieldLine(item), telling.prose);
  const kept = telling.level === "facts" ? settledFacts[list] : settledNames;
  if (kept === undefined) return tell(list, item, telling);
  const entries = Object.entries(item).filter(([key]) => kept.includes(key));
  return tell(list, Object.fromEntries(entries), telling);
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function isWorth(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}
