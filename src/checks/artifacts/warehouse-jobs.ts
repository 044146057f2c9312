import type { Artifact } from "../../artifacts/artifact.ts";
import { jobSpecification } from "../../artifacts/job-specification.ts";
import { subjectAt } from "../../artifacts/subject-at.ts";
import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { invalidJob } from "./analytics/invalid-job.ts";
import { jobProblems } from "./analytics/job-problems.ts";
import { schemaProblems } from "./analytics/schema-problems.ts";
import { warehouseColumns } from "./analytics/warehouse-columns.ts";
import { readYaml } from "./operations/read-yaml.ts";
import type { Problem } from "./operations/problem.ts";

/** Holds every job to the schema that lies beside it, and to what is around it. */
export const warehouseJobsCheck: ArtifactCheck = {
  cost: "fast",
  async check(artifacts, { design }) {
    const jobs = artifacts.filter(({ kind }) => kind === "job");
    if (jobs.length === 0) return [];
    const schema = artifacts.find(({ path }) => path === "analytics/jobs/job.schema.json");
    const around = {
      system: design.system,
      columns: warehouseColumns(artifacts),
      paths: new Set(artifacts.map(({ path }) => path)),
    };
    const found = await Promise.all(
      jobs.map(async (artifact) =>
        (await problemsOf(artifact, schema, around)).map((problem) => report(artifact, problem)),
      ),
    );
    return found.flat();
  },
};

async function problemsOf(
  artifact: Artifact,
  schema: Artifact | undefined,
  around: Parameters<typeof jobProblems>[1],
): Promise<readonly Problem[]> {
  const read = readYaml(artifact.text);
  if ("problem" in read) return [{ tokens: [], problem: read.problem }];
  const [document] = read.documents;
  if (schema === undefined) return [{ tokens: [], problem: "job.schema.json is not there" }];
  const shape = await schemaProblems(schema.text, document);
  if (shape.length > 0) return shape;
  const job = jobSpecification.safeParse(document);
  return job.success ? jobProblems(job.data, around) : [];
}

function report(artifact: Artifact, { tokens, problem }: Problem) {
  const locator = { pointer: toPointer(tokens) };
  const { path } = artifact;
  return invalidJob(
    subjectAt(artifact, locator),
    { path, problem },
    { artifact: { path, locator } },
  );
}
