import type { UnitPart } from "../../../design/unit-part.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { DraftRequest } from "../../architect.ts";
import { draftBottlenecks } from "./draft-bottlenecks.ts";
import { draftCaches } from "./draft-caches.ts";
import { draftDeployment } from "./draft-deployment.ts";
import { draftScaling } from "./draft-scaling.ts";

/** Deployment, scaling, caches and bottlenecks, from the load and what has to run. */
export function draftPlatformUnit({ accepted }: DraftRequest): Outcome<UnitPart> {
  const scaling = draftScaling(accepted);
  const deployment = draftDeployment(accepted, scaling);
  return {
    value: {
      system: {
        scaling,
        deployment,
        caches: draftCaches(accepted),
        bottlenecks: draftBottlenecks(accepted),
      },
      assumptions: [
        {
          id: "instance-sizes",
          text: "Service time, concurrency and size of an instance are assumed for each kind of deployable.",
          reason: "Requirements do not state them; a load test of the first slice replaces them.",
        },
        ...(deployment.provider === "any cloud"
          ? [
              {
                id: "provider",
                text: "The provider is open: any cloud with managed relational databases and containers.",
                reason: "The requirements name none.",
              },
            ]
          : []),
      ],
      openQuestions: [],
    },
    diagnostics: [],
  };
}
