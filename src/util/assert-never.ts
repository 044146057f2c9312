/** Marks a branch that the types make unreachable; reaching it is a bug in groundplan. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
