"""Asks on a full terminal: editing, single keys, and the lines of keys at the bottom. Imports prompt_toolkit."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, Container, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output

from interview_cli.ui.asking.checklist import Checklist, tick_keys
from interview_cli.ui.asking.keys import last_command
from interview_cli.ui.asking.lines import LOOK_AGAIN_SECONDS, EndOfInput, HungUp, Interrupts, Ticks, nothing_above
from interview_cli.ui.asking.rows import rows_of, unbroken
from interview_cli.ui.terminal import Terminal

if TYPE_CHECKING:
    from interview_cli.domain.items.question import KeyPoint

Value = TypeVar("Value")
Toolbar = Callable[[], StyleAndTextTuples]
"""What stands below a prompt now."""

HAPPENED = "\0"
"""No key."""


class SteadyOutput(Vt100_Output):
    """A terminal that is not asked where its cursor stands, since its reply may land in what is typed ahead.

    Without that knowledge the line of keys would be left out: one row is taken to be free, more are made by scrolling.
    """

    @property
    def responds_to_cpr(self) -> bool:
        return False

    def get_rows_below_cursor_position(self) -> int:
        return 1


class Redraw(Exception):
    """Ctrl-L: what was typed so far."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class Desk:
    """What prompts of a full terminal share: its input, its output, the lines of keys, and Ctrl-L."""

    def __init__(self, terminal: Terminal, interrupts: Interrupts) -> None:
        self.terminal, self.interrupts = terminal, interrupts
        self.input = create_input(terminal.stdin)
        self.output = SteadyOutput.from_pty(terminal.stdout, term=terminal.environment.get("TERM"))
        self.depth = None if terminal.has_color else ColorDepth.DEPTH_1_BIT
        self.redraw: Callable[[], None] = nothing_above

    def ask(self, prompt: Callable[[str], Value], text: str = "") -> Value:
        """The prompt's result; after Ctrl-L on a fresh screen, from what was typed until then."""
        while True:
            try:
                with self.interrupts.heard(), hang_up():
                    return prompt(text)
            except Redraw as again:
                text = again.text
                self.terminal.clear()
                self.redraw()

    def small(
        self,
        body: Container,
        bindings: KeyBindings,
        toolbar: Toolbar,
        application_of: type[Application[Value]],
        *,
        refresh_seconds: float | None = None,
        beside: Callable[[], Coroutine[None, None, None]] | None = None,
        is_erased: bool = False,
    ) -> Value:
        """The result of a small application: what is asked, and the lines of keys while it is."""
        redraw_on_ctrl_l(bindings)
        keys = FormattedTextControl(toolbar)
        rows = Window(keys, height=lambda: rows_in(toolbar()), dont_extend_height=True)
        application = application_of(
            layout=Layout(HSplit([body, ConditionalContainer(rows, ~is_done)])),
            key_bindings=bindings,
            input=self.input,
            output=self.output,
            color_depth=self.depth,
            refresh_interval=refresh_seconds,
            erase_when_done=is_erased,
        )

        def begin() -> None:
            if beside is not None:
                application.create_background_task(beside())

        return self.ask(lambda _: application.run(pre_run=begin))

    def toolbar(self, keys: Sequence[str]) -> Toolbar:
        """The keys, in as many rows as the window needs for them now."""
        return lambda: toolbar_of(rows_of(keys, self.terminal.width - 2))


def toolbar_of(rows: Sequence[str]) -> StyleAndTextTuples:
    """Rows with a space around them, in reverse."""
    return [("reverse", "\n".join(f" {row} " for row in rows))]


def rows_in(text: StyleAndTextTuples) -> Dimension:
    """Exactly as many rows as the text has."""
    return Dimension.exact(1 + sum(part[1].count("\n") for part in text))


def one_prompt(prompt: str, pressed: list[str]) -> Window:
    """A prompt, and behind it the key that was pressed."""
    asked = FormattedTextControl(lambda: [("bold", prompt), ("", "".join(pressed))], show_cursor=False)
    return Window(asked, dont_extend_height=True, wrap_lines=True)


