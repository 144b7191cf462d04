"""`interview bank`: list, lint, stats, coverage, new items and export of the question bank."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.commands import Group
from interview_cli.cli.common import (
    Json,
    Kinds,
    Output,
    Sections,
    complete_kind,
    deliver,
    json_line,
    kinds_of,
    named,
    row_of_item,
    sections_of,
    world_of,
)
from interview_cli.cli.exit_codes import ExitCode
from interview_cli.domain.errors import BankError, UsageError
from interview_cli.domain.line_breaks import path_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_cli.bank.scaffold import Scaffold
    from interview_cli.cli.wiring import World
    from interview_cli.domain.items.question import AnyItem
    from interview_cli.services.bank.coverage import Count, Coverage
    from interview_cli.services.bank.flashcards import Flashcard
    from interview_cli.ui.terminal import Terminal

CARD_SEED = 0
"""Exported cards show the same numbers and order every time."""

CARD_FORMATS = ("csv", "apkg")

bank_app = typer.Typer(cls=Group, rich_markup_mode=None, no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the group."""
    app.add_typer(
        bank_app,
        name="bank",
        help="The question bank: list, lint, stats, coverage, new, export.",
        epilog="Example: interview bank list --kind code",
    )


@bank_app.command("list", epilog="Example: interview bank list --section transformers --kind code")
def list_items(context: typer.Context, section: Sections = None, kind: Kinds = None, as_json: Json = False) -> None:
    """List all items: id, kind, section, level, minutes, title."""
    from interview_cli.services.bank.search import Filter, matches

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
            columns = f"{item.id:<34} {item.kind:<9} {number:>2}  {item.level}  {item.minutes:>4g} min"
            for line in row_of_item(columns, title, world.terminal.width):
                world.terminal.print(line)


@bank_app.command("lint", epilog="Example: interview --bank my-questions bank lint")
def lint_bank(
    context: typer.Context,
    style: Annotated[
        bool,
        typer.Option(
            "--style", help="Check the English instead: long sentences, two questions in one prompt, spelling."
        ),
    ] = False,
) -> None:
    """Check every item: numbers, formulas, sources, distractors, signatures; the reading list and the rounds.

    Exit code 1 if there are faults.
    """
    from interview_cli.bank.load import packaged_bank
    from interview_cli.bank.reading import read_reading, reading_faults
    from interview_cli.bank.rounds import read_rounds, round_faults
    from interview_cli.reports.wording import counted
    from interview_cli.services.bank.check import lint, unpaired

    world = world_of(context)
    try:
        bank = world.bank
        folders = [packaged_bank(), *world.overlays]
        resources, rounds = read_reading(folders), read_rounds(folders)
    except BankError as error:  # garbage is a fault like any other here: said on stdout, exit code 1
        for line in error.message.splitlines():
            world.terminal.print(line)
        raise typer.Exit(ExitCode.NO) from None
    if style:
        raise typer.Exit(_lint_style(world))
    total = len(bank.items)
    unpaired_faults = () if world.overlays else unpaired(bank, world.pages)  # an overlay's own problem has no page
    faults = [
        *map(str, lint(bank, world.pages, lambda count: world.terminal.progress(f"{count} of {total} items"))),
        *map(str, unpaired_faults),
        *reading_faults(resources),
        *round_faults(rounds, bank, world.landed),
    ]
    world.terminal.progress("")
    for fault in faults:
        world.terminal.print(fault)
    world.terminal.note(f"{counted(total, 'item')}, {counted(len(faults), 'fault')}")
    raise typer.Exit(ExitCode.NO if faults else ExitCode.OK)


def _lint_style(world: World) -> ExitCode:
    """Print what an editor should look at again."""
    from interview_cli.bank.lint_style import style_remarks
    from interview_cli.reports.wording import counted

    remarks = style_remarks(world.bank.items.values())
    for remark in remarks:
        world.terminal.print(str(remark))
    world.terminal.note(f"{counted(len(world.bank.items), 'item')}, {counted(len(remarks), 'remark')}")
    return ExitCode.NO if remarks else ExitCode.OK


