"""What a drawing means: pure functions and values, without IO, Flask, a database or a clock."""
