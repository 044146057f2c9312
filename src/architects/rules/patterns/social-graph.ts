import type { Pattern } from "../pattern.ts";

const FOLLOW =
  /\b(?:un)?follow(?:s|ing|ers?)?\b (?:and unfollow |or unfollow )?(?:(?:an?|the|other|another) )*(?:users?|accounts?|profiles?|people|persons?|authors?|friends?|members?|artists?|creators?)\b|\bfollowers?\b/i;
const UNFOLLOW = /\bunfollow\b/i;
const FEED = /\b(?:news ?|home |activity |personal )?(?:feed|timeline)\b/i;
const POST =
  /\b(?:feed|timeline|follow\w*|like[sd]?|comment\w*|shar(?:e|es|ing))\b[^.]*\bposts\b|\b(?:like|comment on|share|publish|write|create)s? (?:an? |the |my )?(?:\w+ )?posts?\b|\bposts\b[^.]*\b(?:feed|timeline|like[sd]?|comments?|follow\w*)\b/i;
const LIKE =
  /\b(?:un)?(?:likes?|favou?rites?) (?:(?:an?|the|other|and|or|unlike) )*(?:\w+ )?posts?\b/i;
const COMMENT =
  /\bcomments? (?:on|to|under) (?:(?:an?|the|other) )*(?:\w+ )?posts?\b|\bposts?\b[^.]*\bcomments?\b/i;

export const socialGraphPattern: Pattern = {
  priority: 90,
  context: {
    id: "social",
    name: "Social graph",
    purpose: "Owns who follows whom, what is posted and what others think of it.",
    classification: "core",
  },
  entities: [
    {
      id: "follow",
      name: "Follow",
      description: "Who follows whom.",
      names: ["follow", "follower"],
      impliedBy: FOLLOW,
      evidence: FOLLOW,
      needs: ["account"],
      fields: [],
      references: [
        { to: "account", role: "follower account", required: true, owned: true },
        { to: "account", role: "followed account", required: true, owned: true },
      ],
      uniqueKeys: [["follower-account-id", "followed-account-id"]],
      rowsPerUser: 30,
    },
    {
      id: "post",
      name: "Post",
      description: "Something that somebody publishes to those who follow.",
      names: ["post", "status update", "social post"],
      evidence: POST,
      fields: [
        {
          name: "body",
          essential: true,
          synonyms: ["text", "content"],
          overrides: { samples: ["First tomatoes of the year."] },
        },
      ],
      references: [{ to: "account", role: "author account", required: true }],
      rowsPerUser: 20,
    },
    {
      id: "comment",
      name: "Comment",
      description: "What somebody says about a post.",
      names: ["comment", "post comment"],
      impliedBy: COMMENT,
      needs: ["post"],
      fields: [{ name: "body", essential: true, synonyms: ["text", "content"] }],
      references: [
        { to: "post", required: true, owned: true },
        { to: "comment", role: "parent", required: false, when: /\brepl(?:y|ies)\b/i },
        { to: "account", role: "author account", required: true },
      ],
      rowsPerUser: 40,
    },
    {
      id: "like",
      name: "Like",
      description: "Who likes which post; at most once.",
      names: ["like", "favourite", "favorite"],
      impliedBy: LIKE,
      evidence: LIKE,
      needs: ["post"],
      fields: [],
      references: [
        { to: "post", required: true, owned: true },
        { to: "account", required: true, owned: true },
      ],
      uniqueKeys: [["post-id", "account-id"]],
      rowsPerUser: 100,
    },
  ],
  operations: [
    {
      id: "follow-account",
      name: "Follow account",
      description: "Makes the caller follow somebody; following twice changes nothing.",
      entity: "follow",
      when: FOLLOW,
      claims: /^follow\b/,
      shape: "command",
      http: { method: "put", path: "/follows/{followedAccountId}", status: 204 },
      accepts: [],
      own: true,
    },
    {
      id: "unfollow-account",
      name: "Unfollow account",
      description: "Ends that the caller follows somebody.",
      entity: "follow",
      when: UNFOLLOW,
      claims: /^unfollow\b/,
      shape: "delete",
      http: { method: "delete", path: "/follows/{followedAccountId}", status: 204 },
      own: true,
    },
    {
      id: "get-feed",
      name: "Get feed",
      description: "Pages through the posts of those whom the caller follows, newest first.",
      entity: "post",
      when: FEED,
      claims: /^(?:see|view|read|browse|get|open|scroll) (?:\w+ ){0,2}(?:feed|timeline)/,
      shape: "list",
      http: { method: "get", path: "/feed", status: 200 },
      own: true,
    },
    {
      id: "like-post",
      name: "Like post",
      description: "Remembers that the caller likes a post; liking twice changes nothing.",
      entity: "like",
      when: LIKE,
      claims: /^(?:like|favou?rite) (?:\w+ )?post/,
      shape: "command",
      http: { method: "put", path: "/posts/{postId}/like", status: 204 },
      accepts: [],
      own: true,
    },
    {
      id: "unlike-post",
      name: "Unlike post",
      description: "Takes the caller's like back.",
      entity: "like",
      when: LIKE,
      claims: /^(?:unlike|unfavou?rite)\b/,
      shape: "delete",
      http: { method: "delete", path: "/posts/{postId}/like", status: 204 },
      own: true,
    },
    {
      id: "comment-post",
      name: "Comment on post",
      description: "Adds the caller's comment to a post.",
      entity: "comment",
      when: COMMENT,
      claims: /^(?:comment|write|add|leave|post) (?:\w+ )?(?:comment|post)/,
      shape: "create",
      http: { method: "post", path: "/posts/{postId}/comments", status: 201 },
      accepts: ["body"],
      own: true,
    },
  ],
  events: [
    {
      id: "post-published",
      name: "Post published",
      description: "A post was published; the feeds of the followers take it up.",
      entity: "post",
      when: FEED,
      consumers: ["notifications"],
    },
  ],
  needs: [
    {
      store: "cache",
      reason: "A feed is read far more often than anybody posts; its first pages are kept ready.",
      when: FEED,
    },
  ],
};
