"""The bank loads whole or says everything that is wrong with it, and a compiled copy never says anything else."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_cli.bank import compiled
from interview_cli.bank.load import load, packaged_bank, places
from interview_cli.domain.errors import BankError
from interview_cli.domain.items.question import Choice, Numeric
from tests.bank.banks import CATALOG, CONCEPTS, NIGHT_BEFORE, REGISTRIES, write_bank, write_files
from tests.bank.broken_files import BROKEN, CHOICE, NUMERIC

FILE = "07-transformers/a.yaml"


def complaint(folders: list[Path]) -> str:
    with pytest.raises(BankError) as raised:
        load(folders, None)
    return raised.value.message


def test_a_sound_bank_loads(tmp_path: Path) -> None:
    """Items come in the order of the files, with their registries."""
    bank = load([write_bank(tmp_path, {FILE: CHOICE, "07-transformers/b.yaml": NUMERIC})], None)
    assert list(bank.items) == ["q07-why", "q07-bytes"]
    assert isinstance(bank.items["q07-why"], Choice)
    assert list(bank.concepts) == ["s07-scale", "s07-mask", "s09-tweedie"]
    assert list(bank.problems) == ["attention", "ddim-step"]
    assert [entry.id for entry in bank.core] == ["scale"]


@pytest.mark.parametrize(("text", "lines"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_fault_is_said_with_its_line_and_what_to_do(tmp_path: Path, text: str, lines: list[str]) -> None:
    bank = write_bank(tmp_path, {FILE: text})
    assert complaint([bank]).splitlines() == [
        f"{bank / FILE}:{line}".replace("{file}", str(bank / FILE)) for line in lines
    ]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"section: 7\nitems:\n  - id: caf\xe9\n", "3: file: isn't UTF-8 (byte 0xe9): save it as UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "1: file: isn't UTF-8 (byte 0x89): save it as UTF-8 text"),
        (b"section: 7\n\x00\x01", "2: file: holds the control character U+0000: save it as UTF-8 text"),
        ("section: 7".encode("utf-16"), "1: file: isn't UTF-8 (byte 0xff): save it as UTF-8 text"),
    ],
)
def test_a_file_that_is_no_text_is_said_to_be_none(tmp_path: Path, content: bytes, line: str) -> None:
    bank = write_bank(tmp_path, {FILE: ""})
    (bank / FILE).write_bytes(content)
    assert complaint([bank]) == f"{bank / FILE}:{line}"


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    bank = write_bank(tmp_path, {FILE: ""})
    (bank / FILE).write_bytes(b"\xef\xbb\xbf" + CHOICE.replace("\n", "\r\n").encode())
    assert list(load([bank], None).items) == ["q07-why"]


def test_a_folder_in_the_place_of_a_file_and_a_link_to_nowhere_are_faults(tmp_path: Path) -> None:
    bank = write_bank(tmp_path, {FILE: CHOICE})
    (bank / "07-transformers/b.yaml").mkdir()
    (bank / "07-transformers/c.yaml").symlink_to("nowhere.yaml")
    assert complaint([bank]).splitlines() == [
        f"{bank}/07-transformers/b.yaml:1: file: can't be read (Is a directory): check that it's a file you can read",
        f"{bank}/07-transformers/c.yaml:1: file: can't be read (No such file or directory): check that it's a file you can read",
    ]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("mine.yaml", "isn't read here: move it into a section's folder such as 07-transformers"),
        ("concept.yaml", "isn't read here: did you mean concepts?"),
        ("07-transformers/b.yml", "isn't read: rename it to b.yaml"),
    ],
)
def test_a_file_that_would_never_be_read_is_a_fault(tmp_path: Path, name: str, line: str) -> None:
    bank = write_bank(tmp_path, {FILE: CHOICE, name: CHOICE})
    assert complaint([bank]) == f"{bank / name}:1: name: {line}"


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("7-transformers", "did you mean 07-transformers?"),
        ("09-x", "name it 09-ddpm"),
        ("zzz", "name it as the guide does, such as 07-transformers"),
    ],
)
def test_a_folder_that_is_no_sections_is_a_fault(tmp_path: Path, name: str, remedy: str) -> None:
    bank = write_bank(tmp_path, {f"{name}/a.yaml": CHOICE})
    assert complaint([bank]) == f"{bank}/{name}:1: name: isn't a section's folder: {remedy}"


def test_a_folder_that_is_absent_is_a_fault(tmp_path: Path) -> None:
    absent = tmp_path / "absent"
    expected = f"{absent}:1: folder: can't be read (No such file or directory): give a folder with bank files"
    assert complaint([absent]) == expected


@pytest.mark.parametrize("name", REGISTRIES)
def test_a_bank_needs_its_registries(tmp_path: Path, name: str) -> None:
    bank = write_bank(tmp_path, {FILE: CHOICE})
    (bank / name).unlink()
    assert complaint([bank]) == f"{bank / name}:1: file: is missing: add it: only an overlay can leave it out"


REGISTRY_FAULTS = [
    ("concepts.yaml", CONCEPTS.replace("points: 2", "points: 0", 1), "2: s07-scale.points: is 0: give at least 1"),
    (
        "concepts.yaml",
        CONCEPTS.replace("section: 9", "section: 8"),
        "4: s09-tweedie.section: is 8, but the id says 9: make them agree",
    ),
    (
        "concepts.yaml",
        CONCEPTS.replace("machine: true}\n- {id: s09", "machin: true}\n- {id: s09"),
        "3: s07-mask.machin: isn't a known key: did you mean machine?\n3: s07-mask.machine: is missing: add it",
    ),
    (
        "concepts.yaml",
        CONCEPTS.replace("points: 3", "points: 3, needs: [s07-mark]"),
        "4: s09-tweedie.needs[0]: s07-mark isn't a known concept: did you mean s07-mask?",
    ),
    (
        "concepts.yaml",
        CONCEPTS.replace("points: 2", "points: 2, needs: [s09-tweedie]", 1).replace(
            "points: 3", "points: 3, needs: [s07-scale]"
        ),
        "2: s07-scale.needs: form a circle back to this concept: remove one link from the circle\n"
        "4: s09-tweedie.needs: form a circle back to this concept: remove one link from the circle",
    ),
    (
        "catalog.yaml",
        CATALOG + '- {id: attention, section: 7, level: 1, minutes: 9, entry: "f(x)", spec: S.}\n',
        "4: attention.id: is taken, in {file}:2: keep one of the two, or give one another id",
    ),
    (
        "catalog.yaml",
        CATALOG.replace("problems:", "problem:"),
        "1: problem: isn't a known key: did you mean problems?\n1: problems: is missing: add it at the top of the file",
    ),
    (
        "night_before.yaml",
        NIGHT_BEFORE.replace("[s07-scale]", "[s07-scales]"),
        "2: scale.concepts[0]: s07-scales isn't a known concept: did you mean s07-scale?",
    ),
    ("night_before.yaml", "[]", "1: file: is a list, not a mapping: start with `entries:`"),
]


@pytest.mark.parametrize(("name", "text", "lines"), REGISTRY_FAULTS)
def test_faults_of_registries_are_said_alike(tmp_path: Path, name: str, text: str, lines: str) -> None:
    bank = write_bank(tmp_path, {FILE: CHOICE, name: text})
    expected = [f"{bank / name}:{line.format(file=bank / name)}" for line in lines.splitlines()]
    assert complaint([bank]).splitlines() == expected


def test_all_files_are_complained_about_at_once_in_order(tmp_path: Path) -> None:
    bank = write_bank(tmp_path, {"09-ddpm/z.yaml": "", FILE: "- 1", "concepts.yaml": "a: 1: 2"})
    named = [line.removeprefix(f"{bank}/").split(":")[0] for line in complaint([bank]).splitlines()]
    assert named == [FILE, "09-ddpm/z.yaml", "concepts.yaml"]


def test_an_unreadable_file_is_not_blamed_on_those_that_refer_to_its_items(tmp_path: Path) -> None:
    refers = CHOICE.replace("covers: [0]", "follow_ups: [q07-bytes]")
    bank = write_bank(tmp_path, {FILE: refers, "07-transformers/b.yaml": NUMERIC + '    why: "'})
    assert complaint([bank]).startswith(f"{bank}/07-transformers/b.yaml:12: column 11: not YAML")
    assert len(complaint([bank]).splitlines()) == 1


def test_a_faulty_item_can_still_be_referred_to(tmp_path: Path) -> None:
    refers = CHOICE.replace("covers: [0]", "follow_ups: [q07-bytes]")
    bank = write_bank(tmp_path, {FILE: refers, "07-transformers/b.yaml": NUMERIC.replace("    answer: 2*L*T\n", "")})
    assert complaint([bank]) == f"{bank}/07-transformers/b.yaml:3: q07-bytes.answer: is missing: add it"


OVERLAY = CHOICE.replace("q07-why", "q07-mine")


def test_an_overlay_adds_items_and_concepts(tmp_path: Path) -> None:
    mine = "concepts:\n- {id: s07-own, section: 7, title: Own, beyond: true, points: 1, machine: false}\n"
    base = write_bank(tmp_path / "base", {FILE: CHOICE})
    overlay = write_files(tmp_path / "mine", {FILE: OVERLAY.replace("[s07-scale]", "[s07-own]"), "concepts.yaml": mine})
    bank = load([base, overlay], None)
    assert list(bank.items) == ["q07-why", "q07-mine"]
    assert "s07-own" in bank.concepts


def test_an_overlay_replaces_an_item_in_its_place_when_it_says_so(tmp_path: Path) -> None:
    base = write_bank(tmp_path / "base", {FILE: CHOICE, "07-transformers/b.yaml": NUMERIC})
    replacing = CHOICE.replace("covers: [0]", "replaces: true").replace("variance", "range")
    bank = load([base, write_files(tmp_path / "mine", {FILE: replacing})], None)
    assert list(bank.items) == ["q07-why", "q07-bytes"]
    replaced = bank.items["q07-why"]
    assert isinstance(replaced, Choice)
    assert replaced.options[0].text == "range"


def test_an_overlay_that_takes_an_id_without_saying_so_is_at_fault(tmp_path: Path) -> None:
    base = write_bank(tmp_path / "base", {FILE: CHOICE})
    overlay = write_files(tmp_path / "mine", {FILE: CHOICE})
    expected = f"{overlay / FILE}:3: q07-why.id: is taken, in {base / FILE}:3: "
    assert complaint([base, overlay]) == expected + "add `replaces: true`, or give it another id"


def test_two_items_cannot_claim_one_alias(tmp_path: Path) -> None:
    first = CHOICE.replace("covers: [0]", "aliases: [q07-old]")
    bank = write_bank(tmp_path, {FILE: first, "07-transformers/b.yaml": first.replace("q07-why", "q07-other")})
    expected = "6: q07-other.aliases[0]: q07-old is already used by q07-why: use only old ids that no item has now"
    assert complaint([bank]) == f"{bank}/07-transformers/b.yaml:{expected}"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_edit_of_a_file_makes_loading_fail_in_another_way(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever stands in a file, the bank loads or a BankError says why."""
    text = data.draw(st.sampled_from([CHOICE, NUMERIC, CONCEPTS, CATALOG, NIGHT_BEFORE])).encode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    pieces = st.sampled_from(
        [b"", b"[", b"{", b": ", b"\n- ", b"&a ", b"*a", b"!!int ", b"'", b"null", b"\xff", b"<<: "]
    )
    edited = text[:start] + data.draw(pieces | st.binary(max_size=4)) + text[end:]
    name = data.draw(st.sampled_from([FILE, *REGISTRIES]))
    bank = write_bank(tmp_path, {FILE: CHOICE})
    (bank / name).write_bytes(edited)
    with suppress(BankError):
        load([bank], None)


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """A bank and a cache folder that does not exist yet."""
    return write_bank(tmp_path / "bank", {FILE: CHOICE, "07-transformers/b.yaml": NUMERIC}), tmp_path / "cache"


