"""Image quality with and without a reference (section 5)."""
