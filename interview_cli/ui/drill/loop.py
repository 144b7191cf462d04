"""Plays a drill on a terminal: asks, shows, and hands every key to the state machine. Terminal only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from interview_cli.domain.errors import InterviewError
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import Code, Debug, Design, Formula, Numeric, Recall
from interview_cli.domain.items.shown import Shown
from interview_cli.services.drill.session import SEEDS, Drill
from interview_cli.services.drill.steps import Answered, Asked, Ended, Means
from interview_cli.ui.asking import keys as drill_keys
from interview_cli.ui.asking.keys import (
    ANSWERING,
    CODING,
    RATING,
    SAYING,
    Key,
    Pressed,
    single_keys,
    typed_keys,
    without_hint,
)
from interview_cli.ui.asking.lines import Asker, EndOfInput, cannot_tick
from interview_cli.ui.code.code_desk import CANNOT_PASTE, CodeDesk, hints_left, left_in
from interview_cli.ui.drill.view import (
    not_read,
    prompt_for,
    show_asked,
    show_help,
    show_marked,
    show_result,
    show_said,
    show_summary,
)
from interview_cli.ui.item_view import paragraph, write_markdown
from interview_cli.ui.points import which_said
from interview_cli.ui.terminal import Terminal

QUIT_KEYS = ("q quit", "Ctrl-C quit", "Enter continue")
TICKING = (Key.QUIT, Key.UNDO, Key.NOTE, Key.FLAG)
SELDOM = (Key.BURY, Key.SUSPEND, Key.FLAG, Key.NOTE)
"""What works wherever an item is asked, and is listed only by `?` where it is not among the keys."""

RATED_ELSEWHERE = "You already rated this item today in another terminal. It counts once."


class DrillLoop:
    """One drill on one terminal."""

    def __init__(self, drill: Drill, means: Means, terminal: Terminal, asker: Asker, desk: CodeDesk) -> None:
        self.drill, self.means, self.terminal, self.asker, self.desk = drill, means, terminal, asker, desk
        self._asked: Shown | None = None
        self._revealed: Shown | None = None
        self._ticked: Shown | None = None
        self._boxes: frozenset[int] = frozenset()
        self._unread = ""
        self._keys: tuple[Key, ...] = ()
        asker.redraw = self._show_again

    def play(self) -> None:
        """Until the drill ends. Raises: HungUp; KeyboardInterrupt after a second Ctrl-C, when the drill has ended."""
        try:
            while not isinstance(self.drill.current, Ended):
                self._step_or_quit()
        except EndOfInput:
            self._quit()
        self._show_end()

    def _step_or_quit(self) -> None:
        try:
            self._step()
        except KeyboardInterrupt:
            try:
                answer = self.asker.key("Quit? Your answers are saved. > ", QUIT_KEYS)
            except KeyboardInterrupt:
                self._quit()
                self._show_end()
                raise
            if answer.lower() in ("q", "y", ":q"):
                self._quit()

    def _quit(self) -> None:
        if not self.drill.quit():
            self._say(RATED_ELSEWHERE)

    def _show_end(self) -> None:
        if isinstance(self.drill.current, Ended):
            show_summary(self.drill.current.summary, self.terminal)

    def _step(self) -> None:
        try:
            match self.drill.current:
                case Asked(item=Code() | Debug()) as asked:
                    self._code(asked)
                case Asked() as asked:
                    self._question(asked)
                case Answered() as answered:
                    self._answered(answered)
                case Ended():
                    pass
                case _ as never:
                    assert_never(never)
        except InterviewError as error:
            self._say(error.message[:1].upper() + error.message[1:] + (f": {error.hint}" if error.hint else ""))

    def _say(self, text: str) -> None:
        for line in paragraph(text, self.terminal):
            self.terminal.print(line)

    def _show_again(self) -> None:
        """What stood above the prompt, on a fresh screen."""
        current = self.drill.current
        if isinstance(current, Ended):
            return
        show_asked(current, self.drill.standing, self.terminal)
        if isinstance(current, Answered):
            show_said(current, self.terminal)
            if self._revealed is current.shown:
                self._show_result(current)

    # --- questions

    def _show_once(self, step: Asked | Answered) -> bool:
        """Show the item unless it is on the screen; whether it was shown."""
        if self._asked is step.shown:
            return False
        self._asked, self._unread, self._boxes = step.shown, "", frozenset()
        show_asked(step, self.drill.standing, self.terminal)
        return True

    def _question(self, asked: Asked) -> None:
        self._show_once(asked)
        left = hints_left(asked.shown, asked.hints)
        if isinstance(asked.item, Recall | Design):
            keys = typed_keys(self._possible(without_hint(SAYING, left)))
            typed = self._without_draft(self.asker.text(prompt_for(asked.item), keys, "reveals", self._unread))
        else:
            keys = typed_keys(self._possible(without_hint(ANSWERING, left)))
            typed = self._without_kept(self.asker.line(prompt_for(asked.item), keys, self._unread))
        match drill_keys.command(typed):
            case Pressed() as pressed:
                self._press(pressed)
            case str(unknown):
                self._say(f"There's no key {unknown}. Press ? to list the keys.")
            case None:
                self._submit(asked, typed)

    def _without_draft(self, typed: str) -> str:
        """A command below what was written so far, which is kept for the next prompt; to reveal is to hand it in."""
        command = drill_keys.last_command(typed)
        self._unread = ""
        if not command:
            return typed
        draft = typed.rstrip()[: -len(command)].rstrip()
        pressed = drill_keys.single(command)
        if pressed is not None and pressed.key is Key.REVEAL:
            return draft
        self._unread = draft + "\n"
        return command

    def _without_kept(self, typed: str) -> str:
        """A command behind an answer that stands there to be mended, which is kept for the next prompt."""
        behind = typed.removeprefix(self._unread).strip()
        is_behind = bool(self._unread) and typed.startswith(self._unread) and behind.startswith(":")
        return behind if is_behind and drill_keys.single(behind) is not None else typed

    def _submit(self, asked: Asked, typed: str) -> None:
        marked = self.drill.submit(typed)
        if marked is not None and marked.mark is Mark.UNREADABLE:
            if isinstance(asked.item, Formula | Numeric):
                self._unread = typed  # to be mended; letters are sooner typed anew
            key = drill_keys.meant(typed)
            instead = f" If you meant the key, type :{key}." if key is not None else ""
            reveals = "" if typed.strip() else " Type :r to see the answer."
            self._say(f"{not_read(typed, marked.message)}{instead}{reveals}")

    # --- code

    def _code(self, asked: Asked) -> None:
        if self._show_once(asked):
            self.desk.open(asked.shown)
        keys: tuple[Key, ...] = (*CODING[:-1], Key.RIGHT, CODING[-1]) if asked.attempts else CODING
        if self.desk.is_untouched(asked.shown):
            keys = tuple(key for key in keys if key is not Key.ANEW)
        if not self.desk.takes_paste(asked.shown):
            keys = tuple(key for key in keys if key is not Key.PASTE)
        keys = self._possible(without_hint(keys, hints_left(asked.shown, asked.hints)))
        typed = self.asker.key(prompt_for(asked.item), single_keys(keys))
        pressed = drill_keys.single(typed)
        takes_paste = self.desk.takes_paste(asked.shown)
        if pressed is None:
            files = "file, g to grade it, p to paste code" if takes_paste else "files, g to grade them"
            self._say(f"Press e to edit your {files}, ? to list all keys.")
            return
        if pressed.key is Key.PASTE and not takes_paste:
            self._say(CANNOT_PASTE)
            return
        match pressed.key:
            case Key.EDIT:
                self.desk.edit(asked.shown)
            case Key.GRADE:
                self._grade(asked, self.desk.written(asked.shown), self.desk.file_name(asked.shown))
            case Key.PASTE:
                pasted = self.asker.paste("", ("Ctrl-D ends the paste",))
                self._grade(asked, pasted, self.desk.keep_pasted(asked.shown, pasted))
            case Key.ANEW:
                clock = self.means.clock
                self.desk.write_anew(asked.shown, study_day(clock.now(), clock.zone))
            case _:
                self._press(pressed)

    def _grade(self, asked: Asked, source: str, name: str) -> None:
        verdict = self.desk.grade(
            asked.shown, source, name=name, seed=self.means.rng.randrange(SEEDS), attempts=asked.attempts
        )
        if verdict is not None:
            self.drill.submit_code(source, verdict)
            self.desk.show(verdict)

    def _hint_on_planted(self, asked: Asked) -> None:
        hint = self.desk.hint(asked.shown, asked.attempts, asked.hints)
        if hint is None:
            self._say("There are no more hints. Press r to see all mistakes.")
            return
        self.drill.count_hint()
        write_markdown(f"**Hint:** {hint}", self.terminal)

    # --- after the answer

    def _answered(self, answered: Answered) -> None:
        if self._show_once(answered):
            self._boxes = answered.ticked
            show_said(answered, self.terminal)
        if answered.reveal.key_points and self._ticked is not answered.shown:
            self._tick(answered)
            return
        if self._revealed is not answered.shown:
            self._revealed = answered.shown
            self._show_result(answered)
        self._rate(answered)

    def _show_result(self, answered: Answered) -> None:
        show_result(answered, self.drill.note, self.drill.remedy, self.terminal)
        self.desk.tell(answered.shown, left_in(answered.attempts))

    def _tick(self, answered: Answered) -> None:
        points = answered.reveal.key_points
        keys = single_keys(self._possible(TICKING))
        ticks = self.asker.ticks(which_said(points), keys, points, self._boxes, self._keep_boxes)
        self._keep_boxes(ticks.points)
        if not ticks.key:
            self.drill.tick(ticks.points)
            self._ticked = answered.shown
        elif (pressed := drill_keys.single(ticks.key)) is not None:
            self._press(pressed)
        else:
            self._say(cannot_tick(len(points)))

    def _keep_boxes(self, points: frozenset[int]) -> None:
        self._boxes = points

    def _possible(self, keys: Sequence[Key]) -> tuple[Key, ...]:
        """Those that can do something now, which `?` explains."""
        possible = tuple(key for key in keys if key is not Key.UNDO or self.drill.can_undo)
        more = SELDOM if isinstance(self.drill.current, Asked) else ()
        self._keys = (*possible, *(key for key in more if key not in possible))
        return possible

    def _rate(self, answered: Answered) -> None:
        keys: tuple[Key, ...] = RATING
        if answered.can_be_overturned:
            keys = (Key.RIGHT, *keys)
        if answered.reveal.key_points:
            keys = (Key.TICKS, *keys)
        keys = self._possible(keys)
        prompt = drill_keys.rating_prompt(answered.ratings, self.drill.comes_back, self.terminal.width)
        typed = self.asker.key(prompt, single_keys(keys))
        rating = drill_keys.rating(typed) if typed else answered.ratings.default
        if rating is not None:
            if rating not in answered.ratings.allowed and not self.terminal.can_ask:
                name = answered.ratings.default.name.title()
                self._say(f"You can't rate this answer {rating.name.title()}. It's rated {name}.")
                rating = answered.ratings.default
            if not self.drill.rate(rating):
                self._say(RATED_ELSEWHERE)
            elif not typed:
                self._say(f"Rated {rating.name.title()}.")
        elif (pressed := drill_keys.single(typed)) is not None:
            self._press(pressed)
        else:
            self._say(f"{typed} isn't a rating or a key. Press ? to list the keys.")

    # --- keys that mean the same everywhere

    def _press(self, pressed: Pressed) -> None:
        actions: dict[Key, Callable[[], None]] = {
            Key.HINT: self._hint,
            Key.REVEAL: self.drill.give_up,
            Key.KNOWN: self._known,
            Key.SKIP: self._skip,
            Key.BURY: self._bury,
            Key.SUSPEND: self._suspend,
            Key.RIGHT: self._overturn,
            Key.FLAG: lambda: self._flag(pressed.argument),
            Key.NOTE: lambda: self._note(pressed.argument),
            Key.UNDO: self._undo,
            Key.TICKS: self._tick_again,
            Key.QUIT: self._quit,
            Key.HELP: lambda: show_help(self._keys, self.terminal),
        }
        action = actions.get(pressed.key)
        if action is None:
            self._say(f"{pressed.key} only works in coding problems.")
        else:
            action()

    def _hint(self) -> None:
        if isinstance(self.drill.current, Asked) and self.drill.current.shown.planted is not None:
            self._hint_on_planted(self.drill.current)
            return
        hint = self.drill.hint()
        if hint is None:
            self._say("There are no more hints. Press r to see the answer.")
            return
        write_markdown(f"**Hint:** {hint}", self.terminal)

    def _known(self) -> None:
        is_written = self.drill.known()
        self._say("Marked as known. It comes back much later. Press u to undo." if is_written else RATED_ELSEWHERE)

    def _skip(self) -> None:
        if self.drill.skip():
            self._say("Skipped. It comes back at the end.")
        elif isinstance(self.drill.current, Ended):
            self._say("Skipped. No other question is left, so the drill ends.")
        else:
            self._say("Skipped for the second time. Another drill can ask it again.")

    def _bury(self) -> None:
        self.drill.bury()
        self._say("Buried until tomorrow.")

    def _suspend(self) -> None:
        asked = self.drill.current
        self.drill.suspend()
        if isinstance(asked, Asked):
            self._say(f"Suspended. To have it asked again: interview plan --wake {asked.item.id}")

    def _overturn(self) -> None:
        self.drill.overturn()
        current = self.drill.current
        is_overturned = isinstance(current, Answered) and current.dispute is not None
        self._say("Changed. It now counts as right." if is_overturned else "Changed back to the first mark.")
        if isinstance(current, Answered) and not is_overturned and current.marked is not None:
            show_marked(current.marked, self.terminal)

    def _flag(self, line: str) -> None:
        line = line or self.asker.line("What's wrong with it? > ", ("Enter to keep it", "empty: no flag")).strip()
        if line:
            self.drill.flag(line)
        self._say("Flagged. To list your flags: interview find --flagged" if line else "No flag set.")

    def _note(self, text: str) -> None:
        text = text or self.asker.line("Note > ", ("Enter to keep it", "empty removes it"), self.drill.note).strip()
        self.drill.write_note(text)
        self._say("Saved. You'll see it with every answer to this item." if text else "No note.")

    def _undo(self) -> None:
        if self.drill.undo():
            self._ticked = None
        else:
            self._say("This drill has no rating to undo. For an earlier rating: interview log undo")

    def _tick_again(self) -> None:
        self._ticked = self._revealed = None
