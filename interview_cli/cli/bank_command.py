"""`interview bank`: list, lint, stats and coverage of the question bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from interview_cli.cli.common import Json, Kinds, Sections, json_line, kinds_of, sections_of, world_of
from interview_cli.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from interview_cli.services.bank_coverage import Coverage
    from interview_cli.ui.terminal import Terminal

bank_app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the group."""
    app.add_typer(bank_app, name="bank", help="The question bank: list, lint, stats, coverage.")


@bank_app.command("list", epilog="Example: interview bank list --section transformers --kind code")
def list_items(context: typer.Context, section: Sections = None, kind: Kinds = None, as_json: Json = False) -> None:
    """List all items: id, kind, section, level, minutes, title."""
    from interview_cli.services.search import Filter, matches

    world = world_of(context)
    wanted = Filter(sections=sections_of(section), kinds=kinds_of(kind))
    for item in world.bank.items.values():
        if not matches(item, world.bank, wanted):
            continue
        number = world.bank.section_of(item)
        if as_json:
            held = {"schema": 1, "item": item.id, "kind": item.kind, "section": number, "level": item.level}
            world.terminal.print(json_line(held | {"minutes": item.minutes, "concepts": list(item.concepts)}))
        else:
            title = item.title or world.bank.concepts[item.concepts[0]].title
            line = f"{item.id:<34} {item.kind:<9} {number:>2}  {item.level}  {item.minutes:>4g} min  {title}"
            world.terminal.print(line if len(line) <= world.terminal.width else line[: world.terminal.width - 1] + "…")


@bank_app.command("lint", epilog="Example: interview --bank my-questions bank lint")
def lint_bank(context: typer.Context) -> None:
    """Check every item: numbers, formulas, sources, distractors, signatures. Exit code 1 if there are faults."""
    from interview_cli.domain.errors import BankError
    from interview_cli.services.bank_check import lint

    world = world_of(context)
    try:
        bank = world.bank
    except BankError as error:  # garbage is a fault like any other here: said on stdout, exit code 1
        for line in error.message.splitlines():
            world.terminal.print(line)
        raise typer.Exit(ExitCode.NO) from None
    faults = lint(bank, world.pages)
    for fault in faults:
        world.terminal.print(str(fault))
    world.terminal.note(f"{len(bank.items)} items, {len(faults)} faults")
    raise typer.Exit(ExitCode.NO if faults else ExitCode.OK)


@bank_app.command("stats", epilog="Example: interview bank stats")
def show_stats(context: typer.Context, as_json: Json = False) -> None:
    """Count items by section and kind."""
    from interview_cli.domain.guide import SECTIONS
    from interview_cli.domain.question import KINDS
    from interview_cli.services.bank_coverage import stats

    world = world_of(context)
    counts = stats(world.bank)
    if as_json:
        for count in counts:
            held = {
                "schema": 1,
                "section": count.section,
                "kind": count.kind,
                "level": count.level,
                "items": count.items,
            }
            world.terminal.print(json_line(held))
        return
    world.terminal.print(f"{'section':<26}" + "".join(f"{kind[:6]:>8}" for kind in KINDS) + f"{'all':>6}")
    for section in SECTIONS:
        row = {kind: sum(c.items for c in counts if c.section == section.number and c.kind == kind) for kind in KINDS}
        cells = "".join(f"{row[kind] or '':>8}" for kind in KINDS)
        world.terminal.print(f"{section.number:>2} {section.slug:<23}{cells}{sum(row.values()):>6}")
    total = sum(c.items for c in counts)
    cells = "".join(f"{sum(c.items for c in counts if c.kind == kind):>8}" for kind in KINDS)
    world.terminal.print(f"{'all':<26}{cells}{total:>6}")


@bank_app.command("coverage", epilog="Example: interview bank coverage --json")
def show_coverage(context: typer.Context, as_json: Json = False) -> None:
    """Say which concepts and key points no item asks. Exit code 1 while any is missing."""
    from interview_cli.services.bank_coverage import coverage

    world = world_of(context)
    found = coverage(world.bank)
    if as_json:
        world.terminal.print(json_line(found.as_json()))
    else:
        _show_coverage(found, world.terminal)
    raise typer.Exit(ExitCode.OK if found.complete else ExitCode.NO)


def _show_coverage(found: Coverage, terminal: Terminal) -> None:
    from interview_cli.domain.guide import SECTIONS

    slugs = {section.number: section.slug for section in SECTIONS}
    terminal.print(f"{'section':<26}{'concepts':>9}{'covered':>9}")
    for row in found.sections:
        terminal.print(f"{row.section:>2} {slugs[row.section]:<23}{row.concepts:>9}{row.covered:>9}")
    touched = [concept for concept in found.concepts if concept.items and concept.gaps]
    for concept in touched:
        terminal.print(f"{concept.concept}: {'; '.join(concept.gaps)}")
    untouched = sum(not concept.items for concept in found.concepts)
    terminal.print(f"{untouched} concepts have no item; {len(found.unwritten)} problems have no item")
