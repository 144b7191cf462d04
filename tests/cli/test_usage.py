"""A command line that cannot be read is refused in our words: what is wrong, what to do, exit code 2, an empty stdout."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run

REFUSED = [
    ("drill --minutes x", "--minutes can't be 'x'", "give a number from 1 to 600"),
    ("drill -m x", "--minutes can't be 'x'", "give a number from 1 to 600"),
    ("drill --count 3.5", "--count can't be '3.5'", "give a whole number from 1 to 1000"),
    ("drill --count -4", "--count can't be '-4'", "give a whole number from 1 to 1000"),
    ("drill --new -1", "--new can't be '-1'", "give a whole number, 0 or more"),
    ("drill --minuts 3", "no option '--minuts'", "did you mean --minutes?"),
    ("drill -x", "no option '-x'", "to list the options: interview drill --help"),
    ("drill --cram=3", "--cram takes no value", "write --cram alone"),
    ("plan --date", "--date needs a value", "write it after the option: --date YYYY-MM-DD"),
    ("log export -o", "-o needs a value", "write it after the option: -o FILE"),
    ("--bank", "--bank needs a value", "write it after the option: --bank DIR"),
    (
        "--json drill",
        "no option '--json'",
        "to list the options: interview --help; a command's own options come after its name",
    ),
    ("dril", "no command 'dril'", "did you mean drill?"),
    ("bank foo", "no command 'foo'", "to list them: interview bank --help"),
    ("log verfy", "no command 'verfy'", "did you mean verify?"),
    ("show", "ITEM is missing", "for example: interview show attention --answer"),
    ("show --json", "ITEM is missing", "for example: interview show attention --answer"),
    ("papers add", "ID is missing", "for example: interview papers add my-paper"),
    ("bank new q07-mine", "--kind is missing", "for example: interview bank new q07-mine --kind choice -o mine.yaml"),
    ("show attention extra", "'extra' wasn't expected here", "for example: interview show attention --answer"),
]


@pytest.mark.parametrize(("line", "wrong", "to_do"), REFUSED, ids=[line for line, _, _ in REFUSED])
def test_a_refused_command_line_says_what_is_wrong_and_what_to_do(run: Run, line: str, wrong: str, to_do: str) -> None:
    done = run(*line.split())
    assert (done.code, done.out) == (2, "")
    assert done.err == f"interview: error: {wrong}\nhint: {to_do}\n"


@pytest.mark.parametrize("group", ["bank", "log", "papers"])
def test_a_group_alone_shows_its_help(run: Run, group: str) -> None:
    done = run(group)
    assert f"Usage: interview {group}" in done.out + done.err
    assert "error" not in done.out + done.err