class FullAsker:
    """Prompts with editing, single keys, and the lines of keys at the bottom."""

    def __init__(self, terminal: Terminal, interrupts: Interrupts) -> None:
        self._terminal = terminal
        self._desk = Desk(terminal, interrupts)

    @property
    def redraw(self) -> Callable[[], None]:
        """What shows again what stands above the prompt."""
        return self._desk.redraw

    @redraw.setter
    def redraw(self, show: Callable[[], None]) -> None:
        self._desk.redraw = show

    def line(self, prompt: str, keys: Sequence[str], default: str = "") -> str:
        bindings = KeyBindings()
        help_on_empty_line(bindings)
        toolbar = self._desk.toolbar(keys)
        return " ".join(self._ask(prompt, toolbar, bindings, default=default, multiline=False).split("\n"))

    def text(self, prompt: str, keys: Sequence[str], ends: str, default: str = "") -> str:
        bindings = KeyBindings()
        help_on_empty_line(bindings)
        end_on_empty_line(bindings)
        end_on_ctrl_d(bindings)

        def toolbar() -> StyleAndTextTuples:
            end = "empty line or Ctrl-D" if get_app().current_buffer.text.strip() else "Enter"
            return self._desk.toolbar([f"{end} {ends}", *keys])()

        return self._ask(prompt, toolbar, bindings, default=default, multiline=True).strip("\n")

    def paste(self, prompt: str, keys: Sequence[str]) -> str:
        return self._ask(prompt, self._desk.toolbar(keys), for_a_paste(), default="", multiline=True)

    def key(self, prompt: str, keys: Sequence[str]) -> str:
        pressed: list[str] = []
        body = one_prompt(unbroken(prompt, self._terminal.width), pressed)
        return self._desk.small(body, single_key(pressed), self._desk.toolbar(keys), Application[str])

    def key_unless(self, happened: Callable[[], bool], prompt: str, keys: Sequence[str]) -> str | None:
        pressed: list[str] = []

        async def look() -> None:
            while not happened():
                await sleep(LOOK_AGAIN_SECONDS)
            if not get_app().is_done:
                get_app().exit(result=HAPPENED)

        body = one_prompt(unbroken(prompt, self._terminal.width), pressed)
        toolbar = self._desk.toolbar(keys)
        typed = self._desk.small(body, single_key(pressed), toolbar, Application[str], beside=look)
        return None if typed == HAPPENED else typed

    def ticks(
        self,
        title: str,
        keys: Sequence[str],
        points: Sequence[KeyPoint],
        ticked: frozenset[int],
        save: Callable[[frozenset[int]], None],
    ) -> Ticks:
        checklist = Checklist(title, points, ticked, self._terminal)
        bindings = bindings_of_keys()
        checklist.bind(bindings)
        toolbar = self._desk.toolbar([*tick_keys(points), *keys])
        with checklist.saved(save):
            return self._desk.small(checklist.container, bindings, toolbar, Application[Ticks], is_erased=True)

    def _ask(self, prompt: str, toolbar: Toolbar, bindings: KeyBindings, *, default: str, multiline: bool) -> str:
        desk = self._desk
        session: PromptSession[str] = PromptSession(input=desk.input, output=desk.output, color_depth=desk.depth)
        quit_on_ctrl_d(bindings)
        redraw_on_ctrl_l(bindings)

        def prompted(text: str) -> str:
            return session.prompt(
                [("bold", prompt)],
                default=text,
                multiline=multiline,
                key_bindings=bindings,
                bottom_toolbar=toolbar,
                prompt_continuation=" " * len(prompt),
                reserve_space_for_menu=0,
                enable_suspend=True,
            )

        return desk.ask(prompted, default)


@contextmanager
def hang_up() -> Iterator[None]:
    """prompt_toolkit says EOFError when its input was closed; Ctrl-D has a binding of our own."""
    try:
        yield
    except (EOFError, OSError):
        raise HungUp from None


def single_key(pressed: list[str]) -> KeyBindings:
    """Any key ends; it is added to `pressed`, to be shown behind the prompt."""
    bindings = bindings_of_keys()

    @bindings.add("enter")
    @bindings.add("c-j")  # Enter that was typed before the terminal was made raw
    def _enter(event: KeyPressEvent) -> None:
        if not event.app.is_done:
            event.app.exit(result="")

    @bindings.add(Keys.Any)
    def _any(event: KeyPressEvent) -> None:
        if _counts(event.data) and not event.app.is_done:
            pressed.append(event.data)
            event.app.exit(result=event.data)

    return bindings


def _counts(pressed: str) -> bool:
    """Whether a key says something; a colon before a key is allowed, and means nothing here."""
    return bool(pressed.strip()) and pressed.isprintable() and pressed != ":"


def bindings_of_keys() -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add("c-c")
    @bindings.add("<sigint>")
    def _interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add("c-d")
    def _end(event: KeyPressEvent) -> None:
        event.app.exit(exception=EndOfInput)

    @bindings.add("c-z")
    def _suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    return bindings


def redraw_on_ctrl_l(bindings: KeyBindings) -> None:
    @bindings.add("c-l")
    def _redraw(event: KeyPressEvent) -> None:
        if not event.app.is_done:
            event.app.exit(exception=Redraw(event.current_buffer.text))


def quit_on_ctrl_d(bindings: KeyBindings) -> None:
    @bindings.add("c-d")
    def _end(event: KeyPressEvent) -> None:
        if event.current_buffer.text:
            event.current_buffer.delete()
        else:
            event.app.exit(exception=EndOfInput)


def end_on_ctrl_d(bindings: KeyBindings) -> None:
    has_text = Condition(lambda: bool(get_app().current_buffer.text))

    @bindings.add("c-d", filter=has_text, eager=True)
    @bindings.add("escape", "enter", filter=has_text)
    def _accept(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()


def for_a_paste() -> KeyBindings:
    """Ctrl-D ends it, and lines stay as they came: a terminal without bracketed paste types them, margin and all."""
    bindings = KeyBindings()
    end_on_ctrl_d(bindings)

    @bindings.add("enter")
    @bindings.add("c-j")
    def _enter(event: KeyPressEvent) -> None:
        event.current_buffer.newline(copy_margin=False)

    return bindings


def end_on_empty_line(bindings: KeyBindings) -> None:
    """Enter on an empty line ends the text, so that two of them end what was typed; a command ends it on any line."""

    @bindings.add("enter")
    @bindings.add("c-j")  # Enter that was typed before the terminal was made raw
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        is_first = buffer.text.startswith(":") and "\n" not in buffer.text
        if is_first or last_command(buffer.text) or not buffer.document.current_line.strip():
            buffer.validate_and_handle()
        else:
            buffer.newline(copy_margin=False)


def help_on_empty_line(bindings: KeyBindings) -> None:
    @bindings.add("?")
    def _help(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("?")
        if event.current_buffer.text == "?":
            event.current_buffer.validate_and_handle()
