import type { Design } from "../../design/design.ts";
import { assertNever } from "../../util/assert-never.ts";
import { apiKeySteps } from "./auth/api-key-steps.ts";
import type { AuthParties } from "./auth/auth-parties.ts";
import { authParties } from "./auth/auth-parties.ts";
import type { AuthStep, Party } from "./auth/auth-step.ts";
import { jwtSteps } from "./auth/jwt-steps.ts";
import { mutualTlsSteps } from "./auth/mutual-tls-steps.ts";
import { oauth2Steps } from "./auth/oauth2-steps.ts";
import { sessionSteps } from "./auth/session-steps.ts";
import { signatureSteps } from "./auth/signature-steps.ts";
import { sequenceHeader } from "./diagram-header.ts";
import type { DiagramWriter } from "./diagram-writer.ts";
import { createDiagramWriter } from "./diagram-writer.ts";
import type { Diagram } from "./diagram.ts";
import { safeId } from "./safe-id.ts";
import { wrapLabel } from "./wrap-label.ts";

const MESSAGE_WIDTH = 32;
/** Fits between two neighbours. */
const NOTE_WIDTH = 36;

/** For each mechanism, how a caller gets its proof, calls with it and loses it: `auth-<id>`. */
export function authDiagrams(design: Design): readonly Diagram[] {
  return design.system.auth.mechanisms.flatMap((mechanism) => {
    const parties = authParties(mechanism, design);
    if (parties === undefined) return [];
    const subject = `system/mechanism/${mechanism.id}`;
    const title = `${mechanism.name} - ${titleOf(parties)}`;
    const writer = createDiagramWriter(
      { name: `auth-${mechanism.id}`, title, subject },
      sequenceHeader(title),
    );
    const steps = stepsOf(parties);
    writer.line("sequenceDiagram");
    for (const { declaration, subject: about } of participants(parties, steps)) {
      writer.line(`  ${declaration}`, about);
    }
    for (const step of steps) writeStep(writer, step, "  ");
    return [writer.diagram()];
  });
}

function titleOf({ mechanism, isForMachines }: AuthParties): string {
  switch (mechanism.kind) {
    case "jwt":
      return "sign in, call, refresh, sign out";
    case "oauth2":
      return isForMachines ? "client credentials" : "authorization code with PKCE";
    case "openid-connect":
      return "sign in at the OpenID provider";
    case "mutual-tls":
      return "certificates on both sides";
    case "session":
      return "session cookie with CSRF token";
    case "api-key":
      return "issue, call, replace";
    case "signature":
      return "sign, deliver, verify";
    default:
      return assertNever(mechanism.kind);
  }
}

function stepsOf(parties: AuthParties): readonly AuthStep[] {
  switch (parties.mechanism.kind) {
    case "jwt":
      return jwtSteps(parties);
    case "oauth2":
    case "openid-connect":
      return oauth2Steps(parties, clientOf(parties));
    case "mutual-tls":
      return mutualTlsSteps(parties);
    case "session":
      return sessionSteps(parties);
    case "api-key":
      return apiKeySteps(parties);
    case "signature":
      return signatureSteps(parties);
    default:
      return assertNever(parties.mechanism.kind);
  }
}

/** The program in the caller's hands. */
function clientOf({ mechanism }: AuthParties): Party {
  // No id of the Design ends in a hyphen.
  const alias = safeId("p", "client-");
  return {
    alias,
    declaration: `participant ${alias} as Client`,
    subject: `system/mechanism/${mechanism.id}`,
  };
}

/** From left to right as a request goes. */
function participants(parties: AuthParties, steps: readonly AuthStep[]): readonly Party[] {
  const { caller, entry, issuer, service, store } = parties;
  const used = new Map(partiesOf(steps).map((party) => [party.alias, party]));
  const wanted = [
    caller,
    clientOf(parties),
    entry,
    issuer,
    service,
    ...(store === undefined ? [] : [store]),
  ];
  const order = new Set(wanted.map(({ alias }) => alias));
  return [...order].flatMap((alias) => used.get(alias) ?? []);
}

function partiesOf(steps: readonly AuthStep[]): readonly Party[] {
  return steps.flatMap((step): readonly Party[] => {
    if ("when" in step) return partiesOf(step.steps);
    return "note" in step ? step.over : [step.from, step.to];
  });
}

function writeStep(writer: DiagramWriter, step: AuthStep, indent: string): void {
  if ("when" in step) {
    writer.line(`${indent}opt ${wrapLabel(step.when, "bare", NOTE_WIDTH)}`);
    for (const inner of step.steps) writeStep(writer, inner, `${indent}  `);
    writer.line(`${indent}end`);
  } else if ("note" in step) {
    const aliases = [...new Set(step.over.map(({ alias }) => alias))].join(",");
    writer.line(`${indent}Note over ${aliases}: ${wrapLabel(step.note, "bare", NOTE_WIDTH)}`);
  } else {
    const { from, to, text, isReply } = step;
    const arrow = isReply === true ? "-->>" : "->>";
    const label = wrapLabel(text, "bare", MESSAGE_WIDTH);
    writer.line(`${indent}${from.alias}${arrow}${to.alias}: ${label}`);
  }
}
