import { uniqueName } from "../../util/naming.ts";
import { namesOf } from "../names-of.ts";
import type { RelationalModel } from "../relational-model.ts";
import type { TableObject } from "../table-object.ts";

/** Longest part of a name that still has room for an ending and a number. */
const ROOM = 54;

/** The names of one schema while two versions of it are there at once. */
export interface OnlineNames {
  /** A name that nothing has, before, in between or afterwards. */
  unused(base: string): string;
  /** The name itself, or another one for the time in which the old owner of the name is there. */
  early(name: string): string;
  /** The object under its early name. */
  earlyObject<T extends TableObject>(object: T): T;
}

export function onlineNames(before: RelationalModel, after: RelationalModel): OnlineNames {
  const old = new Set(namesOf(before));
  const taken = new Set([...old, ...namesOf(after)]);
  const given = new Map<string, string>();
  function unused(base: string): string {
    const name = uniqueName(base.slice(0, ROOM), taken, "_");
    taken.add(name);
    return name;
  }
  function early(name: string): string {
    if (!old.has(name)) return name;
    const known = given.get(name) ?? unused(`${name.slice(0, ROOM - 4)}_new`);
    given.set(name, known);
    return known;
  }
  return {
    unused,
    early,
    earlyObject: (object) => ({
      ...object,
      part: { ...object.part, name: early(object.part.name) },
    }),
  };
}
