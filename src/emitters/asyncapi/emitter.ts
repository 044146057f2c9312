import { yamlText } from "../../artifacts/yaml-text.ts";
import type { Emitter } from "../emitter.ts";
import { asyncapiDocument } from "./document.ts";
import { messagingOf } from "./messaging-of.ts";

/** One AsyncAPI 3.0 document for each context that sends or receives messages. */
export const asyncapiEmitter: Emitter = {
  id: "asyncapi",
  emit(design) {
    const artifacts = messagingOf(design).map((messaging) => {
      const { document, origins } = asyncapiDocument(design, messaging);
      const context = messaging.context.id;
      const path = `asyncapi/${context}.yaml`;
      return { path, kind: "asyncapi" as const, text: yamlText(document), origins, context };
    });
    return { artifacts, diagnostics: [] };
  },
};
