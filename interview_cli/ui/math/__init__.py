"""LaTeX formulas made readable in a terminal; imports the standard library, and TeXicode where it is installed."""

from interview_cli.ui.math.block import to_block
from interview_cli.ui.math.line import to_line
from interview_cli.ui.math.text import readable
from interview_cli.ui.math.tokens import TexError
from interview_cli.ui.spans import Mode

__all__ = ["Mode", "TexError", "readable", "to_block", "to_line"]
