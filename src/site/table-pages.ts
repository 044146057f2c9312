import type { ContextDesign, Design, Entity } from "../design/design.ts";
import { buildRelationalModel } from "../sql/build-relational-model.ts";
import { groupDigits } from "../util/group-digits.ts";
import { columnTypeText } from "../sql/column-type-text.ts";
import type { Column, Table } from "../sql/relational-model.ts";
import type { RenderHtml } from "./create-html-renderer.ts";
import { diagramFigure } from "./create-markdown.ts";
import { focusDiagram } from "./focus-diagram.ts";
import { linkedRequirements } from "./linked-requirements.ts";
import { linkBetween, operationPlace, tablePage } from "./page-paths.ts";
import type { SitePage } from "./site-page.ts";
import { MOST_LISTED } from "./site-page.ts";

const INDEX = "tables/index.html";

/** One page for each table, and one that lists them by context. */
export function tablePages(design: Design, render: RenderHtml): readonly SitePage[] {
  const groups = design.contexts.map((context) => {
    const { tables } = buildRelationalModel(design, context).model;
    return { context, name: nameOf(context, design), tables };
  });
  const pages = groups.flatMap(({ context, tables }) =>
    tables.map((table) => onePage(design, context, table, tables, render)),
  );
  if (pages.length === 0) return [];
  const contexts = groups
    .filter(({ tables }) => tables.length > 0)
    .map(({ context, name, tables }) => ({
      name,
      tables: tables.map((table) => ({
        name: table.name,
        comment: table.comment ?? "",
        columns: table.columns.length,
        href: linkBetween(INDEX, pageOf(context, table)),
      })),
    }));
  const body = render("tables.html.liquid", { contexts });
  const listed = pages.length <= MOST_LISTED;
  return [
    { path: INDEX, title: "All tables", group: "Data", listed: true, body },
    ...pages.map((page) => ({ ...page, listed })),
  ];
}

function onePage(
  design: Design,
  context: ContextDesign,
  table: Table,
  tables: readonly Table[],
  render: RenderHtml,
): SitePage {
  const path = pageOf(context, table);
  const entity = context.entities.find(({ id }) => id === table.id);
  const diagram = entity === undefined ? undefined : focusDiagram(context, entity, design);
  const names = new Map(table.columns.map(({ id, name }) => [id, name]));
  const inWords = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(", ");
  const view = {
    name: table.name,
    comment: table.comment ?? "",
    context: nameOf(context, design),
    columns: table.columns.map((column) => columnView(column, table, tables, path, context)),
    indexes: table.indexes.map((index) => ({
      name: index.name,
      columns: inWords(index.columns),
      unique: index.unique ? "yes" : "",
      comment: index.comment ?? "",
    })),
    unique: table.uniqueKeys.map(({ columns }) => inWords(columns)),
    users: entity === undefined ? [] : usersOf(entity, context, path),
    requirements: linkedRequirements(design, entity?.requirements ?? [], path),
    figure: diagram === undefined ? "" : diagramFigure(diagram),
    rows: entity === undefined ? "" : groupDigits(String(entity.rows.value)),
  };
  const body = render("table.html.liquid", view);
  return { path, title: table.name, group: "Data", listed: false, body };
}

function columnView(
  column: Column,
  table: Table,
  tables: readonly Table[],
  page: string,
  context: ContextDesign,
): object {
  const { id, name, nullable, comment } = column;
  const key = table.foreignKeys.find((foreign) => foreign.column === id);
  const target = tables.find((candidate) => candidate.id === key?.table);
  return {
    name,
    type: columnTypeText(column),
    nullable: nullable ? "yes" : "",
    primary: table.primaryKey?.columns.includes(id) === true ? "primary key" : "",
    target: target?.name ?? "",
    href: target === undefined ? "" : linkBetween(page, pageOf(context, target)),
    comment: comment ?? "",
  };
}

/** The operations that are about it or look it up. */
function usersOf({ id }: Entity, { context, operations }: ContextDesign, page: string): object[] {
  return operations
    .filter(
      ({ entity, accessPatterns }) =>
        entity === id || accessPatterns.some((pattern) => pattern.entity === id),
    )
    .map((operation) => ({
      name: operation.name,
      kind: operation.kind === "query" ? "reads" : "writes",
      href: linkBetween(page, operationPlace(context, operation.id)),
    }));
}

function pageOf({ context }: ContextDesign, { id }: Table): string {
  // Derived tables have ids with a colon, which is no part of a file's name everywhere.
  return tablePage(context, id.replaceAll(":", "--"));
}

function nameOf({ context }: ContextDesign, { system }: Design): string {
  return system.contexts.find(({ id }) => id === context)?.name ?? context;
}
