import { join } from "node:path";
import { generateCodeRegistry } from "./generate/code-registry.ts";
import { generateJsonSchemas } from "./generate/json-schemas.ts";
import { generateObjectRegistry } from "./generate/object-registry.ts";

// `npm run gen`: everything that can be read off the source tree is written by this, and CI fails
// where the committed files differ.
const root = join(import.meta.dirname, "..");
const problems = [
  ...(await generateCodeRegistry(root)),
  ...(await generateObjectRegistry(root, {
    target: "src/checks/registry.generated.ts",
    arrays: [
      {
        name: "designChecks",
        type: "DesignCheck",
        typeFile: "./design-check.ts",
        sources: "src/checks/design/*.ts",
        suffix: "Check",
      },
      {
        name: "artifactChecks",
        type: "ArtifactCheck",
        typeFile: "./artifact-check.ts",
        sources: "src/checks/artifacts/*.ts",
        suffix: "Check",
      },
    ],
  })),
  ...(await generateObjectRegistry(root, {
    target: "src/checks/migration-rules.generated.ts",
    arrays: [
      {
        name: "migrationRules",
        type: "MigrationRule",
        typeFile: "./migration-rule.ts",
        sources: "src/checks/migrations/*.ts",
        suffix: "Rule",
      },
    ],
  })),
  ...(await generateObjectRegistry(root, {
    target: "src/compare/openapi/rules.generated.ts",
    arrays: [
      {
        name: "apiRules",
        type: "ApiRule",
        typeFile: "./api-rule.ts",
        sources: "src/compare/openapi/rules/*.ts",
        suffix: "Rule",
      },
    ],
  })),
  ...(await generateObjectRegistry(root, {
    target: "src/emitters/registry.generated.ts",
    arrays: [
      {
        name: "emitters",
        type: "Emitter",
        typeFile: "./emitter.ts",
        sources: "src/emitters/*/emitter.ts",
        suffix: "Emitter",
      },
    ],
  })),
  ...(await generateObjectRegistry(root, {
    target: "src/architects/rules/patterns.generated.ts",
    arrays: [
      {
        name: "patterns",
        type: "Pattern",
        typeFile: "./pattern.ts",
        sources: "src/architects/rules/patterns/*.ts",
        suffix: "Pattern",
      },
    ],
  })),
  ...(await generateJsonSchemas(root)),
];

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
