"""Asks a person for a key, a line or several; prompt_toolkit on a full terminal, plain lines elsewhere.

Imports prompt_toolkit only when the full front end is made. Ctrl-C is `KeyboardInterrupt`, and only where something is
asked: what is being written to the log is written.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any, Protocol

from interview_cli.ui.terminal import Terminal, harmless

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.output import Output

END_OF_PASTE = "."
"""A line that ends a paste on a plain terminal: no Python file has it."""


class EndOfInput(Exception):
    """Ctrl-D, or the end of a piped input: the user wants no more."""


class HungUp(Exception):
    """The terminal has gone; nothing can be written to it."""


class Asker(Protocol):
    """One way to ask. `keys` are shown in one line, the last one always; the first that do not fit are left out.

    Every method raises EndOfInput, HungUp or KeyboardInterrupt.
    """

    def line(self, prompt: str, keys: Sequence[str], default: str = "") -> str:
        """One line; `default` may be edited where the terminal can."""
        ...

    def text(self, prompt: str, keys: Sequence[str]) -> str:
        """Several lines where the terminal can; an empty first line is an empty text."""
        ...

    def paste(self, prompt: str, keys: Sequence[str]) -> str:
        """Several lines as they are, until Ctrl-D, or a line that is a full stop."""
        ...

    def key(self, prompt: str, keys: Sequence[str]) -> str:
        """One key, "" for Enter; a plain terminal may give a word with an argument."""
        ...


class Interrupts:
    """While it is entered, Ctrl-C counts only within `heard`; pressed elsewhere, it counts at the next one."""

    def __init__(self) -> None:
        self._is_heard = False
        self._is_pending = False
        self._before: Any = None

    def __enter__(self) -> Interrupts:
        self._before = signal.signal(signal.SIGINT, self._handle)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        signal.signal(signal.SIGINT, self._before)

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Ctrl-C is KeyboardInterrupt in here."""
        if self._is_pending:
            self._is_pending = False
            raise KeyboardInterrupt
        self._is_heard = True
        try:
            yield
        finally:
            self._is_heard = False

    def _handle(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        if self._is_heard:
            raise KeyboardInterrupt
        self._is_pending = True


def fitted(keys: Sequence[str], width: int) -> str:
    """The keys in one line of at most `width` columns, the last one always among them."""
    shown = list(keys)
    while len(shown) > 1 and len("  ".join(shown)) > width:
        del shown[-2]
    return "  ".join(shown)


def make_asker(terminal: Terminal, interrupts: Interrupts) -> Asker:
    """The full front end where the terminal is one, else the plain one."""
    return FullAsker(terminal, interrupts) if terminal.is_interactive else PlainAsker(terminal, interrupts)


class PlainAsker:
    """Lines from standard input: each prompt takes one. What a pipe gave is written, so that the output can be read."""

    def __init__(self, terminal: Terminal, interrupts: Interrupts) -> None:
        self._terminal, self._interrupts = terminal, interrupts
        self._was_terminal = terminal.stdin.isatty()

    def line(self, prompt: str, keys: Sequence[str], default: str = "") -> str:
        del default
        self._terminal.print(fitted(keys, self._terminal.width))
        return self._read(prompt)

    def text(self, prompt: str, keys: Sequence[str]) -> str:
        return self.line(prompt, keys)

    def paste(self, prompt: str, keys: Sequence[str]) -> str:
        del keys
        self._terminal.print(f"Paste, then a line that is only a full stop ({END_OF_PASTE}).")
        lines: list[str] = []
        while True:
            try:
                line = self._read(prompt if not lines else "")
            except EndOfInput:
                if not lines:
                    raise
                break
            if line.strip() == END_OF_PASTE:
                break
            lines.append(line)
        return "\n".join(lines) + "\n"

    def key(self, prompt: str, keys: Sequence[str]) -> str:
        return self.line(prompt, keys).strip()

    def _read(self, prompt: str) -> str:
        out = self._terminal.stdout
        out.write(prompt)
        out.flush()
        try:
            with self._interrupts.heard():
                line = self._terminal.stdin.readline()
        except OSError:
            raise HungUp from None
        except KeyboardInterrupt:
            self._terminal.print()
            raise
        if not line:
            if self._was_terminal and not self._terminal.stdin.isatty():
                raise HungUp
            self._terminal.print()
            raise EndOfInput
        line = line.rstrip("\r\n")
        if not self._was_terminal:
            out.write(harmless(line) + "\n")
        return line


class FullAsker:
    """Prompts with editing, single keys, and the line of keys at the bottom."""

    def __init__(self, terminal: Terminal, interrupts: Interrupts) -> None:
        from prompt_toolkit.input import create_input
        from prompt_toolkit.output import ColorDepth

        self._terminal, self._interrupts = terminal, interrupts
        self._input = create_input(terminal.stdin)
        self._output = _output(terminal)
        self._depth = None if terminal.has_color else ColorDepth.DEPTH_1_BIT

    def line(self, prompt: str, keys: Sequence[str], default: str = "") -> str:
        from prompt_toolkit.key_binding import KeyBindings

        bindings = KeyBindings()
        _help_on_empty_line(bindings)
        return " ".join(self._ask(prompt, keys, bindings, default=default, multiline=False).split("\n"))

    def text(self, prompt: str, keys: Sequence[str]) -> str:
        from prompt_toolkit.key_binding import KeyBindings

        bindings = KeyBindings()
        _help_on_empty_line(bindings)
        _end_on_empty_line(bindings)
        _end_on_ctrl_d(bindings)
        return self._ask(prompt, keys, bindings, default="", multiline=True).strip("\n")

    def paste(self, prompt: str, keys: Sequence[str]) -> str:
        from prompt_toolkit.key_binding import KeyBindings

        bindings = KeyBindings()
        _end_on_ctrl_d(bindings)
        return self._ask(prompt, keys, bindings, default="", multiline=True)

    def key(self, prompt: str, keys: Sequence[str]) -> str:
        from prompt_toolkit.application import Application
        from prompt_toolkit.filters import is_done
        from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Layout, Window

        pressed: list[str] = []
        asked = FormattedTextControl(lambda: [("bold", prompt), ("", harmless("".join(pressed)))], show_cursor=False)
        toolbar = FormattedTextControl([("reverse", f" {fitted(keys, self._terminal.width - 2)} ")])
        layout = Layout(
            HSplit(
                [
                    Window(asked, dont_extend_height=True, wrap_lines=True),
                    ConditionalContainer(Window(toolbar, height=1, dont_extend_height=True), ~is_done),
                ]
            )
        )
        application: Application[str] = Application(
            layout=layout,
            key_bindings=_single_key(pressed),
            input=self._input,
            output=self._output,
            color_depth=self._depth,
        )
        with self._interrupts.heard(), _hang_up():
            return application.run()

    def _ask(
        self, prompt: str, keys: Sequence[str], bindings: KeyBindings, *, default: str, multiline: bool
    ) -> str:
        from prompt_toolkit import PromptSession

        session: PromptSession[str] = PromptSession(input=self._input, output=self._output, color_depth=self._depth)
        _quit_on_ctrl_d(bindings)
        with self._interrupts.heard(), _hang_up():
            return session.prompt(
                [("bold", prompt)],
                default=default,
                multiline=multiline,
                key_bindings=bindings,
                bottom_toolbar=[("", f" {fitted(keys, self._terminal.width - 2)} ")],
                prompt_continuation=" " * len(prompt),
                reserve_space_for_menu=0,
                enable_suspend=True,
            )


@contextmanager
def _hang_up() -> Iterator[None]:
    """prompt_toolkit says EOFError when its input was closed; Ctrl-D has a binding of our own."""
    try:
        yield
    except (EOFError, OSError):
        raise HungUp from None


def _output(terminal: Terminal) -> Output:
    from prompt_toolkit.output import create_output
    from prompt_toolkit.output.vt100 import Vt100_Output

    output = create_output(stdout=terminal.stdout)
    if isinstance(output, Vt100_Output):
        # Where the cursor stands need not be known; a terminal that is asked answers into what is typed ahead.
        output.enable_cpr = False
    return output


def _single_key(pressed: list[str]) -> KeyBindings:
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    bindings = KeyBindings()

    @bindings.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        event.app.exit(result="")

    @bindings.add("c-c")
    @bindings.add("<sigint>")
    def _interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add("c-d")
    def _end(event: KeyPressEvent) -> None:
        event.app.exit(exception=EndOfInput)

    @bindings.add(Keys.Any)
    def _any(event: KeyPressEvent) -> None:
        if event.data.isprintable() and event.data.strip() and event.data != ":" and not event.app.is_done:
            pressed.append(event.data)
            event.app.exit(result=event.data)

    return bindings


def _quit_on_ctrl_d(bindings: KeyBindings) -> None:
    @bindings.add("c-d")
    def _end(event: KeyPressEvent) -> None:
        if event.current_buffer.text:
            event.current_buffer.delete()
        else:
            event.app.exit(exception=EndOfInput)


def _end_on_ctrl_d(bindings: KeyBindings) -> None:
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.application import get_app

    has_text = Condition(lambda: bool(get_app().current_buffer.text))

    @bindings.add("c-d", filter=has_text, eager=True)
    @bindings.add("escape", "enter", filter=has_text)
    def _accept(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()


def _end_on_empty_line(bindings: KeyBindings) -> None:
    """Enter on an empty line ends the text, so that two of them end what was typed; a command ends at once."""

    @bindings.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        is_command = buffer.text.startswith(":") and "\n" not in buffer.text
        if is_command or not buffer.document.current_line.strip():
            buffer.validate_and_handle()
        else:
            buffer.newline(copy_margin=False)


def _help_on_empty_line(bindings: KeyBindings) -> None:
    @bindings.add("?")
    def _help(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("?")
        if event.current_buffer.text == "?":
            event.current_buffer.validate_and_handle()
