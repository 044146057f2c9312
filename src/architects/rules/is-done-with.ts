const CRUD = /^(?=[CRUD-]{4}\s)(?:C|-)(?:R|-)(?:U|-)(?:D|-)\s/;

/** Whether a text speaks of a verb in any of its forms. */
export function isDoneWith(text: string, verb: string): boolean {
  const [first = ""] = verb.split(" ");
  const stem = first.length > 4 ? first.replace(/(?:e|y)$/, "").replace(/ll$/, "l") : first;
  return new RegExp(`\\b${stem.replace(/[^a-z]/gi, ".")}`, "i").test(text) || CRUD.test(text);
}
