"""Report formats: one `Progress` value and what to read next in, text out; no format computes a figure."""
