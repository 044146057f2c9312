const OBSTRUCTION = "Obstruction";

/** What stands in the way of a write: something on disk that somebody must look at. No bug. */
export function obstruction(message: string): Error {
  return Object.assign(new Error(message), { name: OBSTRUCTION });
}

export function isObstruction(error: unknown): error is Error {
  return error instanceof Error && error.name === OBSTRUCTION;
}
