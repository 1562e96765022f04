"""What stands between the app and its clients: patience with slow ones, and one line of log a request."""
