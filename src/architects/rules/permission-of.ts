import { assertNever } from "../../util/assert-never.ts";
import { toKebab } from "../../util/naming.ts";
import type { EntityPlan, OperationPlan } from "./domain-model.ts";
import { pluralize } from "./plural.ts";

/** `orders:write`: what somebody needs for an operation; nothing where nobody has to prove anything. */
export function permissionOf(operation: OperationPlan, entity: EntityPlan): string | undefined {
  if (operation.publicReason !== undefined) return undefined;
  const resource = toKebab(pluralize(entity.name.toLowerCase()), 40);
  return `${resource}:${actionOf(operation)}`;
}

function actionOf({ shape, command, actors, http }: OperationPlan): string {
  switch (shape) {
    case "list":
    case "read":
      return "read";
    case "create":
    case "update":
    case "delete":
      return "write";
    case "command":
      return actors.length > 0 ? toKebab(command ?? verbOf(http) ?? "write", 38) : "write";
    default:
      return assertNever(shape);
  }
}

/** "ship" of `POST /orders/{orderId}/ship`. */
function verbOf(http: OperationPlan["http"]): string | undefined {
  const match = http?.method === "post" ? /\}\/([a-z-]+)$/.exec(http.path) : null;
  return match?.[1];
}
