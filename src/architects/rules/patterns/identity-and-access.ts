import type { Pattern } from "../pattern.ts";

const SIGN_IN =
  /\b(?:sign(?:s|ed|ing)?[- ]?in|log(?:s|ged|ging)?[- ]?in|log ?on|login|authenticat\w*)\b/i;
const SIGN_OUT = /\b(?:sign(?:s|ed|ing)?[- ]?out|log(?:s|ged|ging)?[- ]?out|logout)\b/i;
const REGISTER =
  /\b(?:sign(?:s|ed|ing)?[- ]?up (?!for\b)|signup|regist(?:er|ers|ration)\b(?! (?:an?|the|my|our|their|its|new) (?!(?:\w+ ){0,2}(?:account|profile|user))\w)|(?:create|open)s? (?:\w+ ){0,3}account)/i;
const RESET =
  /\breset\w* (?:\w+ ){0,3}password|forg[eo]t\w* (?:\w+ ){0,3}password|password (?:reset|recovery)/i;
const CHANGE =
  /\b(?:chang|modif|updat)\w* (?:\w+ ){0,3}passwords?\b|password (?:change|management)/i;

const password = {
  name: "password",
  type: "string",
  format: "password",
  minLength: 8,
  maxLength: 128,
  samples: ["correct horse battery staple"],
  required: true,
} as const;
const token = { type: "string", maxLength: 4096, required: true } as const;
const tokens = [
  { ...token, name: "access token", samples: ["eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiI0MiJ9.c2ln"] },
  { ...token, name: "refresh token", samples: ["rt_7Jr0Qm3xT1sVb9LhKe2Y"] },
] as const;

