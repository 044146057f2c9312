import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";

export const errorRegistryIncomplete = declareDiagnostic<{
  readonly status: number;
  readonly meaning: string;
}>({
  code: "design/error-registry-incomplete",
  severity: "error",
  message: ({ status, meaning }) =>
    `the API policy registers no error with status ${status} (${meaning})`,
  fix: ({ status, meaning }) =>
    `add an error with status ${status} to api.errors, for ${meaning}, with what a client should do`,
});

/** What any API answers sooner or later (RFC 9110 §15.5 and §15.6, RFC 6585 §4). */
const ALWAYS: readonly (readonly [status: number, meaning: string])[] = [
  [400, "a request that cannot be read"],
  [404, "a resource that does not exist"],
  [409, "a conflict with the present state"],
  [500, "a fault of the server"],
];

/** The error registry has every status that operations have to answer with. */
export const errorRegistryIncompleteCheck: DesignCheck = {
  after: ["access"],
  check({ system: { api, auth } }) {
    const registered = new Set(api.errors.map(({ status }) => status));
    const needed = [
      ...ALWAYS,
      ...(auth.mechanisms.length > 0
        ? ([[401, "a caller who has not proved who it is"]] as const)
        : []),
      ...(auth.permissions.length > 0 ? ([[403, "a caller who may not do this"]] as const) : []),
      ...(api.rateLimits.length > 0 ? ([[429, "a caller who is too fast"]] as const) : []),
    ];
    return needed
      .filter(([status]) => !registered.has(status))
      .map(([status, meaning]) => errorRegistryIncomplete("system/api", { status, meaning }));
  },
};