@bank_app.command("stats", epilog="Example: interview bank stats")
def show_stats(context: typer.Context, as_json: Json = False) -> None:
    """Count items by section and kind."""
    from interview_cli.services.bank.coverage import stats

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
    for line in _table_of(counts, world.terminal.width):
        world.terminal.print(line)


def _table_of(counts: Sequence[Count], width: int) -> list[str]:
    """Sections down, kinds across, in at most `width` columns where these are 60 or more."""
    from interview_cli.domain.items.guide import SECTIONS
    from interview_cli.domain.items.question import KINDS

    cell = max(4, min(8, (width - 32) // len(KINDS)))
    label = min(26, width - cell * len(KINDS) - 6)

    def line(name: str, own: Sequence[Count]) -> str:
        cells = [sum(count.items for count in own if count.kind == kind) for kind in KINDS]
        return (
            f"{_cut(name, label):<{label}}"
            + "".join(f"{number or '':>{cell}}" for number in cells)
            + f"{sum(cells):>6}"
        )

    head = f"{'section':<{label}}" + "".join(f"{kind[: cell - 1]:>{cell}}" for kind in KINDS) + f"{'all':>6}"
    rows = [
        line(f"{section.number:>2} {section.slug}", [count for count in counts if count.section == section.number])
        for section in SECTIONS
    ]
    return [head, *rows, line("all", counts)]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


@bank_app.command("coverage", epilog="Example: interview bank coverage --json")
def show_coverage(context: typer.Context, as_json: Json = False) -> None:
    """List concepts and key points that no item asks yet. Exit code 1 while any is missing."""
    from interview_cli.services.bank.coverage import coverage

    world = world_of(context)
    found = coverage(world.bank)
    if as_json:
        world.terminal.print(json_line(found.as_json()))
    else:
        _show_coverage(found, world.terminal)
    raise typer.Exit(ExitCode.OK if found.complete else ExitCode.NO)


def _show_coverage(found: Coverage, terminal: Terminal) -> None:
    from interview_cli.domain.items.guide import SECTIONS
    from interview_cli.reports.wording import counted

    slugs = {section.number: section.slug for section in SECTIONS}
    terminal.print(f"{'section':<26}{'concepts':>9}{'covered':>9}")
    for row in found.sections:
        terminal.print(f"{row.section:>2} {slugs[row.section]:<23}{row.concepts:>9}{row.covered:>9}")
    touched = [concept for concept in found.concepts if concept.items and concept.gaps]
    for concept in touched:
        terminal.print_wrapped(f"{concept.concept}: {'; '.join(concept.gaps)}")
    untouched = sum(not concept.items for concept in found.concepts)
    concepts, problems = counted(untouched, "concept"), counted(len(found.unwritten), "problem")
    terminal.print(f"still without an item: {concepts}, {problems}")


@bank_app.command("new", epilog="Example: interview bank new q07-mine --kind choice -o mine.yaml")
def new_item(
    context: typer.Context,
    item: Annotated[
        str, typer.Argument(metavar="ID", help="For example q07-some-words; for code, the id of a problem.")
    ],
    kind: Annotated[str, typer.Option("--kind", "-k", metavar="K", help="Kind of item.", autocompletion=complete_kind)],
    concept: Annotated[
        str | None, typer.Option("--concept", "-c", metavar="C", help="What it's about: an id from concepts.yaml.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to this new file."),
    ] = None,
) -> None:
    """Print a template for an item of this kind, with comments that say what to write. It passes lint as it is."""
    (wanted,) = kinds_of([kind])
    world = world_of(context)
    deliver(_scaffold(world, item, wanted, concept).text(), output, world.terminal, mode="x")


@bank_app.command("export", epilog="Example: interview bank export --format apkg -o interview.apkg")
def export_cards(
    context: typer.Context,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(CARD_FORMATS),
            help="csv: front, back and tags as plain text; apkg: a deck for Anki. Default: by the file's name, else csv.",
        ),
    ] = None,
    section: Sections = None,
    kind: Kinds = None,
    output: Output = None,
) -> None:
    """Write items as flashcards: a deck for Anki with rendered formulas, or CSV for other programs.

    Importing a newer deck into Anki updates its cards and keeps what Anki knows of your answers.
    """
    from interview_cli.domain.planning.recall import has_landed
    from interview_cli.services.bank.search import Filter, matches

    format_ = _card_format(format_, output)
    world = world_of(context)
    wanted = Filter(sections=sections_of(section), kinds=kinds_of(kind))
    asked = [
        item
        for item in world.bank.items.values()
        if has_landed(item, world.landed) and matches(item, world.bank, wanted)
    ]
    cards = [_flashcard(world, item) for item in asked]
    if format_ == "apkg" and output is not None:
        _write_deck(cards, output, world)
    else:
        from interview_cli.services.bank.flashcards import to_csv
        from interview_cli.ui.text.one_line_formulas import plain_side

        deliver(to_csv(cards, plain_side), output, world.terminal)