export const identityAndAccessPattern: Pattern = {
  priority: 10,
  context: {
    id: "identity",
    name: "Identity and access",
    purpose: "Owns who the users are, how they prove it and what they may do.",
    classification: "generic",
  },
  entities: [
    {
      id: "account",
      name: "Account",
      description: "Somebody who may sign in, with the proof of who they are.",
      names: ["account", "user", "user account", "personal account", "customer account"],
      keepsWord: ["user"],
      unless:
        /\b(?:iban|bank accounts?|available balance|debtor account|creditor account|ledger accounts?|savings? accounts?)\b/i,
      impliedBy: new RegExp(`${SIGN_IN.source}|${REGISTER.source}`, "i"),
      fields: [
        { name: "email", essential: true, unique: true, synonyms: ["email address", "e-mail"] },
        { name: "username", unique: true, synonyms: ["user name", "login name"] },
        { name: "password hash", essential: true, synonyms: ["password"] },
        {
          name: "role",
          when: /\b(?:admin\w*|only an? [\w ]+ (?:may|can)|roles?|moderator|support agent)\b/i,
          overrides: { readOnly: true },
        },
      ],
      lifecycle: {
        field: "status",
        states: ["active", "suspended"],
        initial: "active",
        transitions: [
          { from: "active", to: "suspended", trigger: "Suspend account" },
          { from: "suspended", to: "active", trigger: "Reinstate account" },
        ],
        when: /\b(?:suspend|block|ban|deactivat|disabl)\w* (?:\w+ ){0,2}(?:accounts?|users?)\b/i,
      },
      rowsPerUser: 1,
    },
    {
      id: "session",
      name: "Session",
      description: "One signed-in client; ended by signing out, carries the refresh token.",
      names: [],
      impliedBy: SIGN_OUT,
      needs: ["account"],
      fields: [
        { name: "refresh token hash", essential: true, unique: true },
        { name: "expires at", essential: true },
        { name: "revoked at", essential: true, overrides: { nullable: true } },
      ],
      references: [{ to: "account", required: true, owned: true }],
      rowsPerUser: 2,
    },
    {
      id: "password-reset",
      name: "Password reset",
      description: "One request to set a new password; valid once and for a short time.",
      names: ["password reset"],
      impliedBy: RESET,
      needs: ["account"],
      fields: [
        { name: "token hash", essential: true, unique: true },
        { name: "expires at", essential: true },
        { name: "used at", essential: true, overrides: { nullable: true } },
      ],
      references: [{ to: "account", required: true, owned: true }],
      rowsPerUser: 0.2,
    },
  ],
  operations: [
    {
      id: "register-account",
      name: "Register account",
      description: "Creates an account from an email address and a password.",
      entity: "account",
      when: REGISTER,
      claims:
        /^(?:register|sign up|signup|create account|open account|create personal account|registration)/,
      shape: "create",
      http: { method: "post", path: "/accounts", status: 201 },
      accepts: ["email", "username", "name", "phone", "phone-number", "address"],
      acceptsValues: [password],
      publicReason: "Somebody who registers has no account to prove who they are with.",
    },
    {
      id: "sign-in",
      name: "Sign in",
      description:
        "Exchanges the proof of who somebody is for an access token and a refresh token.",
      entity: "account",
      when: SIGN_IN,
      claims: /^(?:sign in|log ?in|login|authenticate|log into|sign into)/,
      shape: "command",
      http: { method: "post", path: "/sessions", status: 201 },
      accepts: ["email"],
      acceptsValues: [password],
      answers: [...tokens, { name: "expires in", type: "integer", samples: [900], required: true }],
      publicReason: "This is where somebody proves who they are.",
    },
    {
      id: "sign-out",
      name: "Sign out",
      description: "Ends the caller's session; its refresh token is worthless from then on.",
      entity: "session",
      when: SIGN_OUT,
      claims: /^(?:sign out|log ?out|logout)/,
      shape: "command",
      http: { method: "delete", path: "/sessions/current", status: 204 },
      accepts: [],
      own: true,
    },
    {
      id: "refresh-session",
      name: "Refresh session",
      description:
        "Exchanges a refresh token for a new pair; the old one is worthless from then on.",
      entity: "session",
      when: SIGN_OUT,
      claims: /^refresh session/,
      shape: "command",
      http: { method: "post", path: "/sessions/current/refresh", status: 200 },
      accepts: [],
      acceptsValues: [tokens[1]],
      answers: tokens,
      publicReason: "The refresh token in the body is the proof.",
    },
    {
      id: "request-password-reset",
      name: "Request password reset",
      description:
        "Sends a link by email; the answer is the same whether the address is known or not.",
      entity: "password-reset",
      when: RESET,
      claims: /^(?:reset|forget|recover)\b.*|^reset password/,
      shape: "command",
      http: { method: "post", path: "/password-resets", status: 202 },
      accepts: [],
      acceptsValues: [
        {
          name: "email",
          type: "string",
          format: "email",
          maxLength: 254,
          samples: ["ada@example.com"],
          required: true,
        },
      ],
      publicReason: "Somebody who lost the password cannot sign in.",
    },
    {
      id: "complete-password-reset",
      name: "Complete password reset",
      description: "Sets a new password with the token of the link and ends all sessions.",
      entity: "password-reset",
      when: RESET,
      claims: /^get back into/,
      shape: "command",
      http: { method: "post", path: "/password-resets/complete", status: 204 },
      accepts: [],
      acceptsValues: [
        { ...token, name: "token", samples: ["pr_4bX9sW2mQe7LkT"] },
        { ...password, name: "new password" },
      ],
      publicReason: "The token from the email is the proof.",
    },
    {
      id: "change-password",
      name: "Change password",
      description: "Replaces the caller's password; the current one has to be given.",
      entity: "account",
      when: CHANGE,
      claims: /^(?:change|modify|update) (?:\w+ )?password/,
      shape: "command",
      http: { method: "put", path: "/accounts/current/password", status: 204 },
      accepts: [],
      acceptsValues: [
        { ...password, name: "current password" },
        { ...password, name: "new password" },
      ],
      own: true,
    },
  ],
  events: [
    {
      id: "account-suspended",
      name: "Account suspended",
      description: "An account was suspended; what it does elsewhere has to stop.",
      entity: "account",
      when: /\bsuspend\w* (?:\w+ ){0,2}(?:accounts?|users?)\b/i,
      consumers: ["catalogue", "ordering"],
    },
  ],
  needs: [],
};
