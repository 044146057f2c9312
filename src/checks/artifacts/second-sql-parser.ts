import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { DatabaseEngine } from "../../design/database-engine.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RelationalModel } from "../../sql/relational-model.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import type { ContextFiles } from "./migrations/context-files.ts";
import { engineOfFiles } from "./migrations/engine-of-files.ts";
import { contextFiles } from "./migrations/context-files.ts";
import { secondParser } from "./migrations/findings/second-parser.ts";
import { nodeSqlParserGaps } from "./migrations/node-sql-parser-gaps.ts";
import type { ParsedStatement } from "../../engines/parse-sql.ts";
import { parseSql } from "../../engines/parse-sql.ts";
import type { SqlPart } from "../../engines/split-sql.ts";
import { splitSql } from "../../engines/split-sql.ts";
import type { SecondReading } from "./migrations/read-with-second-parser.ts";
import {
  parseWithSecondParser,
  readWithSecondParser,
} from "./migrations/read-with-second-parser.ts";

/** Share of the statements of a package that the second parser has to read. */
const SHARE = 0.8;

/** Too few statements for a share to say anything. */
const FEW = 5;

/** Reads every table and index with a second parser and compares it with the model. */
export const secondSqlParserCheck: ArtifactCheck = { cost: "slow", check };

async function check(artifacts: readonly Artifact[]): Promise<readonly Diagnostic[]> {
  const results: FileResult[] = [];
  for (const { artifact, model, engine } of contextFiles(artifacts).flatMap(filesOf)) {
    results.push(await checkFile(artifact, model, engine));
  }
  const total = sum(results.map((result) => result.total));
  const read = sum(results.map((result) => result.read));
  const found = results.flatMap(({ diagnostics }) => diagnostics);
  if (total < FEW || read / total >= SHARE) return found;
  const reason = `it can read ${read} of ${total}, fewer than ${SHARE * 100} %`;
  return [...found, secondParser("package", { statement: "the tables and indexes", reason })];
}

interface FileResult {
  readonly total: number;
  readonly read: number;
  readonly diagnostics: readonly Diagnostic[];
}

interface FileToRead {
  readonly artifact: Artifact;
  readonly model: RelationalModel | undefined;
  readonly engine: DatabaseEngine;
}

/** Of engines that have no other parser here, every file; of PostgreSQL what makes something. */
function filesOf(files: ContextFiles): readonly FileToRead[] {
  const { schema, migrations, checks } = files;
  const engine = engineOfFiles(files);
  const last = migrations.at(-1)?.model;
  const others = engine === "postgresql" ? [] : [...checks, ...migrations.map(({ down }) => down)];
  return [
    ...(schema === undefined ? [] : [{ artifact: schema, model: last, engine }]),
    ...migrations.map(({ up, model }) => ({ artifact: up, model, engine })),
    ...others.flatMap((artifact) =>
      artifact === undefined ? [] : [{ artifact, model: undefined, engine }],
    ),
  ];
}

async function checkFile(
  artifact: Artifact,
  model: RelationalModel | undefined,
  engine: DatabaseEngine,
): Promise<FileResult> {
  const statements = await statementsOf(artifact, engine);
  const diagnostics: Diagnostic[] = [];
  let read = 0;
  for (const { text, line, tables } of statements) {
    const result = /^CREATE (?:TABLE|(?:UNIQUE )?INDEX)\b/.test(text)
      ? await readWithSecondParser(text, engine)
      : await parseWithSecondParser(text, engine);
    if (!("reason" in result) && !isFrequentGap(text, engine)) read += 1;
    const reason =
      "reason" in result
        ? excuse(text, result.reason, engine)
        : "reading" in result
          ? compare(withFinalName(result.reading, artifact), tables ?? model?.tables)
          : undefined;
    if (reason === undefined) continue;
    const locator = { line };
    const statement = (text.split("\n")[0] ?? "").replace(/ \($/, "");
    const details = { artifact: { path: artifact.path, locator } };
    diagnostics.push(secondParser(subjectAt(artifact, locator), { statement, reason }, details));
  }
  const counted = statements.filter(({ text }) => !isFrequentGap(text, engine));
  return { total: counted.length, read, diagnostics };
}

function isFrequentGap(text: string, engine: DatabaseEngine): boolean {
  return nodeSqlParserGaps.some(
    ({ engines, isFrequent, pattern }) =>
      isFrequent === true && engines.includes(engine) && pattern.test(text),
  );
}

interface StatementToRead extends Pick<SqlPart, "text" | "line"> {
  /** What it has to be compared with, where that is not the model. */
  readonly tables?: readonly NamedTable[];
}

interface NamedTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string }[];
}

async function statementsOf(
  artifact: Artifact,
  engine: DatabaseEngine,
): Promise<readonly StatementToRead[]> {
  const { text: whole } = artifact;
  if (engine !== "postgresql") return splitSql(whole, { backslash: engine !== "sqlite" });
  const parsed = await parseSql(whole);
  if ("error" in parsed) return [];
  const made = parsed.statements.filter(({ kind }) => ["CreateStmt", "IndexStmt"].includes(kind));
  return artifact.kind === "sql-schema"
    ? made
    : made.map(({ text, line, node }) => ({ text, line, tables: tablesIn(node) }));
}

/** What the engine's own parser reads: in a change that is under way no model says what is there. */
function tablesIn(node: ParsedStatement["node"]): readonly NamedTable[] {
  if ("IndexStmt" in node) {
    const { relation, indexParams = [] } = node.IndexStmt;
    const columns = indexParams.flatMap((item) =>
      "IndexElem" in item ? [{ name: item.IndexElem.name ?? "" }] : [],
    );
    return [{ name: relation?.relname ?? "", columns }];
  }
  if (!("CreateStmt" in node)) return [];
  const { relation, tableElts = [] } = node.CreateStmt;
  const columns = tableElts.flatMap((item) =>
    "ColumnDef" in item ? [{ name: item.ColumnDef.colname ?? "" }] : [],
  );
  return [{ name: relation?.relname ?? "", columns }];
}

function excuse(text: string, reason: string, engine: DatabaseEngine): string | undefined {
  const isKnown = nodeSqlParserGaps.some(
    ({ engines, pattern }) => engines.includes(engine) && pattern.test(text),
  );
  return isKnown ? undefined : reason;
}

/** A table that takes the place of another one is made under a name of its own. */
function withFinalName(reading: SecondReading, { text }: Artifact): SecondReading {
  const renames = [...text.matchAll(/^ALTER TABLE (\S+) RENAME TO (\S+);$/gm)];
  const final = renames.findLast(([, from]) => from === reading.table)?.[2];
  return final !== undefined && reading.table.startsWith("new_")
    ? { ...reading, table: final }
    : reading;
}

/** `undefined` where the reading is what the tables are. */
function compare(
  { kind, table: name, columns }: SecondReading,
  tables: readonly NamedTable[] | undefined,
): string | undefined {
  if (tables === undefined) return undefined;
  const table = tables.find((candidate) => candidate.name === name);
  if (table === undefined) return `it reads the table ${name}, which the Design does not have`;
  const known = table.columns.map((column) => column.name);
  if (kind === "table" && columns.join() === known.join()) return undefined;
  if (kind === "index" && columns.every((column) => known.includes(column))) return undefined;
  return `it reads the columns ${columns.join(", ")} where the Design has ${known.join(", ")}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
