import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { asList, asObject, asText, property } from "../json-node.ts";
import type { JsonObject } from "../json-node.ts";

export const serverRemoved = declareDiagnostic<{ readonly url: string; readonly others: string }>({
  code: "api/server-removed",
  severity: "warning",
  message: ({ url, others }) =>
    `the server ${url} is not listed any more; there is ${others === "" ? "none" : others}`,
  fix: "keep the old address answering, or redirecting, while clients move",
});

export const serverRemovedRule: ApiRule = {
  document({ base, head }) {
    const [before, after] = [serversOf(base), serversOf(head)];
    const others = after.join(", ");
    return before
      .filter((url) => !after.includes(url))
      .map((url) => serverRemoved(`servers/${url}`, { url, others }));
  },
};

function serversOf(document: JsonObject | undefined): readonly string[] {
  const urls = asList(property(document, "servers")).flatMap(
    (server) => asText(asObject(server)?.["url"]) ?? [],
  );
  return urls.map((url) => url.replace(/\/+$/, "")).filter((url) => url !== "");
}
