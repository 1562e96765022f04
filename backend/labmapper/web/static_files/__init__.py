"""Scripts, styles and pictures as they are sent."""
