"""What answers HTTP: pages, accounts and the API."""
