import { conventionFaults } from "./openapi-faults/convention-faults.ts";
import { exchangeFaults } from "./openapi-faults/exchange-faults.ts";
import type { Fault } from "./openapi-faults/fault.ts";
import { schemaFaults } from "./openapi-faults/schema-faults.ts";
import { structureFaults } from "./openapi-faults/structure-faults.ts";

/** Every kind of defect that is injected into a clean document. */
export const openapiFaults: readonly Fault[] = [
  ...structureFaults,
  ...schemaFaults,
  ...exchangeFaults,
  ...conventionFaults,
];
