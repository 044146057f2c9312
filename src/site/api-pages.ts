import type { Artifact } from "../artifacts/artifact.ts";
import type { Design, Operation } from "../design/design.ts";
import type { RenderHtml } from "./create-html-renderer.ts";
import { linkedRequirements } from "./linked-requirements.ts";
import { linkBetween, pageOfArtifact, tablePage } from "./page-paths.ts";
import type { SiteFile, SitePage } from "./site-page.ts";
import { sourcePage } from "./source-pages.ts";

export interface ApiPages {
  readonly pages: readonly SitePage[];
  /** The contracts as scripts: a page from the file system may load nothing else. */
  readonly files: readonly SiteFile[];
}

/**
 * For each contract a page that says of every operation who may call it, what it is for and what it
 * touches, and the whole reference in Swagger UI.
 */
export async function apiPages(
  design: Design,
  artifacts: readonly Artifact[],
  tables: ReadonlySet<string>,
  render: RenderHtml,
): Promise<ApiPages> {
  const { parse } = await import("yaml");
  const contracts = artifacts.filter(({ kind }) => kind === "openapi");
  const pages: SitePage[] = [];
  const files: SiteFile[] = [];
  for (const artifact of contracts) {
    const path = pageOfArtifact(artifact);
    const reference = path.replace(/\.html$/, "-reference.html");
    const script = path.replace(/\.html$/, "-contract.js");
    const contract: unknown = parse(artifact.text, { maxAliasCount: 0 });
    const title = titleOf(artifact, design);
    const links = {
      reference: linkBetween(path, reference),
      source: linkBetween(path, sourcePage(artifact)),
    };
    const operations = viewsOf(design, artifact, path, tables);
    const body = render("api.html.liquid", { title, operations, ...links });
    pages.push(
      { path, title, group: "API", listed: true, body },
      {
        path: reference,
        title: `${title}, reference`,
        group: "API",
        listed: false,
        body: render("reference.html.liquid", { title, back: linkBetween(reference, path) }),
        scripts: [script, "assets/swagger-ui-bundle.js", "assets/reference.js"],
        styles: ["assets/swagger-ui.css"],
        bare: true,
      },
    );
    files.push({
      path: script,
      content: `window.groundplanContract = ${JSON.stringify(contract)};\n`,
    });
  }
  return { pages, files };
}

function titleOf({ context, path }: Artifact, { system }: Design): string {
  const name = path.replace(/^openapi\/|\.(?:yaml|json)$/g, "");
  const found = system.contexts.find(({ id }) => id === (context ?? name))?.name;
  return found ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[-/]/g, " ");
}

/** What the contract of a context, or of several, holds: its own operations, or all public ones. */
function viewsOf(
  design: Design,
  { context, text }: Artifact,
  page: string,
  tables: ReadonlySet<string>,
): readonly object[] {
  return design.contexts
    .filter((candidate) => context === undefined || candidate.context === context)
    .flatMap((candidate) =>
      candidate.operations
        .filter(({ http }) => http !== undefined)
        .filter((operation) => context !== undefined || isIn(text, operation))
        .map((operation) => viewOf(design, candidate.context, operation, page, tables)),
    );
}

function isIn(contract: string, { http }: Operation): boolean {
  return http !== undefined && contract.includes(`\n  ${http.path}:\n`);
}

function viewOf(
  design: Design,
  context: string,
  operation: Operation,
  page: string,
  tables: ReadonlySet<string>,
): object {
  const { system } = design;
  const owner = design.contexts.find((candidate) => candidate.context === context);
  const entity = owner?.entities.find(({ id }) => id === operation.entity);
  const table = tablePage(context, operation.entity ?? "");
  const { mechanisms, permissions, publicReason } = operation.auth;
  return {
    id: operation.id,
    name: operation.name,
    description: operation.description,
    method: operation.http?.method.toUpperCase() ?? "",
    path: operation.http?.path ?? "",
    kind: operation.kind,
    exposure: operation.exposure,
    audiences: namesOf(operation.audiences, system.api.audiences),
    mechanisms: namesOf(mechanisms, system.auth.mechanisms),
    permissions: namesOf(permissions, system.auth.permissions),
    publicReason: publicReason ?? "",
    errors: operation.errors.map((id) => {
      const error = system.api.errors.find((candidate) => candidate.id === id);
      return error === undefined ? id : `${error.status} ${error.name}`;
    }),
    idempotency: operation.idempotency.mode,
    budget: operation.latencyBudgetMs === undefined ? "" : `${operation.latencyBudgetMs} ms`,
    deprecated: operation.deprecated ?? "",
    entity: entity?.name ?? "",
    // What lives in another kind of store has no table.
    entityHref: tables.has(table) ? linkBetween(page, table) : "",
    requirements: linkedRequirements(design, operation.requirements, page),
  };
}

function namesOf(
  ids: readonly string[],
  known: readonly { readonly id: string; readonly name: string }[],
): string {
  return ids.map((id) => known.find((candidate) => candidate.id === id)?.name ?? id).join(", ");
}
