import { globSync } from "node:fs";
import { join } from "node:path";
import type { ArtifactCheck } from "../../src/checks/artifact-check.ts";

/** Every check of OpenAPI documents; what needs no engine comes first. */
export async function openapiChecks(): Promise<readonly ArtifactCheck[]> {
  const folder = join(import.meta.dirname, "../../src/checks/artifacts");
  const found: ArtifactCheck[] = [];
  for (const file of globSync("openapi-*.ts", { cwd: folder }).toSorted()) {
    const module: Readonly<Record<string, ArtifactCheck>> = await import(join(folder, file));
    found.push(...Object.values(module).filter((value) => "cost" in value));
  }
  return found.toSorted((one, other) => one.cost.localeCompare(other.cost));
}
