"""Commands are imported by name when they are asked for: the names and what stands behind them agree."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from interview_cli import cli
from interview_cli.cli.commands import MODULES

FILES = sorted(path.stem for path in Path(cli.__file__).parent.glob("*_command.py"))


@pytest.mark.parametrize("module", [name for name in FILES if name != "today_command"])
def test_what_a_module_registers_is_found_under_its_name(module: str) -> None:
    """And nothing else of it; `today` is what the program does without a command."""
    app = typer.Typer(callback=lambda: None)
    import_module(f"interview_cli.cli.{module}").register(app)
    registered = set(get_command(app).commands)  # type: ignore[attr-defined]
    assert registered == {name for name, where in MODULES.items() if where == module}
