import type { Design, DomainEvent } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";
import { resolveProperty } from "../../design/resolve-property.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

interface Told {
  readonly event: string;
  readonly consumers: string;
}

interface Member extends Told {
  readonly member: string;
}

const KEEP = "keep it beside what is new, and remove it when every consumer has moved";

export const eventRemoved = declareDiagnostic<Told>({
  code: "events/event-removed",
  severity: "error",
  message: ({ event, consumers }) => `the event ${event} is not published any more; ${consumers}`,
  fix: KEEP,
});

export const memberRemoved = declareDiagnostic<Member>({
  code: "events/member-removed",
  severity: "error",
  message: ({ event, member, consumers }) =>
    `\`${member}\` was removed from the payload of ${event}; ${consumers}`,
  fix: KEEP,
});

export const memberTypeChanged = declareDiagnostic<
  Member & { readonly was: string; readonly is: string }
>({
  code: "events/member-type-changed",
  severity: "error",
  message: ({ event, member, was, is, consumers }) =>
    `\`${member}\` of ${event} was ${was} and is ${is}; ${consumers}`,
  fix: "add a member of its own for the new type, and keep the old one",
});

export const memberBecameOptional = declareDiagnostic<Member>({
  code: "events/member-became-optional",
  severity: "error",
  message: ({ event, member, consumers }) =>
    `\`${member}\` of ${event} may be missing or null now; ${consumers}`,
  fix: "keep sending it always",
});

export const deliveryChanged = declareDiagnostic<
  Told & { readonly what: string; readonly was: string; readonly is: string }
>({
  code: "events/delivery-changed",
  severity: "warning",
  message: ({ event, what, was, is, consumers }) =>
    `the ${what} of ${event} was ${was} and is ${is}; ${consumers}`,
  fix: "make sure that every consumer stands repeated, lost or reordered messages as they may come now",
});

/** What changed for those who read the events of a system: they read messages of both versions. */
export function compareEvents(base: Design, head: Design): readonly Diagnostic[] {
  const after = new Map(head.system.events.map((event) => [event.id, event]));
  return base.system.events.flatMap((was) => {
    const subject = `system/event/${was.id}`;
    const is = after.get(was.id);
    const told = { event: was.name, consumers: consumersOf(was) };
    if (is === undefined) {
      return was.consumers.length + was.subscribers.length === 0
        ? [eventRemoved(subject, told, { severity: "warning" })]
        : [eventRemoved(subject, told)];
    }
    return [
      ...compareMembers(membersOf(base, was), membersOf(head, is), told),
      ...(["delivery", "orderingKey"] as const)
        .filter((key) => was[key] !== is[key])
        .map((key) => {
          const what = key === "delivery" ? "delivery" : "ordering key";
          return deliveryChanged(subject, { ...told, what, was: was[key], is: is[key] });
        }),
    ];
  });
}

function compareMembers(
  before: ReadonlyMap<string, ResolvedProperty>,
  after: ReadonlyMap<string, ResolvedProperty>,
  told: Told,
): readonly Diagnostic[] {
  return [...before].flatMap(([member, was]) => {
    const is = after.get(member);
    const args = { ...told, member };
    if (is === undefined) return [memberRemoved(was.subject, args)];
    const [from, to] = [typeOf(was), typeOf(is)];
    const isSure = was.required && !was.nullable;
    return [
      ...(from === to ? [] : [memberTypeChanged(is.subject, { ...args, was: from, is: to })]),
      ...(isSure && (!is.required || is.nullable) ? [memberBecameOptional(is.subject, args)] : []),
    ];
  });
}

/** By the name on the wire: a rename takes one member away and brings another. */
function membersOf(design: Design, event: DomainEvent): ReadonlyMap<string, ResolvedProperty> {
  const [context, entity] = (event.entity ?? "/").split("/");
  const scope = {
    context: design.contexts.find((own) => own.context === context),
    entity,
    owner: `system/event/${event.id}`,
  };
  return new Map(
    event.payload.map((property) => {
      const resolved = resolveProperty(property, scope);
      return [resolved.wireName, resolved];
    }),
  );
}

function typeOf({ value }: ResolvedProperty): string {
  return value.type;
}

function consumersOf({ consumers, subscribers }: DomainEvent): string {
  const all = [...consumers, ...subscribers];
  return all.length === 0 ? "nobody is known to read it" : `read by ${all.join(", ")}`;
}
