"""The OpenAPI document: its routes, the values they take and give as JSON Schema, and their refusals."""
