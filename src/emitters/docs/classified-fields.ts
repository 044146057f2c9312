import type { Design } from "../../design/design.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";

/** Entities with fields that may not be shown to everybody inside, and for how long they are kept. */
export function classifiedFields(design: Design): readonly object[] {
  return entitiesOf(design).flatMap(({ context, entity, key }) => {
    const of = (level: string) =>
      entity.fields.filter(({ classification }) => classification === level);
    const [personal, sensitive, secret] = [of("personal"), of("sensitive"), of("secret")];
    if (personal.length + sensitive.length + secret.length === 0) return [];
    const rules = design.system.governance.retention
      .filter(({ entities }) => entities.includes(key))
      .map(({ days, action }) => `${action} after ${days} days`);
    const own =
      entity.retentionDays === undefined || rules.length > 0
        ? []
        : [`${entity.retentionDays} days`];
    return [
      {
        name: entity.name,
        context: named([context.context], design.system.contexts),
        personal: listed(personal.map(({ name }) => name)),
        sensitive: listed(sensitive.map(({ name }) => name)),
        secret: listed(secret.map(({ name }) => name)),
        kept: [...rules, ...own].join("; ") || "no limit stated",
      },
    ];
  });
}
