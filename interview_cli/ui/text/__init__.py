"""Text laid out: Markdown and the spans in it."""
