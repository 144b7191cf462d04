"""Key points in lines that fit, with boxes where they were ticked. Terminal only."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from interview_cli.ui.terminal import Terminal, harmless
from interview_cli.ui.text.markdown import plain_text

if TYPE_CHECKING:
    from interview_cli.domain.items.question import KeyPoint


def which_said(points: Sequence[KeyPoint]) -> str:
    """What is asked above them."""
    return f"Which of these did you say?{legend(points)} "


def legend(points: Sequence[KeyPoint]) -> str:
    """What the star means, where a point has one."""
    return " (* essential)" if any(point.essential for point in points) else ""


def point_lines(
    points: Sequence[KeyPoint], terminal: Terminal, width: int, ticked: Collection[int] | None = None
) -> list[list[str]]:
    """The lines of each point: `*` where it is essential, a box where ticks are known, its number and its text."""
    digits = len(str(len(points)))
    lines = []
    for index, point in enumerate(points):
        box = "" if ticked is None else f"[{'x' if index in ticked else ' '}] "
        lead = f"{'*' if point.essential else ' '}{box}{index + 1:>{digits}}. "
        body = plain_text(harmless(point.text), width=width - len(lead), mode=terminal.mode).splitlines() or [""]
        lines.append([lead + body[0], *(" " * len(lead) + line for line in body[1:])])
    return lines


def show_points(points: Sequence[KeyPoint], terminal: Terminal, ticked: Collection[int] | None = None) -> None:
    """All points, one below the other."""
    for lines in point_lines(points, terminal, terminal.width - 1, ticked):
        for line in lines:
            terminal.print(f" {line}")
