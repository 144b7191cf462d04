"""Typer commands: parse, wire, loop, exit. The only layer that knows the real clock, environment and terminal."""
