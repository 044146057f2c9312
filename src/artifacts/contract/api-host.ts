/** Reserved for documents (RFC 2606): the Design does not say where the system will run. */
export const API_HOST = "api.example.com";
