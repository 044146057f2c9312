import type { Operation } from "../../../design/design.ts";

/** Where an operation is reached, from its phrase: `POST /orders 201`. Nothing for `""`. */
export function parseHttp(phrase: string): unknown {
  if (phrase.trim() === "") return undefined;
  const [, method, path, status] = /^\s*([A-Za-z]+)\s+(\S+)\s+(\d{3})\s*$/.exec(phrase) ?? [];
  if (method === undefined || path === undefined) return phrase;
  return {
    method: method.toLowerCase(),
    path: path.replace(/(?<=.)\/+$/, ""),
    status: Number(status),
  };
}

/** The other way round. */
export function formatHttp(http: Operation["http"]): string {
  return http === undefined ? "" : `${http.method.toUpperCase()} ${http.path} ${http.status}`;
}
