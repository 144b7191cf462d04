"""A file as it is pasted, before it runs: what is in it, what it needs, what it must not use. Standard library only."""
