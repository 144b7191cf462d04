"""Makes the outside world once: clock, ids, terminal, bank, log, grader; each on first use. Heavy imports stay inside."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from interview_cli.cli.settings import Config, Home, find_home, read_config
from interview_cli.domain.errors import UnavailableError
from interview_cli.ui.terminal import Terminal, standard_terminal

if TYPE_CHECKING:
    from interview_cli.bank.reference_pages import ReferencePages
    from interview_cli.domain.history.replay import Replay
    from interview_cli.domain.items.question import AnyItem, Bank
    from interview_cli.domain.items.shown import Shown
    from interview_cli.domain.planning.interview import Interview
    from interview_cli.domain.ports import Grader
    from interview_cli.grading.host.client import Options
    from interview_cli.store.events import SqliteEventLog
    from interview_cli.store.session_lock import Places


class SystemClock:
    """The real time, in the user's zone."""

    def __init__(self) -> None:
        self.zone: tzinfo = _local_zone()

    def now(self) -> datetime:
        """The time of day. Raises: UnavailableError where the machine's clock is far off."""
        from interview_cli.domain.history.event_bounds import FIRST_YEAR, LAST_YEAR

        try:
            now = datetime.now(self.zone)
        except (OverflowError, ValueError):  # within a zone's offset of the last year that there is
            raise _clock_is_off("a year beyond 9999") from None
        if not FIRST_YEAR <= now.year < LAST_YEAR:
            raise _clock_is_off(f"the year {now.year}")
        return now

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        return time.monotonic()


def _clock_is_off(what: str) -> UnavailableError:
    return UnavailableError(f"this machine's clock says {what}", hint="set the clock, then try again")


def _local_zone() -> tzinfo:
    """The zone of this machine by name, so that summer time is right on other days too; else today's offset.

    Raises: UnavailableError.
    """
    from zoneinfo import ZoneInfo

    name = os.environ.get("TZ", "").removeprefix(":")
    if not name:
        target = os.path.realpath("/etc/localtime")
        name = target.partition("zoneinfo/")[2]
    with suppress(OSError, ValueError, KeyError):
        return ZoneInfo(name)
    try:
        zone = datetime.now().astimezone().tzinfo
    except (OSError, OverflowError, ValueError):
        given = os.environ.get("TZ", "")
        if not given:
            raise _clock_is_off("a time that can't be read") from None
        raise UnavailableError(f"TZ={given} isn't a time zone", hint="set TZ to a name such as Europe/Berlin") from None
    assert zone is not None
    return zone


class UniqueIds:
    """UUIDs, and the id of this device: kept in the home's file `device`, made on first use."""

    def __init__(self, home: Home) -> None:
        self._file = home.root / "device"

    @cached_property
    def device(self) -> str:
        """A short random name for this machine's part of the log."""
        try:
            return self._file.read_text(encoding="utf-8").strip()[:40] or self._fresh()
        except (OSError, UnicodeDecodeError):
            return self._fresh()

    def _fresh(self) -> str:
        import secrets

        name = secrets.token_hex(4)
        with contextlib.suppress(OSError):
            self._file.write_text(name + "\n", encoding="utf-8")
        return name

    def __call__(self) -> str:
        """A new UUID."""
        from uuid import uuid4

        return str(uuid4())


