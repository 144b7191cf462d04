"""Where files live and what the configuration file says. Standard library; platformdirs where no home is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interview_cli.domain.errors import ConfigError
from interview_cli.domain.line_breaks import path_in_words

MINUTES_OF_A_DAY = 1440
LONGEST_SHOWN, MOST_SHOWN = 80, 10**80

HOME_VARIABLE = "INTERVIEW_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """The user's folder: `reviews.db config.toml papers/ solutions/ backups/ cache/`."""

    root: Path

    @property
    def log(self) -> Path:
        """The event log."""
        return self.root / "reviews.db"

    @property
    def config(self) -> Path:
        """The configuration file."""
        return self.root / "config.toml"

    @property
    def cache(self) -> Path:
        """What may be deleted at any time."""
        return self.root / "cache"

    @property
    def solutions(self) -> Path:
        """Solutions that are being written."""
        return self.root / "solutions"

    @property
    def papers(self) -> Path:
        """The user's own papers."""
        return self.root / "papers"

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders in it, whether they are there yet or not."""
        return (self.solutions, self.papers, self.root / "backups", self.cache)

    def make(self) -> None:
        """Make the folder. Raises: ConfigError if it cannot be made or is a file."""
        hint = f"choose another with --home DIR or {HOME_VARIABLE}"
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise ConfigError(f"the home folder {self.root} is a file", hint=hint) from None
        except OSError as error:
            raise ConfigError(f"can't make the home folder {self.root}: {error.strerror}", hint=hint) from None


def find_home(option: Path | None, environment: Mapping[str, str]) -> Home:
    """`--home`, else INTERVIEW_HOME, else the platform's user data folder."""
    if option is not None:
        return Home(option.expanduser())
    if environment.get(HOME_VARIABLE):
        return Home(Path(environment[HOME_VARIABLE]).expanduser())
    from platformdirs import user_data_path

    return Home(user_data_path("interview", appauthor=False))


@dataclass(frozen=True, slots=True)
class Config:
    """What `config.toml` may set.

    `editor`: a command for writing code. `minutes`: the length of a drill when the command does not say.
    `confirm_when_open`: ask before the first grade where a layer of isolation is missing. `transcript`: a command that
    writes what is spoken in a mock round.
    """

    editor: str | None = None
    minutes: float = 30.0
    confirm_when_open: bool = False
    transcript: str | None = None


_KNOWN: Mapping[tuple[str, str], type | tuple[type, ...]] = {
    ("drill", "minutes"): (int, float),
    ("grade", "confirm_when_open"): bool,
    ("mock", "transcript"): str,
    ("", "editor"): str,
}


def read_config(path: Path) -> Config:
    """The configuration; the default where there is no file. Raises: ConfigError, with file, line or key."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):  # of a home that is a file: `Home.make` says so
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it isn't UTF-8 text"
        raise ConfigError(f"can't read {path_in_words(path)}: {reason}", hint="repair or delete the file") from None
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path_in_words(path)}: {error}", hint="repair or delete the file") from None
    except ValueError:  # of digits beyond what Python reads
        raise ConfigError(
            f"{path_in_words(path)}: a number has too many digits", hint="repair or delete the file"
        ) from None
    except RecursionError:
        raise ConfigError(
            f"{path_in_words(path)}: brackets are nested too deeply", hint="repair or delete the file"
        ) from None
    values: dict[str, Any] = {}
    for table, held in tables.items():
        for key, value in held.items() if isinstance(held, dict) else [(table, held)]:
            name = (table if isinstance(held, dict) else "", key)
            values[key] = _checked(path, name, value)
    return Config(**values)


def _checked(path: Path, name: tuple[str, str], value: object) -> object:
    wanted = _KNOWN.get(name)
    written = ".".join(filter(None, name))
    if wanted is None:
        known = ", ".join(".".join(filter(None, key)) for key in _KNOWN)
        raise ConfigError(
            f"{path_in_words(path)}: there's no setting {_shortened(written)}", hint=f"the settings are {known}"
        )
    is_bool = isinstance(value, bool)
    fits = isinstance(value, wanted) and is_bool == (wanted is bool)
    if not fits or (isinstance(value, int | float) and not is_bool and not 0 < value <= MINUTES_OF_A_DAY):
        number = f"a number above 0, at most {MINUTES_OF_A_DAY}"
        needed = "true or false" if wanted is bool else "text in quotes" if wanted is str else number
        raise ConfigError(f"{path_in_words(path)}: {written} can't be {_shown(value)}", hint=f"give {needed}")
    return value


def _shown(value: object) -> str:
    if isinstance(value, int) and abs(value) > MOST_SHOWN:
        return "so large a number"
    return _shortened(repr(value))


def _shortened(text: str) -> str:
    """The text, cut where it would fill the screen."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."
