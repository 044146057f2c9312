import type { MessageStreamParams } from "@anthropic-ai/sdk/resources/messages/messages";
import type { ModelRequest, Turn } from "../model-port.ts";

/** Whether the server is held to the schema, or the schema is told in words. */
export type OutputMode = "native" | "prompt";

/** The body of a call. */
export function toParameters(request: ModelRequest, mode: OutputMode): MessageStreamParams {
  const { model, maxTokens, system, schema, effort, answerFormat } = request;
  const format =
    mode === "native" ? { format: { type: "json_schema" as const, schema: { ...schema } } } : {};
  const config = { ...(effort === undefined ? {} : { effort }), ...format };
  const messages =
    mode === "native" ? request.messages : withAnswerFormat(request.messages, answerFormat);
  return {
    model,
    max_tokens: maxTokens,
    system: system.map((block) => ({ ...block })),
    // The assistant's blocks go back as they came.
    messages: messages.map(({ role, content }) => ({
      role,
      content: [...content],
    })) as MessageStreamParams["messages"],
    ...(Object.keys(config).length === 0 ? {} : { output_config: config }),
  };
}

function withAnswerFormat(messages: readonly Turn[], text: string): readonly Turn[] {
  return messages.map((turn, index) =>
    index === 0 && turn.role === "user"
      ? { role: "user", content: [...turn.content, { type: "text", text }] }
      : turn,
  );
}