def _card_format(asked: str | None, output: Path | None) -> str:
    """Raises: UsageError for another format, and for a deck without a file."""
    named_so = output is not None and output.suffix == ".apkg"
    found = asked or ("apkg" if named_so else "csv")
    if found not in CARD_FORMATS:
        raise UsageError(f"there's no format {found!r}", hint=f"choose one of {', '.join(CARD_FORMATS)}")
    if found == "apkg" and output is None:
        raise UsageError(
            "an Anki deck must go into a file", hint="interview bank export --format apkg -o interview.apkg"
        )
    return found


def _write_deck(cards: Sequence[Flashcard], output: Path, world: World) -> None:
    """Raises: UsageError where the file cannot be written."""
    from interview_cli.bank.anki_deck import write_deck
    from interview_cli.ui.text.web import as_html

    try:
        write_deck(cards, as_html, output, world.clock.now())
    except OSError as error:
        hint = "choose a file in a folder that exists"
        raise UsageError(f"can't write {path_in_words(output)}: {error.strerror}", hint=hint) from None
    world.terminal.note(f"written to {path_in_words(output)}")


def _flashcard(world: World, item: AnyItem) -> Flashcard:
    from interview_cli.domain.marking.reveal import reveal
    from interview_cli.services.bank.flashcards import flashcard

    reference = world.pages.as_answer(item.id) if item.kind == "code" else None
    return flashcard(item, world.present(item, CARD_SEED), reveal(item, CARD_SEED, reference))


def _scaffold(world: World, item: str, kind: str, concept: str | None) -> Scaffold:
    """Raises: UsageError for an id that is taken or does not fit, an unknown concept, a section without one."""
    from interview_cli.bank.scaffold import Scaffold

    bank = world.bank
    section = named(item, bank.problems, "problem").section if kind == "code" else _section_in(item)
    if item in bank.items:
        raise UsageError(
            f"the id {item} is taken", hint=f"choose another id; to see the item that has it: interview show {item}"
        )
    own = [known.id for known in bank.concepts.values() if known.section == section]
    about = named(concept, bank.concepts, "concept").id if concept else _nearest(item, own)
    if kind not in ("bug", "debug"):
        return Scaffold(item, kind, section, about)
    problem = _some_problem(world, section)
    return Scaffold(item, kind, section, about, problem, world.pages.slip_names(problem))


def _section_in(item: str) -> int:
    """The section that a question's id names. Raises: UsageError if it is none."""
    from interview_cli.domain.items.guide import section
    from interview_cli.domain.items.question import QUESTION_ID

    if not re.fullmatch(QUESTION_ID, item):
        raise UsageError(
            f"{item!r} isn't an id", hint="write q, two digits for the section, and words, for example q07-why-scale"
        )
    return section(item[1:3]).number


def _nearest(item: str, concepts: list[str]) -> str:
    """The concept whose id has most of the item's words and letters: a guess that its author corrects."""
    words = set(item.split("-")[1:])

    def likeness(concept: str) -> tuple[int, float]:
        return len(words.intersection(concept.split("-"))), SequenceMatcher(None, item, concept).ratio()

    return max(concepts, key=likeness)


def _some_problem(world: World, section: int) -> str:
    """A problem whose page can be shown, of the section if there is one."""
    return min(world.landed, key=lambda problem: (world.bank.problems[problem].section != section, problem))
