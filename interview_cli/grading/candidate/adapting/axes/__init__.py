"""Tensors with other axes: a batch more or less, tokens before heads, a table that is added to."""
