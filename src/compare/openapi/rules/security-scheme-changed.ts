import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import { isDeepEqual } from "../../../util/is-deep-equal.ts";
import type { ApiRule } from "../api-rule.ts";
import { asObject, property } from "../json-node.ts";
import type { JsonObject } from "../json-node.ts";

export const securitySchemeChanged = declareDiagnostic<{
  readonly scheme: string;
  readonly key: string;
}>({
  code: "api/security-scheme-changed",
  severity: "warning",
  message: ({ scheme, key }) =>
    `the security scheme \`${scheme}\` has another ${key}: clients have to prove who they are in another way`,
  fix: "declare the new way as a scheme of its own, and accept both for a while",
});

const KEYS = ["type", "in", "name", "scheme", "openIdConnectUrl"] as const;

export const securitySchemeChangedRule: ApiRule = {
  document({ base, head }) {
    const [before, after] = [schemesOf(base), schemesOf(head)];
    return Object.keys(before).flatMap((scheme) => {
      const [was, is] = [asObject(before[scheme]), asObject(property(after, scheme))];
      if (was === undefined || is === undefined) return [];
      const key = KEYS.find((one) => !isDeepEqual(was[one], is[one]));
      if (key === undefined) return [];
      return [securitySchemeChanged(`securitySchemes/${scheme}`, { scheme, key })];
    });
  },
};

function schemesOf(document: JsonObject | undefined): JsonObject {
  const components = asObject(property(document, "components"));
  return asObject(property(components, "securitySchemes")) ?? {};
}
