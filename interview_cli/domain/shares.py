"""How a share is written: one spelling for every screen and file."""

from __future__ import annotations


def percent(share: float, *, digits: int = 0) -> str:
    """`44 %`; so many digits behind the point."""
    return f"{share * 100:.{digits}f} %"
