"""The question bank on disk: YAML in, domain items out."""
