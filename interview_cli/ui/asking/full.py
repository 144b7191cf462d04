"""Asks on a full terminal: editing, single keys, and the line of keys at the bottom. Imports prompt_toolkit."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output

from interview_cli.ui.asking.lines import (
    DIGITS,
    LOOK_AGAIN_SECONDS,
    SINGLE_DIGITS,
    EndOfInput,
    HungUp,
    Interrupts,
    fitted,
    read_ticks,
)
from interview_cli.ui.terminal import Terminal

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


class FullAsker:
    """Prompts with editing, single keys, and the line of keys at the bottom."""

    end_of_text = "empty line"

    def __init__(self, terminal: Terminal, interrupts: Interrupts) -> None:
        self._terminal, self._interrupts = terminal, interrupts
        self._input = create_input(terminal.stdin)
        self._output = SteadyOutput.from_pty(terminal.stdout, term=terminal.environment.get("TERM"))
        self._depth = None if terminal.has_color else ColorDepth.DEPTH_1_BIT

    def line(self, prompt: str, keys: Sequence[str], default: str = "") -> str:
        bindings = KeyBindings()
        help_on_empty_line(bindings)
        return " ".join(self._ask(prompt, keys, bindings, default=default, multiline=False).split("\n"))

    def text(self, prompt: str, keys: Sequence[str]) -> str:
        bindings = KeyBindings()
        help_on_empty_line(bindings)
        end_on_empty_line(bindings)
        end_on_ctrl_d(bindings)
        return self._ask(prompt, keys, bindings, default="", multiline=True).strip("\n")

    def paste(self, prompt: str, keys: Sequence[str]) -> str:
        return self._ask(prompt, keys, for_a_paste(), default="", multiline=True)

    def key(self, prompt: str, keys: Sequence[str]) -> str:
        pressed: list[str] = []
        return self._single(single_key(pressed), lambda: [("bold", prompt), ("", "".join(pressed))], keys)

    def key_unless(self, happened: Callable[[], bool], prompt: str, keys: Sequence[str]) -> str | None:
        pressed: list[str] = []

        async def look() -> None:
            while not happened():
                await sleep(LOOK_AGAIN_SECONDS)
            if not get_app().is_done:
                get_app().exit(result=HAPPENED)

        typed = self._single(single_key(pressed), lambda: [("bold", prompt), ("", "".join(pressed))], keys, look)
        return None if typed == HAPPENED else typed

    def ticks(self, prompt: str, keys: Sequence[str], points: int, ticked: frozenset[int]) -> frozenset[int] | str:
        if points > SINGLE_DIGITS:
            before = " ".join(str(index + 1) for index in sorted(ticked))
            return read_ticks(self.line(f"{prompt}1-{points} > ", keys, before).strip(), points, frozenset())
        chosen = set(ticked)

        def shown() -> StyleAndTextTuples:
            boxes = [f"[{'x' if index in chosen else ' '}] {index + 1}" for index in range(points)]
            return [("bold", prompt), ("", "  ".join(boxes))]

        pressed = self._single(toggling(chosen, points), shown, keys)
        return pressed or frozenset(chosen)

    def _single(
        self,
        bindings: KeyBindings,
        shown: Callable[[], StyleAndTextTuples],
        keys: Sequence[str],
        beside: Callable[[], Coroutine[None, None, None]] | None = None,
    ) -> str:
        """The result of a small application: what is asked, and the line of keys while it is."""
        asked = FormattedTextControl(shown, show_cursor=False)
        toolbar = FormattedTextControl(lambda: [("reverse", self._line_of(keys))])
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
            key_bindings=bindings,
            input=self._input,
            output=self._output,
            color_depth=self._depth,
        )

        def begin() -> None:
            if beside is not None:
                application.create_background_task(beside())

        with self._interrupts.heard(), hang_up():
            return application.run(pre_run=begin)

    def _line_of(self, keys: Sequence[str]) -> str:
        """As many keys as the window is wide for now."""
        return f" {fitted(keys, self._terminal.width - 2)} "

    def _ask(self, prompt: str, keys: Sequence[str], bindings: KeyBindings, *, default: str, multiline: bool) -> str:
        session: PromptSession[str] = PromptSession(input=self._input, output=self._output, color_depth=self._depth)
        quit_on_ctrl_d(bindings)
        with self._interrupts.heard(), hang_up():
            return session.prompt(
                [("bold", prompt)],
                default=default,
                multiline=multiline,
                key_bindings=bindings,
                bottom_toolbar=lambda: [("", self._line_of(keys))],
                prompt_continuation=" " * len(prompt),
                reserve_space_for_menu=0,
                enable_suspend=True,
            )


@contextmanager
def hang_up() -> Iterator[None]:
    """prompt_toolkit says EOFError when its input was closed; Ctrl-D has a binding of our own."""
    try:
        yield
    except (EOFError, OSError):
        raise HungUp from None


def toggling(chosen: set[int], points: int) -> KeyBindings:
    """Digits toggle, `a` takes all, Enter ends with ""; other keys end with themselves."""
    bindings = _bindings_of_keys()

    @bindings.add("enter")
    @bindings.add("c-j")  # Enter that was typed before the terminal was made raw
    def _done(event: KeyPressEvent) -> None:
        if not event.app.is_done:
            event.app.exit(result="")

    @bindings.add(Keys.Any)
    def _any(event: KeyPressEvent) -> None:
        pressed = event.data
        if pressed in DIGITS[:points]:
            chosen.symmetric_difference_update({int(pressed) - 1})
        elif pressed.lower() == "a":
            chosen.update(range(points))
        elif _counts(pressed) and not event.app.is_done:
            event.app.exit(result=pressed)

    return bindings


def single_key(pressed: list[str]) -> KeyBindings:
    """Any key ends; it is added to `pressed`, to be shown behind the prompt."""
    bindings = _bindings_of_keys()

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


def _bindings_of_keys() -> KeyBindings:
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
    """Enter on an empty line ends the text, so that two of them end what was typed; a command ends at once."""

    @bindings.add("enter")
    @bindings.add("c-j")  # Enter that was typed before the terminal was made raw
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        is_command = buffer.text.startswith(":") and "\n" not in buffer.text
        if is_command or not buffer.document.current_line.strip():
            buffer.validate_and_handle()
        else:
            buffer.newline(copy_margin=False)


def help_on_empty_line(bindings: KeyBindings) -> None:
    @bindings.add("?")
    def _help(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("?")
        if event.current_buffer.text == "?":
            event.current_buffer.validate_and_handle()
