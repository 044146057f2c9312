/** Whether a client sends the values or gets them: narrowing hurts senders, widening readers. */
export type Direction = "request" | "response";

/** What a finding belongs to: one operation, or a schema that several operations share. */
export interface Owner {
  /** Unique in a comparison. */
  readonly key: string;
  /** `GET /pets` or `schemas/Order`: the beginning of subjects. */
  readonly name: string;
  /** As messages call it. */
  readonly label: string;
}

/** Where in a description a rule looks. */
export interface ChangePlace {
  readonly owner: Owner;
  /** `request`, `response 200`, `query parameter limit`; none in a shared schema. */
  readonly part?: string;
  /** Properties on the way. */
  readonly path: readonly string[];
  readonly direction: Direction;
  /** Values are texts on the wire: parameters, headers, forms. */
  readonly isText: boolean;
  /** Pointers of what is compared, in each document. */
  readonly base?: string;
  readonly head?: string;
}

/** The key of a finding at a place; `more` says which of several. */
export function subjectOf({ owner, part, path }: ChangePlace, ...more: readonly string[]): string {
  const inside = [...(part === undefined ? [] : [part]), ...path, ...more];
  return inside.length === 0 ? owner.name : `${owner.name}#${inside.join("/")}`;
}

/** The place as a part of a sentence. */
export function whereOf({ owner, part, path }: ChangePlace): string {
  const inner = path.length === 0 ? [] : [`\`${path.join(".")}\``];
  return [...inner, ...(part === undefined ? [] : [part]), owner.label].join(" of ");
}