def compiled_file(cache: Path) -> Path:
    (path,) = cache.iterdir()
    return path


def test_the_compiled_bank_is_the_bank(both: tuple[Path, Path]) -> None:
    bank, cache = both
    fresh = load([bank], cache)
    assert load([bank], cache) == fresh == load([bank], None)


def test_an_item_of_the_compiled_bank_is_its_item(both: tuple[Path, Path]) -> None:
    """To `isinstance` and `match`, in what it holds and in what it lacks, although it is read when it is looked at."""
    bank, cache = both
    fresh = load([bank], cache).items["q07-why"]
    read = load([bank], cache).items["q07-why"]
    assert isinstance(read, Choice)
    assert not isinstance(read, Numeric)
    match read:
        case Choice(options=options):
            assert options == fresh.options  # type: ignore[union-attr]
        case _:
            pytest.fail("the kind is lost")
    with pytest.raises(AttributeError):
        read.problem  # type: ignore[union-attr]  # noqa: B018
    assert read == fresh
    assert fresh == read
    assert load([bank], cache).items["q07-why"] == read
    assert (hash(read), repr(read), read.model_dump()) == (hash(fresh), repr(fresh), fresh.model_dump())


def test_planning_reads_no_item_of_the_compiled_bank(both: tuple[Path, Path]) -> None:
    """What it asks of all items is known without."""
    bank, cache = both
    load([bank], cache)
    code = (
        "import sys; from pathlib import Path; from interview_cli.bank.load import load; "
        "from interview_cli.domain.items.question import Choice; from interview_cli.domain.planning.planner import choose; "
        "from datetime import UTC, datetime; "
        "bank = load([Path(sys.argv[1])], Path(sys.argv[2])); "
        "chosen = choose(bank, [], datetime(2026, 1, 5, tzinfo=UTC), (), 30); "
        "assert chosen and not Choice.__pydantic_complete__; "
        "bank.items['q07-why'].prompt; assert Choice.__pydantic_complete__"
    )
    subprocess.run([sys.executable, "-c", code, bank, cache], check=True, timeout=60)


