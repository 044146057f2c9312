import type { Artifact } from "../../artifacts/artifact.ts";
import { yamlText } from "../../artifacts/yaml-text.ts";
import type { Design } from "../../design/design.ts";
import type { MigrationFormat } from "../../design/migration-format.ts";
import { buildRelationalModel } from "../../sql/build-relational-model.ts";
import { engineOfContext } from "../../sql/engine-of-context.ts";
import { migrationSteps } from "./migration-steps.ts";
import type { Workload } from "./workload.ts";

type Job = Readonly<Record<string, unknown>>;

const HEADER = `# A starting point for GitHub Actions: copy it to .github/workflows and set PACKAGE to the folder of
# this package in the repository. Where the code of a service stands, and who deploys, is a guess.
`;

const CHECKOUT = { uses: "actions/checkout@v5" };
const NODE = { uses: "actions/setup-node@v5", with: { "node-version": 24 } };

/** `ci/pipeline.yaml`: is the package true, do the migrations run both ways, build, deploy in order. */
export function ciWorkflow(
  design: Design,
  workloads: readonly Workload[],
  format: MigrationFormat,
): readonly Artifact[] {
  const [first] = workloads;
  if (first === undefined) return [];
  const migrations = migrationJob(design, format);
  const names = workloads.map(({ name }) => name);
  const jobs: Record<string, Job> = {
    package: {
      "runs-on": "ubuntu-latest",
      steps: [CHECKOUT, NODE, { run: 'npx --yes groundplan check "$PACKAGE" --format github' }],
    },
    ...(migrations === undefined ? {} : { migrations }),
    build: buildJob(names),
    deploy: deployJob(
      migrations === undefined ? ["package", "build"] : ["package", "migrations", "build"],
    ),
  };
  const text = yamlText({
    name: "pipeline",
    on: { push: { branches: ["main"] }, pull_request: {} },
    permissions: { contents: "read" },
    env: { PACKAGE: "." },
    jobs,
  });
  const path = "operations/ci/pipeline.yaml";
  const origins = [
    { locator: { pointer: "" }, subject: `system/deployable/${first.deployable.id}` },
  ];
  return [{ path, kind: "workflow", text: `${HEADER}${text}`, origins }];
}

/** Every migration up, down and up again on the engine of the store, then the consistency checks. */
function migrationJob(design: Design, format: MigrationFormat): Job | undefined {
  const contexts = design.contexts.filter(
    (context) => buildRelationalModel(design, context).model.tables.length > 0,
  );
  const [first] = contexts;
  if (first === undefined) return undefined;
  const engine = engineOfContext(design, first).value;
  // An engine that is not known has no SQL, and a finding of its own.
  if (engine === undefined) return undefined;
  const { service, steps, env } = migrationSteps(engine, format);
  return {
    "runs-on": "ubuntu-latest",
    strategy: { matrix: { context: contexts.map(({ context }) => context) } },
    ...(service === undefined ? {} : { services: { database: service } }),
    env,
    steps: [CHECKOUT, NODE, ...steps],
  };
}

function buildJob(names: readonly string[]): Job {
  return {
    "runs-on": "ubuntu-latest",
    strategy: { matrix: { deployable: names } },
    env: { IMAGE: "${{ matrix.deployable }}:${{ github.sha }}" },
    steps: [
      CHECKOUT,
      { run: 'docker build --tag "$IMAGE" "services/${{ matrix.deployable }}"' },
      { run: 'docker run --rm "$IMAGE" npm test' },
    ],
  };
}

function deployJob(needs: readonly string[]): Job {
  return {
    if: "github.ref == 'refs/heads/main'",
    needs,
    "runs-on": "ubuntu-latest",
    environment: "production",
    // Two deployments at once would undo each other.
    concurrency: "production",
    steps: [
      CHECKOUT,
      { run: 'kubectl apply --filename "$PACKAGE/operations/kubernetes"' },
      { run: "kubectl wait --for=condition=Available deployment --all --timeout=10m" },
    ],
  };
}
