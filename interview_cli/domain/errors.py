"""What can be the matter with a user's input or surroundings; imports the standard library only.

Outcomes (a wrong answer, a failed grade) are values, never exceptions. These are shown once, in `cli.main`, as
`interview: error: MESSAGE` and `hint: HINT`, with the exit code of the class.
"""

from __future__ import annotations


class InterviewError(Exception):
    """A user's mistake or a broken surrounding: what is wrong, and what to do about it."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(InterviewError):
    """The command line or a typed answer cannot be used as it stands."""

    exit_code = 2


class BankError(InterviewError):
    """The question bank has faults: the message holds one line a fault, each `file:line: field: what: what to do`."""

    exit_code = 3


FAULT_HINT = "to see what's wrong with a bank: interview bank lint"


class ConfigError(InterviewError):
    """The configuration file or the home folder is unusable."""

    exit_code = 3


class LogError(InterviewError):
    """The event log is not one, is damaged, or cannot be written."""

    exit_code = 3


class NewerLogError(LogError):
    """The event log was written by a newer program: whole, and not to be read by this one."""


class LogUnavailableError(LogError):
    """The event log is whole, but the disk has no room or reports an error."""

    exit_code = 4


class UnavailableError(InterviewError):
    """What the task needs of the machine is absent: a device, a grading process, a terminal."""

    exit_code = 4
