"use strict";
// The contract comes as a script, since a page from the file system may not fetch a file.
window.SwaggerUIBundle({
  spec: window.groundplanContract,
  domNode: document.getElementById("reference"),
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  supportedSubmitMethods: [],
  validatorUrl: null,
});
