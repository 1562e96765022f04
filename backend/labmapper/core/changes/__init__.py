"""What changed between two drawings, or between the labs that they mean."""
