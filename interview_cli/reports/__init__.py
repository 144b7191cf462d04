"""Report formats: one `Progress` value in, text out; nothing here computes a figure."""
