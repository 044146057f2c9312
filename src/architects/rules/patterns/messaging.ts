import type { Pattern } from "../pattern.ts";

const CHAT =
  /\b(?:chats?|conversations?)\b|\b(?:direct|private|instant|chat) messag(?:es?|ing)\b|\bmessag(?:e|es|ing) (?:with|between)\b|\bmessage (?:each other|other users|another (?:user|member)|the (?:seller|buyer|driver|host|owner))\b|\breply to (?:an? |the |my )?messages?\b|\bmessage threads?\b/i;
const SEND =
  /\b(?:send|write|post|exchange|reply)\w*\b[^.]{0,40}\b(?:messages?|chats?|conversations?)\b|\bmessage (?:each other|other|another|the)\b|\bchat with\b/i;
const READ_MARK =
  /\bread receipts?\b|\bunread\b|\bmark\w* (?:\w+ ){0,3}as read\b|\b(?:was|were|is|been) read\b/i;

export const messagingPattern: Pattern = {
  priority: 60,
  context: {
    id: "messaging",
    name: "Messaging",
    purpose: "Owns what people write to each other, who takes part and how far each has read.",
    classification: "supporting",
  },
  entities: [
    {
      id: "conversation",
      name: "Conversation",
      description: "What two or more people write to each other, in order.",
      names: ["conversation", "chat", "message thread", "group chat"],
      impliedBy: CHAT,
      evidence: CHAT,
      fields: [
        {
          name: "title",
          when: /\bgroup (?:chats?|conversations?)\b/i,
          overrides: { nullable: true, samples: ["Team north"] },
        },
        { name: "last message at", essential: true, overrides: { nullable: true, readOnly: true } },
      ],
      rowsPerUser: 4,
    },
    {
      id: "participant",
      name: "Participant",
      description: "One account in one conversation, and how far it has read.",
      names: ["participant", "chat member"],
      impliedBy: CHAT,
      needs: ["conversation"],
      fields: [
        { name: "last read at", when: READ_MARK, overrides: { nullable: true } },
        { name: "muted until", when: /\bmut(?:e|es|ed|ing)\b/i, overrides: { nullable: true } },
      ],
      references: [
        { to: "conversation", required: true, owned: true },
        { to: "account", required: true, owned: true },
      ],
      uniqueKeys: [["conversation-id", "account-id"]],
      rowsPerUser: 9,
    },
    {
      id: "message",
      name: "Message",
      description: "One thing that one participant wrote.",
      names: ["message", "direct message", "chat message", "private message"],
      impliedBy: CHAT,
      needs: ["conversation"],
      fields: [
        {
          name: "body",
          essential: true,
          synonyms: ["text", "content"],
          overrides: {
            maxLength: 4000,
            classification: "personal",
            samples: ["Is it still available?"],
          },
        },
        {
          name: "edited at",
          when: /\bedit\w* (?:\w+ ){0,2}messages?\b/i,
          overrides: { nullable: true, readOnly: true },
        },
      ],
      references: [
        { to: "conversation", required: true, owned: true },
        { to: "account", role: "sender account", required: true },
      ],
      rowsPerUser: 60,
    },
  ],
  operations: [
    {
      id: "start-conversation",
      name: "Start conversation",
      description: "Opens a conversation with somebody, or returns the one that is there.",
      entity: "conversation",
      when: CHAT,
      claims:
        /^(?:start|open|create|begin) (?:\w+ )?(?:chat|conversation|group chat)|^(?:message|chat)\b/,
      shape: "create",
      http: { method: "post", path: "/conversations", status: 201 },
      accepts: ["title"],
      acceptsValues: [
        {
          name: "participant account id",
          type: "uuid",
          required: true,
          samples: ["9b2f61c4-3f0e-4c8e-9d57-2f6a1f0e7b31"],
        },
      ],
    },
    {
      id: "list-conversations",
      name: "List conversations",
      description:
        "Pages through the caller's conversations, the one with the latest message first.",
      entity: "conversation",
      when: CHAT,
      claims: /^(?:see|view|list|browse|read) (?:\w+ )?(?:chat|conversation)/,
      shape: "list",
      http: { method: "get", path: "/conversations", status: 200 },
      own: true,
    },
    {
      id: "send-message",
      name: "Send message",
      description: "Adds a message to a conversation that the caller takes part in.",
      entity: "message",
      when: SEND,
      claims: /^(?:send|write|post|exchange|reply)\b.*(?:message|chat|conversation)|^reply/,
      shape: "create",
      http: { method: "post", path: "/conversations/{conversationId}/messages", status: 201 },
      accepts: ["body"],
    },
    {
      id: "list-messages",
      name: "List messages",
      description: "Pages through the messages of a conversation, newest first.",
      entity: "message",
      when: CHAT,
      claims: /^(?:see|view|list|read|receive) (?:\w+ )?message/,
      shape: "list",
      http: { method: "get", path: "/conversations/{conversationId}/messages", status: 200 },
    },
    {
      id: "mark-conversation-read",
      name: "Mark conversation read",
      description: "Remembers how far the caller has read.",
      entity: "participant",
      when: READ_MARK,
      claims: /^mark (?:\w+ )?(?:message|conversation|chat)/,
      shape: "command",
      http: { method: "put", path: "/conversations/{conversationId}/read-mark", status: 204 },
      accepts: ["last-read-at"],
      own: true,
    },
  ],
  events: [
    {
      id: "message-sent",
      name: "Message sent",
      description: "A message was written; whoever takes part is told.",
      entity: "message",
      when: SEND,
      consumers: ["notifications"],
    },
  ],
  needs: [],
};
