import type { Pattern } from "../pattern.ts";

const PUSH =
  /\bpush[- ]notifications?\b|\bpush messages?\b|\bnotif\w+ on (?:my|their|the) (?:phone|device)\b/i;
const KEPT =
  /\bin-app notifications?\b|\bnotification (?:cent(?:re|er)|inbox|list|feed|history|bell)\b|\b(?:see|read|view|mark|list|dismiss|open)s? (?:\w+ ){0,3}notifications?\b/i;
const PREFERENCES =
  /\bnotification (?:preferences?|settings|channels?)\b|\b(?:turn|switch|opt)\w* (?:\w+ ){0,4}notifications?\b|\bcho+s\w* (?:which|how|what) (?:\w+ ){0,4}notif\w+|\b(?:mute|unsubscribe from|subscribe to|disable|enable) (?:\w+ ){0,3}notifications?\b/i;
const TEMPLATES = /\b(?:notification|message|e-?mail|sms|push) templates?\b/i;
const MARK = /\b(?:mark|dismiss)\w* (?:\w+ ){0,3}notifications?\b/i;
const channel = {
  name: "channel",
  essential: true,
  overrides: {
    type: "enum",
    enumValues: ["email", "push", "sms", "in_app"],
    samples: ["email", "push"],
  },
} as const;

export const notificationsPattern: Pattern = {
  priority: 70,
  context: {
    id: "notifications",
    name: "Notifications",
    purpose: "Owns what people are told, on which channel, and what they want to be told.",
    classification: "supporting",
  },
  entities: [
    {
      id: "notification",
      name: "Notification",
      description: "One thing that one person was told, and whether it was read.",
      names: ["notification", "in-app notification"],
      impliedBy: KEPT,
      evidence: KEPT,
      fields: [
        {
          name: "title",
          essential: true,
          overrides: { readOnly: true, samples: ["Your order was shipped"] },
        },
        {
          name: "body",
          essential: true,
          overrides: { readOnly: true, samples: ["It should arrive on Tuesday."] },
        },
        {
          name: "read at",
          essential: true,
          overrides: {
            type: "timestamp",
            nullable: true,
            readOnly: true,
            default: undefined,
            samples: ["2026-03-14T09:30:00Z"],
          },
        },
      ],
      references: [{ to: "account", role: "recipient account", required: true, owned: true }],
      rowsPerUser: 40,
    },
    {
      id: "push-device",
      name: "Push device",
      description: "A phone or browser that may be sent push messages.",
      names: ["push device", "push subscription", "device token"],
      impliedBy: PUSH,
      fields: [
        {
          name: "platform",
          essential: true,
          overrides: {
            type: "enum",
            enumValues: ["ios", "android", "web"],
            samples: ["ios", "android"],
          },
        },
        {
          name: "push token",
          essential: true,
          unique: true,
          overrides: { readOnly: false, classification: "sensitive", samples: ["fcm:dQw4w9WgXcQ"] },
        },
        { name: "last seen at", essential: true, overrides: { nullable: true, readOnly: true } },
      ],
      references: [{ to: "account", required: true, owned: true }],
      rowsPerUser: 1.5,
    },
    {
      id: "notification-preference",
      name: "Notification preference",
      description: "Whether one person wants to be told of one topic on one channel.",
      names: ["notification preference", "notification setting"],
      impliedBy: PREFERENCES,
      fields: [
        {
          name: "topic",
          essential: true,
          overrides: { maxLength: 60, samples: ["order_updates", "news"] },
        },
        channel,
        { name: "enabled", essential: true },
      ],
      references: [{ to: "account", required: true, owned: true }],
      uniqueKeys: [["account-id", "topic", "channel"]],
      rowsPerUser: 4,
    },
    {
      id: "notification-template",
      name: "Notification template",
      description: "The words of one notification, for one channel and language.",
      names: ["notification template", "message template", "email template", "e-mail template"],
      impliedBy: TEMPLATES,
      fields: [
        {
          name: "template key",
          essential: true,
          overrides: { maxLength: 80, samples: ["order_shipped"] },
        },
        channel,
        { name: "locale", essential: true },
        { name: "subject", essential: true, overrides: { nullable: true } },
        { name: "body", essential: true },
      ],
      uniqueKeys: [["template-key", "channel", "locale"]],
      rowsPerUser: 0.0001,
    },
  ],
  operations: [
    {
      id: "list-notifications",
      name: "List notifications",
      description: "Pages through the caller's notifications, newest first.",
      entity: "notification",
      when: KEPT,
      claims: /^(?:see|view|list|read|open|receive|get) (?:\w+ )?notification/,
      shape: "list",
      http: { method: "get", path: "/notifications", status: 200 },
      own: true,
    },
    {
      id: "mark-notification-read",
      name: "Mark notification read",
      description: "Remembers that the caller has read it.",
      entity: "notification",
      when: MARK,
      claims: /^(?:mark|dismiss) (?:\w+ )?notification/,
      shape: "command",
      http: { method: "put", path: "/notifications/{notificationId}/read", status: 204 },
      accepts: [],
      own: true,
    },
    {
      id: "register-push-device",
      name: "Register push device",
      description: "Tells where push messages for the caller go.",
      entity: "push-device",
      when: PUSH,
      claims: /^register (?:\w+ )?(?:device|phone)/,
      shape: "create",
      http: { method: "post", path: "/push-devices", status: 201 },
      own: true,
    },
    {
      id: "list-notification-preferences",
      name: "List notification preferences",
      description: "Returns what the caller wants to be told.",
      entity: "notification-preference",
      when: PREFERENCES,
      claims: /^(?:see|view|list) (?:\w+ )?notification (?:preference|setting)/,
      shape: "list",
      http: { method: "get", path: "/notification-preferences", status: 200 },
      own: true,
    },
    {
      id: "set-notification-preference",
      name: "Set notification preference",
      description: "Says whether the caller wants to be told of a topic on a channel.",
      entity: "notification-preference",
      when: PREFERENCES,
      claims:
        /^(?:choose|set|change|manage|update|edit|configure|turn|switch|opt|mute|disable|enable|subscribe|unsubscribe)\b/,
      shape: "command",
      http: { method: "put", path: "/notification-preferences/{topic}/{channel}", status: 200 },
      accepts: ["enabled"],
      own: true,
    },
  ],
  events: [],
  needs: [],
  providers: [
    {
      id: "push-provider",
      name: "Push provider",
      description: "Delivers push messages to phones and browsers; which one is not said.",
      when: PUSH,
      named: /push|firebase|apns/i,
    },
    {
      id: "sms-provider",
      name: "SMS provider",
      description: "Delivers text messages to phones; which one is not said.",
      when: /\b(?:by|via|an?|per|as|and|or) (?:sms|text message)\b|\bsms (?:notifications?|messages?|reminders?|alerts?)\b/i,
      named: /text messages|twilio/i,
    },
  ],
};
