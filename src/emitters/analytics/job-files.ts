import { z } from "zod";
import type { Artifact } from "../../artifacts/artifact.ts";
import { jobSpecification } from "../../artifacts/job-specification.ts";
import { yamlText } from "../../artifacts/yaml-text.ts";
import type { Design } from "../../design/design.ts";
import { warehousePaths } from "../../design/warehouse/warehouse-paths.ts";
import { jobOf } from "./job-of.ts";

/** `analytics/jobs/<job>.yaml`: one file for each pipeline, and the schema that it is held to. */
export function jobFiles(design: Design): readonly Artifact[] {
  const { pipelines } = design.system.governance;
  if (pipelines.length === 0) return [];
  const files = pipelines.map((pipeline): Artifact => {
    const subject = `system/pipeline/${pipeline.id}`;
    return {
      path: warehousePaths.job(pipeline),
      kind: "job",
      text: `# yaml-language-server: $schema=job.schema.json\n${yamlText(jobOf(pipeline, design))}`,
      origins: [{ locator: { pointer: "" }, subject }],
    };
  });
  return [...files, schemaFile()];
}

function schemaFile(): Artifact {
  const schema = z.toJSONSchema(jobSpecification, { target: "draft-2020-12" });
  return {
    path: "analytics/jobs/job.schema.json",
    kind: "json-schema",
    text: `${JSON.stringify(schema, undefined, 2)}\n`,
    origins: [],
  };
}
