import type { Operation } from "../../../design/design.ts";

const PHRASE = /^\s*([A-Za-z]+)\s+(\S+)\s+(\d{3})(?:\s+then\s+(\S+)\s+after\s+(\d{1,6})\s*s?)?\s*$/;

/**
 * Where an operation is reached, from its phrase: `POST /orders 201`. Nothing for `""`. What is done
 * later says which query tells how far it is: `POST /exports 202 then get-export after 5`.
 */
export function parseHttp(phrase: string): {
  readonly http?: unknown;
  readonly progress?: unknown;
} {
  if (phrase.trim() === "") return {};
  const [, method, path, status, operation, seconds] = PHRASE.exec(phrase) ?? [];
  if (method === undefined || path === undefined) return { http: phrase };
  return {
    http: {
      method: method.toLowerCase(),
      path: path.replace(/(?<=.)\/+$/, ""),
      status: Number(status),
    },
    ...(operation === undefined
      ? {}
      : { progress: { operation, retryAfterSeconds: Number(seconds) } }),
  };
}

/** The other way round. */
export function formatHttp({ http, progress }: Pick<Operation, "http" | "progress">): string {
  if (http === undefined) return "";
  const later =
    progress === undefined ? "" : ` then ${progress.operation} after ${progress.retryAfterSeconds}`;
  return `${http.method.toUpperCase()} ${http.path} ${http.status}${later}`;
}
