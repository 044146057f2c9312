import { atPointer } from "../../../util/json-pointer.ts";
import { fromFragment } from "./from-fragment.ts";
import { recordOf } from "./record-of.ts";

/** A mapping and where it stands after every reference to it was followed. */
export interface Followed {
  readonly value: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

/** More references in a row are a circle, or nobody's document. */
const MAXIMUM_HOPS = 20;

/** What a value is or refers to, inside the document. */
export function follow(root: unknown, start: unknown, pointer: string): Followed {
  let [value, place] = [recordOf(start), pointer];
  for (let hop = 0; hop < MAXIMUM_HOPS; hop++) {
    const ref = value["$ref"];
    if (typeof ref !== "string" || !ref.startsWith("#")) break;
    place = fromFragment(ref);
    value = recordOf(atPointer(root, place));
  }
  return { value, pointer: place };
}
