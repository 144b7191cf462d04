"""Asks against a clock on a full terminal: the clock stands beside the keys while one types. Imports prompt_toolkit."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from interview_cli.ui.asking.checklist import Checklist, tick_keys
from interview_cli.ui.asking.full import (
    Desk,
    bindings_of_keys,
    for_a_paste,
    help_on_empty_line,
    one_prompt,
    quit_on_ctrl_d,
    redraw_on_ctrl_l,
    single_key,
    toolbar_of,
)
from interview_cli.ui.asking.lines import HungUp, Interrupts, Ticks
from interview_cli.ui.asking.rows import rows_of, unbroken
from interview_cli.ui.asking.timed import (
    LOOK_AGAIN_SECONDS,
    SAID,
    Countdown,
    Shape,
    TimeUp,
    ToEditor,
    Typed,
    is_command,
)
from interview_cli.ui.terminal import Terminal

if TYPE_CHECKING:
    from interview_cli.domain.items.question import KeyPoint

REFRESH_SECONDS = 0.25
SOON_SECONDS = 60


class FullTimedAsker:
    """Prompts with editing and single keys; the lines at the bottom hold clock and keys.

    A text ends with Ctrl-D, or Esc and Enter, for it may hold empty lines; Enter ends it where nothing is written.
    """

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

    def answer(
        self,
        prompt: str,
        keys: Sequence[str],
        countdown: Countdown,
        draft: str,
        save: Callable[[str], None],
        shape: Shape,
    ) -> Typed | TimeUp | ToEditor:
        bindings = KeyBindings()
        help_on_empty_line(bindings)
        if shape is Shape.TEXT:
            end_on_enter_if_blank(bindings)
            end_on_ctrl_d_always(bindings)
        wants_editor: list[bool] = []

        @bindings.add("c-x", "c-e")
        def _edit(event: KeyPressEvent) -> None:
            wants_editor.append(True)
            event.app.exit(result=event.current_buffer.text)

        is_text = shape is Shape.TEXT
        answer = self._prompt(prompt, keys, countdown, bindings, draft, save, is_text=is_text, is_answer=is_text)
        if wants_editor:
            return ToEditor(answer.text)
        if shape is Shape.LINE:
            return type(answer)(" ".join(answer.text.split("\n")))
        before, _, last = answer.text.rpartition("\n")
        if isinstance(answer, Typed) and before and is_command(last):
            save(before)
            return Typed(last)
        return type(answer)(answer.text.strip("\n"))

    def paste(self, countdown: Countdown) -> Typed | TimeUp:
        keys = ("Ctrl-D ends the paste",)
        return self._prompt("", keys, countdown, for_a_paste(), "", lambda _: None, is_text=True)

    def key(self, prompt: str, keys: Sequence[str], countdown: Countdown) -> str | TimeUp:
        pressed: list[str] = []
        is_up: list[bool] = []
        typed = self._desk.small(
            one_prompt(unbroken(prompt, self._terminal.width), pressed),
            single_key(pressed),
            lambda: self._toolbar(keys, countdown),
            Application[str],
            refresh_seconds=REFRESH_SECONDS,
            beside=self._watch(countdown, lambda _: None, is_up),
        )
        return TimeUp("") if is_up else typed

    def ticks(
        self,
        title: str,
        keys: Sequence[str],
        points: Sequence[KeyPoint],
        countdown: Countdown,
        ticked: frozenset[int],
        save: Callable[[frozenset[int]], None],
    ) -> Ticks:
        checklist = Checklist(title, points, ticked, self._terminal)
        bindings = bindings_of_keys()
        checklist.bind(bindings)
        with checklist.saved(save):
            return self._desk.small(
                checklist.container,
                bindings,
                lambda: self._toolbar([*tick_keys(points), *keys], countdown),
                Application[Ticks],
                refresh_seconds=REFRESH_SECONDS,
                is_erased=True,
            )

    def _prompt(
        self,
        prompt: str,
        keys: Sequence[str],
        countdown: Countdown,
        bindings: KeyBindings,
        draft: str,
        save: Callable[[str], None],
        *,
        is_text: bool,
        is_answer: bool = False,
    ) -> Typed | TimeUp:
        desk = self._desk
        session: PromptSession[str] = PromptSession(input=desk.input, output=desk.output, color_depth=desk.depth)
        quit_on_ctrl_d(bindings)
        redraw_on_ctrl_l(bindings)
        is_up: list[bool] = []
        watch = self._watch(countdown, save, is_up)

        def prompted(text: str) -> str:
            return session.prompt(
                [("bold", prompt)],
                default=text,
                multiline=is_text,
                key_bindings=bindings,
                bottom_toolbar=lambda: self._toolbar([*_end_of(session, is_answer), *keys], countdown),
                prompt_continuation=" " * len(prompt),
                reserve_space_for_menu=0,
                refresh_interval=REFRESH_SECONDS,
                enable_suspend=True,
                pre_run=lambda: _begin(watch),
            )

        try:
            text = desk.ask(prompted, draft)
        except (KeyboardInterrupt, HungUp):
            if session.default_buffer.text:
                save(session.default_buffer.text)
            raise
        return TimeUp(text) if is_up else Typed(text)

    def _watch(
        self, countdown: Countdown, save: Callable[[str], None], is_up: list[bool]
    ) -> Callable[[], Coroutine[None, None, None]]:
        """Keeps what is written, rings at a warning, and ends at zero with what is written by then."""

        async def watch() -> None:
            application = get_app()
            kept = application.current_buffer.text
            while not application.is_done:
                text = application.current_buffer.text
                if text != kept:
                    save(text)
                    kept = text
                if countdown.warning() is not None:
                    self._desk.output.bell()
                    self._desk.output.flush()
                if countdown.is_up:
                    is_up.append(True)
                    application.exit(result=text)
                    return
                await sleep(min(LOOK_AGAIN_SECONDS, max(0.005, countdown.seconds)))

        return watch

    def _toolbar(self, keys: Sequence[str], countdown: Countdown) -> StyleAndTextTuples:
        """The clock, then the keys in as many rows as they need."""
        clock = countdown.text
        if not clock:
            return self._desk.toolbar(keys)()
        style = "reverse bold" if countdown.seconds <= SOON_SECONDS else "reverse"
        rows = rows_of(keys, self._terminal.width - 2, begin=len(clock) + 2)
        return [(style, f" {clock} "), *toolbar_of(rows)]


def end_on_enter_if_blank(bindings: KeyBindings) -> None:
    """Enter ends a text of which nothing is written, and a key after a colon; else it begins a new line."""

    @bindings.add("enter")
    @bindings.add("c-j")  # Enter that was typed before the terminal was made raw
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        is_word = buffer.text.startswith(":") and "\n" not in buffer.text
        if is_word or not buffer.text.strip() or is_command(buffer.text.rpartition("\n")[2]):
            buffer.validate_and_handle()
        else:
            buffer.newline(copy_margin=False)


def end_on_ctrl_d_always(bindings: KeyBindings) -> None:
    """Ctrl-D, or Esc and Enter, end a text, be it empty."""

    @bindings.add("c-d", eager=True)
    @bindings.add("escape", "enter")
    def _accept(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()


def _end_of(session: PromptSession[str], is_answer: bool) -> list[str]:
    """What ends an answer as it stands."""
    if not is_answer:
        return []
    return ["Ctrl-D ends" if session.default_buffer.text.strip() else SAID]


def _begin(watch: Callable[[], Coroutine[None, None, None]] | None) -> None:
    if watch is not None:
        get_app().create_background_task(watch())
