import type { Artifact } from "../../artifacts/artifact.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RelationalModel } from "../../sql/relational-model.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import type { ContextFiles } from "./migrations/context-files.ts";
import { contextFiles } from "./migrations/context-files.ts";
import { secondParser } from "./migrations/findings/second-parser.ts";
import { nodeSqlParserGaps } from "./migrations/node-sql-parser-gaps.ts";
import { parseSql } from "../../engines/parse-sql.ts";
import type { SecondReading } from "./migrations/read-with-second-parser.ts";
import { readWithSecondParser } from "./migrations/read-with-second-parser.ts";

/** Share of the statements of a package that the second parser has to read. */
const SHARE = 0.8;

/** Too few statements for a share to say anything. */
const FEW = 5;

/** Reads every table and index with a second parser and compares it with the model. */
export const secondSqlParserCheck: ArtifactCheck = { cost: "slow", check };

async function check(artifacts: readonly Artifact[]): Promise<readonly Diagnostic[]> {
  const files = contextFiles(artifacts).flatMap(filesOf);
  const results: FileResult[] = [];
  for (const { artifact, model } of files) results.push(await checkFile(artifact, model));
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

function filesOf({
  schema,
  migrations,
}: ContextFiles): readonly { artifact: Artifact; model: RelationalModel | undefined }[] {
  const last = migrations.at(-1)?.model;
  return [
    ...(schema === undefined ? [] : [{ artifact: schema, model: last }]),
    ...migrations.map(({ up, model }) => ({ artifact: up, model })),
  ];
}

async function checkFile(
  artifact: Artifact,
  model: RelationalModel | undefined,
): Promise<FileResult> {
  const parsed = await parseSql(artifact.text);
  if ("error" in parsed) return { total: 0, read: 0, diagnostics: [] };
  const statements = parsed.statements.filter(({ kind }) =>
    ["CreateStmt", "IndexStmt"].includes(kind),
  );
  const diagnostics: Diagnostic[] = [];
  let read = 0;
  for (const { text, line } of statements) {
    const result = await readWithSecondParser(text);
    if ("reading" in result && !isFrequentGap(text)) read += 1;
    const reason =
      "reason" in result ? excuse(text, result.reason) : compare(result.reading, model);
    if (reason === undefined) continue;
    const locator = { line };
    const statement = (text.split("\n")[0] ?? "").replace(/ \($/, "");
    const details = { artifact: { path: artifact.path, locator } };
    diagnostics.push(secondParser(subjectAt(artifact, locator), { statement, reason }, details));
  }
  const counted = statements.filter(({ text }) => !isFrequentGap(text));
  return { total: counted.length, read, diagnostics };
}

function isFrequentGap(text: string): boolean {
  return nodeSqlParserGaps.some(
    ({ isFrequent, pattern }) => isFrequent === true && pattern.test(text),
  );
}

function excuse(text: string, reason: string): string | undefined {
  return nodeSqlParserGaps.some(({ pattern }) => pattern.test(text)) ? undefined : reason;
}

/** `undefined` where the reading is what the model says. */
function compare(
  { kind, table: name, columns }: SecondReading,
  model: RelationalModel | undefined,
): string | undefined {
  if (model === undefined) return undefined;
  const table = model.tables.find((candidate) => candidate.name === name);
  if (table === undefined) return `it reads the table ${name}, which the Design does not have`;
  const known = table.columns.map((column) => column.name);
  if (kind === "table" && columns.join() === known.join()) return undefined;
  if (kind === "index" && columns.every((column) => known.includes(column))) return undefined;
  return `it reads the columns ${columns.join(", ")} where the Design has ${known.join(", ")}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
