"""The diagram document, as the editor saves and exports it."""
