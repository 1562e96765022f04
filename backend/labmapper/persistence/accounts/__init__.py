"""Accounts: people, the browsers in which they have logged in, what was tried, and their tokens for scripts."""
