"""Asks a person: in lines, on a full screen, against a clock, in an editor."""
