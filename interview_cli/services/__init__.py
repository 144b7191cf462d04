"""Use cases as state machines: no terminal, file or clock of their own."""
