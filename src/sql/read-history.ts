import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortedBy } from "../util/order.ts";
import type { RelationalModel } from "./relational-model.ts";
import { readSnapshot } from "./snapshot.ts";

const FILE = /^(\d{4})_([a-z0-9_]+)\.(up\.sql|down\.sql|schema\.json|pre\.sql|post\.sql)$/;
const ENDINGS = ["up.sql", "down.sql", "schema.json"] as const;

export const brokenHistory = declareDiagnostic<{ readonly path: string; readonly reason: string }>({
  code: "migrations/broken-history",
  severity: "error",
  message: ({ path, reason }) => `the history of migrations is broken at ${path}: ${reason}`,
  fix: ({ path }) => `restore ${path} from version control; committed migrations are only added to`,
});

/** The committed migrations of one context. */
export interface History {
  /** Files of migrations by name, in order; files that are none of ours are left out. */
  readonly files: ReadonlyMap<string, string>;
  /** How many migrations there are. */
  readonly count: number;
  /** The schema after the last one; none where there is no migration. */
  readonly last?: RelationalModel;
  /** Errors where the history cannot be continued. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads what is committed in `folder`, and says what is wrong with it. */
export function readHistory(
  context: string,
  folder: string,
  committed: ReadonlyMap<string, string>,
): History {
  const files = new Map(sortedBy(committed, ([name]) => name).filter(([name]) => FILE.test(name)));
  const migrations = new Map<number, Map<string, string>>();
  for (const name of files.keys()) {
    const [, number = "", title = "", ending = ""] = FILE.exec(name) ?? [];
    const endings = migrations.get(Number(number)) ?? new Map<string, string>();
    migrations.set(Number(number), endings.set(`${title}.${ending}`, name));
  }
  const diagnostics: Diagnostic[] = [];
  const report = (name: string, reason: string): void => {
    const path = `${folder}/${name}`;
    diagnostics.push(
      brokenHistory(`system/context/${context}`, { path, reason }, { artifact: { path } }),
    );
  };
  const count = Math.max(0, ...migrations.keys());
  for (let number = 1; number <= count; number++) {
    findGaps(number, migrations.get(number)).forEach(({ name, reason }) => report(name, reason));
  }
  if (migrations.has(0))
    report([...(migrations.get(0)?.values() ?? [])][0] ?? "", "numbers start at 0001");
  if (diagnostics.length > 0 || count === 0) return { files, count, diagnostics };

  const name = [...(migrations.get(count)?.values() ?? [])].find((n) => n.endsWith(".schema.json"));
  const snapshot = readSnapshot(files.get(name ?? "") ?? "");
  if ("reason" in snapshot) report(name ?? "", snapshot.reason);
  else if (snapshot.model.context !== context) {
    report(name ?? "", `it is the schema of the context ${snapshot.model.context}`);
  } else if (snapshot.model.pending !== undefined) {
    const { pending } = snapshot.model;
    report(name ?? "", `the ${pending} migrations that complete its change are missing`);
  } else return { files, count, last: snapshot.model, diagnostics };
  return { files, count, diagnostics };
}

function findGaps(
  number: number,
  migration: ReadonlyMap<string, string> | undefined,
): readonly { readonly name: string; readonly reason: string }[] {
  const digits = String(number).padStart(4, "0");
  if (migration === undefined) return [{ name: `${digits}_*.up.sql`, reason: "it is missing" }];
  const titles = [...new Set([...migration.keys()].map((key) => key.split(".")[0] ?? ""))];
  const [title = ""] = titles;
  if (titles.length > 1) {
    return [
      { name: `${digits}_${titles[1]}.up.sql`, reason: `the number is also that of ${title}` },
    ];
  }
  return ENDINGS.filter((ending) => !migration.has(`${title}.${ending}`)).map((ending) => ({
    name: `${digits}_${title}.${ending}`,
    reason: "it is missing",
  }));
}
