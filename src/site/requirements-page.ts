import type { Design } from "../design/design.ts";
import type { RenderHtml } from "./create-html-renderer.ts";
import { linkBetween, REQUIREMENTS_PAGE } from "./page-paths.ts";
import type { SitePage } from "./site-page.ts";
import type { Trace } from "./trace-requirements.ts";

/** Every requirement with what it led to; each has an anchor that what it led to links back to. */
export function requirementsPage(
  { system }: Design,
  traces: ReadonlyMap<string, readonly Trace[]>,
  exists: (page: string) => boolean,
  render: RenderHtml,
): SitePage {
  const requirements = system.requirements.map(({ id, name, text, kind, priority, ...rest }) => ({
    id,
    name,
    text,
    kind,
    priority,
    scope: rest.scope === "in" ? "" : rest.scope === "out" ? "out of scope" : "open",
    reason: rest.reason ?? "",
    traces: (traces.get(id) ?? []).map((trace) => ({
      kind: trace.kind,
      name: trace.name,
      href:
        trace.place !== undefined && exists(trace.place)
          ? linkBetween(REQUIREMENTS_PAGE, trace.place)
          : "",
    })),
  }));
  return {
    path: REQUIREMENTS_PAGE,
    title: "Requirements",
    group: "Start",
    listed: true,
    body: render("requirements.html.liquid", { requirements }),
  };
}
