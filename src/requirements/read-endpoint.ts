/** An endpoint that the document names. */
export interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly rest: string;
}

const ENDPOINT =
  /^(?:\[?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\]?)\s+(?:https?:\/\/[^\s/]+)?(\/[^\s`,;]*)\s*(.*)$/;

/** Reads a line such as `POST /api/users/login`; `undefined` where it is none. */
export function readEndpoint(text: string): Endpoint | undefined {
  const match = ENDPOINT.exec(text.slice(0, 2000));
  if (match === null) return undefined;
  return {
    method: match[1] ?? "",
    path: (match[2] ?? "").replace(/[.,;:)]+$/, ""),
    rest: (match[3] ?? "").replace(/^[-–—:\s]+/, ""),
  };
}
