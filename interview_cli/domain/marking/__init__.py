"""Marks answers to machine-marked items, one module a kind; standard library and the domain only."""

from interview_cli.domain.marking.mark import expected_answer, mark

__all__ = ["expected_answer", "mark"]