@dataclass
class World:
    """All that a command needs, made when it is first asked for."""

    home: Home
    overlays: Sequence[Path]
    environment: Mapping[str, str]
    terminal: Terminal
    _closers: list[Callable[[], None]] = field(default_factory=list)
    _replay: Replay | None = None
    _kept: Replay | None = None

    @cached_property
    def config(self) -> Config:
        """The configuration file. Raises: ConfigError."""
        return read_config(self.home.config)

    @cached_property
    def clock(self) -> SystemClock:
        """The real clock. Raises: UnavailableError for a time zone or a year that cannot be one."""
        return SystemClock()

    @cached_property
    def ids(self) -> UniqueIds:
        """Fresh ids."""
        return UniqueIds(self.home)

    @cached_property
    def bank(self) -> Bank:
        """The bank with its overlays. Raises: BankError."""
        from interview_cli.bank.load import load, packaged_bank

        return load([packaged_bank(), *self.overlays], self.home.cache if self.home.root.is_dir() else None)

    @cached_property
    def pages(self) -> ReferencePages:
        """The reference modules as text."""
        from interview_cli.bank.reference_pages import packaged_pages

        return packaged_pages()

    @cached_property
    def landed(self) -> frozenset[str]:
        """The problems that can be graded."""
        from interview_cli.bank.packages import package_folder, problem_ids

        return problem_ids(package_folder("reference_impls"))

    @cached_property
    def projects(self) -> Mapping[str, str]:
        """The small projects in which mistakes can be planted, by name, with what their README says."""
        from interview_cli.bank.packages import package_folder, project_readmes

        return project_readmes(package_folder("reference_impls"))

    def statement(self, code: str) -> str:
        """What the code of a problem or project should do; "" where nothing says it."""
        if code in self.projects:
            return self.projects[code]
        item = self.bank.items.get(code)
        return "" if item is None else item.prompt

    @cached_property
    def log(self) -> SqliteEventLog:
        """The event log, made on first use. Raises: ConfigError, LogError."""
        from interview_cli.store.events import open_log

        self.home.make()
        log = open_log(self.home.log, self.clock)
        self._closers.append(log.close)
        return log

    @cached_property
    def places(self) -> Places:
        """Where sessions are open; what this process holds there it has until `close`."""
        from interview_cli.store.session_lock import Places

        self.home.make()
        places = Places(self.home.root, self.clock)
        self._closers.append(places.close)
        return places

    def interviews(self) -> tuple[Interview, ...]:
        """The interviews that the user has set."""
        from interview_cli.domain.planning.interview import interviews_of

        return interviews_of(self.replay().settings)

    def replay(self) -> Replay:
        """What the whole log adds up to; what an earlier run has read is not read again. Raises: LogError."""
        from interview_cli.bank.collection import no_collection
        from interview_cli.domain.history.replay import Basis, catch_up
        from interview_cli.domain.memory.fsrs import DEFAULT
        from interview_cli.store.replay_cache import keep_replay, read_replay

        items, zone = self.bank.items, self.clock.zone
        if self._replay is None:
            self._kept = read_replay(self.home.cache, Basis.of(items, zone, DEFAULT), self.log)
        with no_collection():
            self._replay = catch_up(self.log.events(), items, zone, self._replay or self._kept)
        if keep_replay(self.home.cache, self._replay, self._kept, self.log):
            self._kept = self._replay
        return self._replay

    def grader(self, options: Options | None = None) -> Grader:
        """What grades; its host is started by `warm` or by the first grade, and ended by `close`."""
        from interview_cli.cli.early import adopt_host
        from interview_cli.cli.isolation import FrankGrader
        from interview_cli.grading.host.client import GradingClient, Options

        hidden = replace(options or Options(), conceal=(str(self.home.root.absolute()),))
        client = GradingClient(self.bank.problems, self.environment, hidden, adopt_host())
        self._closers.append(client.close)
        said_in = self.home.cache / "open-layers"
        return FrankGrader(client, self.terminal, self.environment, said_in, self.config.confirm_when_open)

    def present(self, item: AnyItem, seed: int) -> Shown:
        """The item as it is shown under the seed, with the code that a bug asks about or the stub of a problem."""
        from interview_cli.domain.items.question import Bug, Code, Debug
        from interview_cli.domain.items.shown import present

        match item:
            case Bug():
                code = self.pages.slip_source(item.problem, item.slip)
                sound = item.mended(code) if item.mends else self.pages.sound_source(item.problem)
                return present(item, seed, code=code, sound_code=sound)
            case Code():
                stub = self.pages.page(item.id).stub if self.pages.is_landed(item.id) else None
                return present(item, seed, self.bank.problems[item.id], stub=stub)
            case Debug():
                shown = present(item, seed, None if item.problem is None else self.bank.problems.get(item.problem))
                return replace(shown, prompt=f"{item.prompt}\n\n{self.statement(item.code)}".rstrip())
            case _:
                return present(item, seed)

    def close(self) -> None:
        """Give everything back."""
        self._say_what_was_not_backed_up()
        while self._closers:
            self._closers.pop()()

    def _say_what_was_not_backed_up(self) -> None:
        """Once a day: it is no fault of the command, whose answers are safe."""
        log = self.__dict__.get("log")
        if log is None or log.backup_fault is None:
            return
        said_in, today = self.home.cache / "backup-fault", f"{self.clock.now():%Y-%m-%d}"
        with suppress(OSError, UnicodeDecodeError):
            if said_in.read_text(encoding="utf-8") == today:
                return
        self.terminal.note(f"interview: {log.backup_fault}")
        with suppress(OSError):
            said_in.parent.mkdir(parents=True, exist_ok=True)
            said_in.write_text(today, encoding="utf-8")


def make_world(home: Path | None, overlays: Sequence[Path], *, color_allowed: bool) -> World:
    """The world of this process."""
    environment = dict(os.environ)
    terminal = standard_terminal(environment, color_allowed=color_allowed)
    return World(find_home(home, environment), overlays, environment, terminal)


def fresh_seed() -> int:
    """A seed that is short enough to be typed."""
    import secrets

    return secrets.randbelow(10**9)
