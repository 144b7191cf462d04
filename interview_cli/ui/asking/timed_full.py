"""Asks against a clock on a full terminal: the clock stands beside the keys while one types. Imports prompt_toolkit."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable, Coroutine, Sequence

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.output import ColorDepth

from interview_cli.ui.asking.full import (
    FullAsker,
    SteadyOutput,
    for_a_paste,
    hang_up,
    help_on_empty_line,
    quit_on_ctrl_d,
    single_key,
    toggling,
)
from interview_cli.ui.asking.lines import SINGLE_DIGITS, HungUp, Interrupts, fitted
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

REFRESH_SECONDS = 0.25
SOON_SECONDS = 60


class FullTimedAsker:
    """Prompts with editing and single keys; the line at the bottom holds clock and keys.

    A text ends with Ctrl-D, or Esc and Enter, for it may hold empty lines; Enter ends it where nothing is written.
    """

    def __init__(self, terminal: Terminal, interrupts: Interrupts) -> None:
        self._terminal, self._interrupts = terminal, interrupts
        self._untimed = FullAsker(terminal, interrupts)
        self._input = create_input(terminal.stdin)
        self._output = SteadyOutput.from_pty(terminal.stdout, term=terminal.environment.get("TERM"))
        self._depth = None if terminal.has_color else ColorDepth.DEPTH_1_BIT

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

        def shown() -> StyleAndTextTuples:
            return [("bold", prompt), ("", "".join(pressed))]

        watch = self._watch(countdown, lambda _: None, is_up)
        typed = self._single(single_key(pressed), shown, keys, countdown, watch)
        return TimeUp("") if is_up else typed

    def ticks(self, prompt: str, keys: Sequence[str], points: int, countdown: Countdown) -> frozenset[int] | str:
        if points > SINGLE_DIGITS:
            return self._untimed.ticks(prompt, keys, points, frozenset())
        chosen: set[int] = set()

        def shown() -> StyleAndTextTuples:
            boxes = [f"[{'x' if index in chosen else ' '}] {index + 1}" for index in range(points)]
            return [("bold", prompt), ("", "  ".join(boxes))]

        pressed = self._single(toggling(chosen, points), shown, keys, countdown, None)
        return pressed or frozenset(chosen)

    def _single(
        self,
        bindings: KeyBindings,
        shown: Callable[[], StyleAndTextTuples],
        keys: Sequence[str],
        countdown: Countdown,
        watch: Callable[[], Coroutine[None, None, None]] | None,
    ) -> str:
        """The result of a small application: what is asked, and the line of clock and keys while it is."""
        asked = Window(FormattedTextControl(shown, show_cursor=False), dont_extend_height=True, wrap_lines=True)
        toolbar = Window(
            FormattedTextControl(lambda: self._toolbar(keys, countdown)), height=1, dont_extend_height=True
        )
        application: Application[str] = Application(
            layout=Layout(HSplit([asked, ConditionalContainer(toolbar, ~is_done)])),
            key_bindings=bindings,
            input=self._input,
            output=self._output,
            color_depth=self._depth,
            refresh_interval=REFRESH_SECONDS,
        )
        with self._interrupts.heard(), hang_up():
            return application.run(pre_run=lambda: _begin(watch))

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
        session: PromptSession[str] = PromptSession(input=self._input, output=self._output, color_depth=self._depth)
        quit_on_ctrl_d(bindings)
        is_up: list[bool] = []
        watch = self._watch(countdown, save, is_up)
        try:
            with self._interrupts.heard(), hang_up():
                text = session.prompt(
                    [("bold", prompt)],
                    default=draft,
                    multiline=is_text,
                    key_bindings=bindings,
                    bottom_toolbar=lambda: self._toolbar([*_end_of(session, is_answer), *keys], countdown),
                    prompt_continuation=" " * len(prompt),
                    reserve_space_for_menu=0,
                    refresh_interval=REFRESH_SECONDS,
                    enable_suspend=True,
                    pre_run=lambda: _begin(watch),
                )
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
                    self._output.bell()
                    self._output.flush()
                if countdown.is_up:
                    is_up.append(True)
                    application.exit(result=text)
                    return
                await sleep(min(LOOK_AGAIN_SECONDS, max(0.005, countdown.seconds)))

        return watch

    def _toolbar(self, keys: Sequence[str], countdown: Countdown) -> StyleAndTextTuples:
        clock = countdown.text
        if not clock:
            return [("reverse", f" {fitted(keys, self._terminal.width - 2)} ")]
        style = "reverse bold" if countdown.seconds <= SOON_SECONDS else "reverse"
        width = self._terminal.width - len(clock) - 4
        return [(style, f" {clock} "), ("reverse", f" {fitted(keys, width)} ")]


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
