import type { Pattern } from "../pattern.ts";

const THINGS = "(?:photos?|images?|pictures?|videos?|media(?: files?)?|recordings?|attachments?)";
const UPLOAD = new RegExp(
  `\\b(?:upload|attach)(?:s|ed|ing)? (?:(?:[\\w/-]+,? ){0,4})${THINGS}\\b|\\b${THINGS} (?:uploads?|(?:is|are|can be|may be|must be) (?:uploaded|attached))\\b`,
  "i",
);
const VARIANTS =
  /\bthumbnails?\b|\bresiz(?:e|es|ed|ing)\b|\btranscod\w+|\b(?:image|media|photo|video) (?:variants?|renditions?|sizes)\b|\bseveral sizes\b/i;

export const mediaPattern: Pattern = {
  priority: 80,
  context: {
    id: "media",
    name: "Media",
    purpose: "Owns uploaded files: where they are kept, whether they are safe and in which sizes.",
    classification: "supporting",
  },
  entities: [
    {
      id: "media-file",
      name: "Media file",
      description:
        "An uploaded file; the bytes are in the object store, this says which and whose.",
      names: [
        "media file",
        "photo",
        "image",
        "picture",
        "video",
        "media",
        "recording",
        "attachment",
      ],
      keepsWord: true,
      impliedBy: UPLOAD,
      evidence: UPLOAD,
      fields: [
        {
          name: "object key",
          essential: true,
          unique: true,
          overrides: { readOnly: true, maxLength: 300, samples: ["uploads/2026/03/7f3a91.jpg"] },
        },
        {
          name: "media type",
          essential: true,
          overrides: { maxLength: 100, samples: ["image/jpeg", "video/mp4"] },
        },
        {
          name: "size bytes",
          essential: true,
          overrides: { type: "bigint", minimum: 1, samples: [482133] },
        },
        {
          name: "checksum",
          essential: true,
          overrides: { maxLength: 64, samples: ["9f86d081884c7d65"] },
        },
        {
          name: "alternative text",
          when: /\balt(?:ernative)? texts?\b/i,
          overrides: { nullable: true, maxLength: 500, samples: ["A blue mug on a table"] },
        },
      ],
      references: [
        { to: "account", role: "owner account", required: true },
        { to: "product", required: false, when: /\bproducts?\b/i },
        { to: "post", required: false, when: /\bposts?\b/i },
        { to: "message", required: false, when: /\bmessages?\b|\bchats?\b/i },
      ],
      rules: [{ id: "size-positive", field: "size-bytes", operator: "gt", value: 0 }],
      lifecycle: {
        field: "status",
        states: ["pending", "uploaded", "ready", "rejected"],
        initial: "pending",
        transitions: [
          { from: "pending", to: "uploaded", trigger: "Complete upload" },
          { from: "uploaded", to: "ready", trigger: "Scan and processing succeed" },
          { from: "uploaded", to: "rejected", trigger: "Scan or processing fails" },
        ],
        when: /./,
      },
      rowsPerUser: 3,
    },
    {
      id: "media-variant",
      name: "Media variant",
      description: "One size or format that was made of an uploaded file.",
      names: ["media variant", "thumbnail", "rendition", "variant"],
      impliedBy: VARIANTS,
      evidence: VARIANTS,
      needs: ["media-file"],
      fields: [
        {
          name: "purpose",
          essential: true,
          overrides: { maxLength: 40, samples: ["thumbnail", "large"] },
        },
        {
          name: "object key",
          essential: true,
          unique: true,
          overrides: {
            readOnly: true,
            maxLength: 300,
            samples: ["variants/7f3a91/thumbnail.webp"],
          },
        },
        {
          name: "width",
          essential: true,
          overrides: {
            type: "integer",
            minimum: 1,
            precision: undefined,
            scale: undefined,
            samples: [320],
          },
        },
        {
          name: "height",
          essential: true,
          overrides: {
            type: "integer",
            minimum: 1,
            precision: undefined,
            scale: undefined,
            samples: [240],
          },
        },
      ],
      references: [{ to: "media-file", required: true, owned: true }],
      uniqueKeys: [["media-file-id", "purpose"]],
      rowsPerUser: 9,
    },
  ],
  operations: [
    {
      id: "request-media-file-upload",
      name: "Request upload",
      description:
        "Returns a signed URL, valid for a short time, type and size; the client sends the bytes there, not through the API.",
      entity: "media-file",
      when: UPLOAD,
      claims: /^(?:upload|attach|add)\b/,
      shape: "create",
      http: { method: "post", path: "/media-files", status: 201 },
      accepts: ["media-type", "size-bytes", "checksum", "alternative-text"],
      answers: [
        {
          name: "id",
          type: "uuid",
          required: true,
          samples: ["7c9e6679-7425-40de-944b-e07fc1f90ae7"],
        },
        {
          name: "upload url",
          type: "string",
          format: "uri",
          maxLength: 2000,
          required: true,
          samples: ["https://files.example.com/uploads/7f3a91?signature=5257a8"],
        },
        {
          name: "expires at",
          type: "timestamp",
          required: true,
          samples: ["2026-03-14T09:41:53Z"],
        },
      ],
    },
    {
      id: "complete-media-file-upload",
      name: "Complete upload",
      description:
        "Says that the bytes are there; size and checksum are compared, then it is processed.",
      entity: "media-file",
      when: UPLOAD,
      claims: /^complete (?:\w+ )?upload/,
      shape: "command",
      http: { method: "post", path: "/media-files/{mediaFileId}/complete", status: 202 },
      accepts: [],
    },
  ],
  events: [
    {
      id: "media-uploaded",
      name: "Media uploaded",
      description: "A file has arrived; it is scanned and its variants are made.",
      entity: "media-file",
      when: VARIANTS,
      consumers: [],
    },
  ],
  needs: [
    {
      store: "object",
      reason:
        "Files are sent to the object store by signed URL; the database keeps only their keys.",
      when: UPLOAD,
    },
  ],
};
