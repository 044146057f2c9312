import type { UnitKind } from "../../../design/units.ts";
import { accessWire } from "./access.ts";
import { apiWire } from "./api.ts";
import { behaviourWire } from "./behaviour.ts";
import { dataWire } from "./data.ts";
import { deliveryWire } from "./delivery.ts";
import { landscapeWire } from "./landscape.ts";
import { observabilityWire } from "./observability.ts";
import { platformWire } from "./platform.ts";
import { requirementsWire } from "./requirements.ts";
import { reviewsWire } from "./reviews.ts";
import { securityWire } from "./security.ts";
import { technologyWire } from "./technology.ts";
import type { WireUnit } from "./wire-unit.ts";

/** How each kind of unit travels. */
export const wireUnits: { readonly [Kind in UnitKind]: WireUnit } = {
  requirements: requirementsWire,
  landscape: landscapeWire,
  access: accessWire,
  data: dataWire,
  api: apiWire,
  behaviour: behaviourWire,
  platform: platformWire,
  observability: observabilityWire,
  security: securityWire,
  technology: technologyWire,
  delivery: deliveryWire,
  reviews: reviewsWire,
};