def test_the_compiled_bank_is_read_without_yaml(both: tuple[Path, Path]) -> None:
    """Importing yaml alone takes longer than reading the compiled bank."""
    bank, cache = both
    load([bank], cache)
    code = (
        "import sys; from pathlib import Path; from interview_cli.bank.load import load; "
        "bank = load([Path(sys.argv[1])], Path(sys.argv[2])); assert len(bank.items) == 2; assert 'yaml' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, bank, cache], check=True, timeout=60)


def test_importing_the_question_model_builds_no_validator() -> None:
    """Building one takes longer than importing the module; a start builds those of what it shows."""
    code = (
        "from interview_cli.domain.items import question; "
        "assert not [model for model in vars(question).values() if getattr(model, '__pydantic_complete__', False)"
        " and getattr(model, '__module__', '') == question.__name__]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_change_of_any_file_is_seen(both: tuple[Path, Path]) -> None:
    """A change of size, of time alone, and a new file."""
    bank, cache = both
    load([bank], cache)
    (bank / FILE).write_text(CHOICE.replace("variance", "variances"), encoding="utf-8")
    assert load([bank], cache) == load([bank], None)
    before = (bank / FILE).stat()
    (bank / FILE).write_text(CHOICE.replace("variance", "variancez"), encoding="utf-8")
    os.utime(bank / FILE, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert load([bank], cache) == load([bank], None)
    write_files(bank, {"07-transformers/c.yaml": OVERLAY})
    assert "q07-mine" in load([bank], cache).items


def test_a_fault_is_said_although_a_compiled_bank_is_there(both: tuple[Path, Path]) -> None:
    bank, cache = both
    load([bank], cache)
    write_files(bank, {"mine.yaml": CHOICE})
    with pytest.raises(BankError, match=r"mine\.yaml:1: name: isn't read here"):
        load([bank], cache)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\x00", b"[" * 5000])
def test_a_damaged_compiled_bank_is_made_anew(both: tuple[Path, Path], damage: bytes) -> None:
    bank, cache = both
    fresh = load([bank], cache)
    path = compiled_file(cache)
    whole = path.read_bytes()
    for content in (damage, whole[:65] + damage, whole[: len(whole) // 2]):
        path.write_bytes(content)
        assert load([bank], cache) == fresh
        assert path.read_bytes() == whole


def test_another_format_is_not_read(both: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    bank, cache = both
    load([bank], cache)
    old = compiled_file(cache).read_bytes()
    monkeypatch.setattr(compiled, "FORMAT", compiled.FORMAT + 1)
    load([bank], cache)
    assert compiled_file(cache).read_bytes() != old


def test_a_cache_that_cannot_be_written_or_read_does_no_harm(both: tuple[Path, Path]) -> None:
    """A file in the place of the folder, and a folder in the place of the file."""
    bank, cache = both
    fresh = load([bank], cache)
    path = compiled_file(cache)
    path.unlink()
    path.mkdir()
    assert load([bank], cache) == fresh
    assert list(cache.iterdir()) == [path]
    path.rmdir()
    cache.rmdir()
    cache.write_text("in the way", encoding="utf-8")
    assert load([bank], cache) == fresh


def test_banks_with_and_without_an_overlay_have_compiled_copies_of_their_own(both: tuple[Path, Path]) -> None:
    bank, cache = both
    overlay = write_files(bank.parent / "mine", {FILE: OVERLAY})
    load([bank], cache)
    assert "q07-mine" in load([bank, overlay], cache).items
    assert "q07-mine" not in load([bank], cache).items
    assert len(list(cache.iterdir())) == 2


def test_items_and_problems_have_places(tmp_path: Path) -> None:
    """An overlay's item stands where the overlay says."""
    base = write_bank(tmp_path / "base", {FILE: CHOICE, "07-transformers/b.yaml": NUMERIC})
    overlay = write_files(tmp_path / "mine", {FILE: "# mine\n" + CHOICE.replace("covers: [0]", "replaces: true")})
    assert places([base, overlay]) == {
        "q07-why": f"{overlay / FILE}:4",
        "q07-bytes": f"{base}/07-transformers/b.yaml:3",
        "attention": f"{base}/catalog.yaml:2",
        "ddim-step": f"{base}/catalog.yaml:3",
    }


def test_the_packaged_bank_is_a_folder_with_registries() -> None:
    assert all((packaged_bank() / name).is_file() for name in REGISTRIES)
