import { basename } from "node:path";
import type { SourceFile } from "./source-file.ts";

const MAX_LINES = 400;
const MAX_MEDIAN = 100;

const FORBIDDEN_CONSTRUCTS: Readonly<Record<string, string>> = {
  ClassDeclaration: "a class: close over the state in a function createX",
  ClassExpression: "a class: close over the state in a function createX",
  ExportDefaultDeclaration: "a default export: name it",
  TSAnyKeyword: "any: say unknown and narrow it",
  TSEnumDeclaration: "an enum: a union of literals does it",
  TSExportAssignment: "a CommonJS export",
  TSImportEqualsDeclaration: "a CommonJS import",
  TSModuleDeclaration: "a namespace: a file is one",
  TSNonNullExpression: "a non-null assertion: handle the absence",
};

/** Files, or folders of files, that are not named after an export, and why. */
export const namingExceptions: Readonly<Record<string, string>> = {
  "architects/model/recordings.ts": "what is written there is read there",
  "architects/model/wire/answer-parts.ts": "the parts that every answer is made of",
  "architects/personas.ts": "the persona of a file and the embedded ones",
  "cli/main.ts": "the entry of the program exports nothing",
  "design/schema/": "a file holds the schemas of sections that are read together",
  "index.ts": "the public API is a list of names",
  "sql/ddl.ts": "one function for each statement of the data definition language",
  "util/json-pointer.ts": "the three functions of RFC 6901 belong together",
  "util/naming.ts": "the forms of a name belong together",
  "util/order.ts": "the one order, for texts and for items",
};

/** Constructs that the house style does without, files that are too long or named after nothing. */
export function findShapeProblems(file: SourceFile): readonly string[] {
  const constructs = file.constructs.flatMap(({ name, line }) => {
    const reason = FORBIDDEN_CONSTRUCTS[name];
    return reason === undefined ? [] : [`${file.path}:${line} has ${reason}`];
  });
  const isGenerated = file.path.endsWith(".generated.ts");
  const long = file.lines > MAX_LINES && !isGenerated;
  const misnamed = !isGenerated && !isException(file.path) && !isNamedAfterExport(file);
  return [
    ...constructs,
    ...(long ? [`${file.path} has ${file.lines} lines, more than ${MAX_LINES}`] : []),
    ...(misnamed
      ? [`${file.path} is named after none of its exports (${file.exports.join(", ")})`]
      : []),
  ];
}

/** Whether the typical file is small. */
export function findSizeProblems(files: readonly SourceFile[]): readonly string[] {
  const sizes = files
    .filter(({ path }) => !path.endsWith(".generated.ts"))
    .map(({ lines }) => lines)
    .sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return median < MAX_MEDIAN
    ? []
    : [`the median file has ${median} lines, not under ${MAX_MEDIAN}`];
}

function isException(path: string): boolean {
  return Object.keys(namingExceptions).some(
    (exception) => path === exception || (exception.endsWith("/") && path.startsWith(exception)),
  );
}

/**
 * One export: its name has every word of the file's name. Several that belong together: one of
 * them has a word of it.
 */
function isNamedAfterExport({ path, exports }: SourceFile): boolean {
  const fileWords = basename(path, ".ts").split("-");
  return exports.some((name) => {
    const words = name
      .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
      .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
      .toLowerCase()
      .split(/[-_]/);
    const isIn = (fileWord: string): boolean => words.some((word) => word.startsWith(fileWord));
    if (words.join("") === fileWords.join("")) return true;
    return exports.length === 1 ? fileWords.every(isIn) : fileWords.some(isIn);
  });
}
