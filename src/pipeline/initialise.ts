import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Host } from "../host/host.ts";
import { CONFIG_NAME } from "./load-config.ts";
import type { RunReport } from "./run-report.ts";
import { unusable } from "./run-report.ts";

export const alreadyThere = declareDiagnostic<{ readonly path: string }>({
  code: "package/already-there",
  severity: "error",
  message: ({ path }) => `${path} is already there; nothing was written`,
  fix: "remove or rename the file, then run `groundplan init` again",
});

/** What `init` writes, and the template it comes from. */
const STARTERS: Readonly<Record<string, string>> = {
  "requirements.md": "templates/init/requirements.md",
  [CONFIG_NAME]: "templates/init/groundplan.config.json",
  ".github/workflows/groundplan.yml": "templates/init/workflow.yml",
};

/** Starts a project: requirements to fill in, a config and a CI workflow. Overwrites nothing. */
export async function initialise(host: Host): Promise<RunReport> {
  const command = "init";
  const paths = Object.keys(STARTERS);
  const found = await Promise.all(paths.map((path) => host.files.read(path)));
  const taken = paths.filter((_, position) => found[position] !== undefined);
  if (taken.length > 0) {
    return unusable(
      command,
      taken.map((path) => alreadyThere("package", { path })),
    );
  }
  for (const [path, asset] of Object.entries(STARTERS)) {
    const text = await host.assets.read(asset);
    if (text === undefined) throw new Error(`the asset ${asset} is missing`);
    await host.files.write(path, text);
  }
  return {
    command,
    status: "done",
    diagnostics: [],
    summary: [
      ...paths.map((path) => ({ label: "wrote", text: path })),
      { label: "next", text: "fill in requirements.md, then: groundplan generate requirements.md" },
    ],
  };
}
