"""Functions that ask models for what a problem gives, `logp = policy(tokens)`, `self.D(fake)`: they are given it instead.

What leads from the model to the value goes with the model: `logits = policy(tokens)`, and what takes the tokens' out of them.
A method whose class keeps the models is made without them. Lines keep their numbers. Standard library only.
"""

from __future__ import annotations

import ast
import copy
import functools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from interview_cli.grading.candidate.matching.choice.choosing import Asked, takes_all_by_name, with_results
from interview_cli.grading.candidate.matching.choice.offers import functions
from interview_cli.grading.candidate.matching.names.kinds import FUNCTIONS, OF_A_CRITIC
from interview_cli.grading.candidate.matching.names.likeness import likeness
from interview_cli.grading.candidate.matching.names.preferences import is_of_reference, sides_of
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.functions import assigned
from interview_cli.grading.candidate.source.statements import (
    assigned_entries,
    heads_of,
    is_logged,
    is_read,
    names_read,
    names_set,
    statements_in,
    without,
    write,
    write_head,
)

MODELS = re.compile(
    r"(?:\w+_)?(?:model|net|network|policy|actor|critic|lm|llm|student|teacher|discriminator|disc|generator|gen|reference)"
    r"(?:_(?:model|net|network|policy))?|net[DG]|[DG]|ac|agent",
    re.IGNORECASE,
)
"""How code calls a model that it keeps or is given."""
OF_MODELS = ("logp", "logp_ref", "logp_old", "pol_w", "pol_l", "ref_w", "ref_l")
"""Log-probabilities that problems give."""
OF_LOGITS = ("student", "teacher", "real_logits", "fake_logits")
"""Logits that they give."""
STILL_RAW = re.compile(r"(?:\w+_)?(?:logits|outputs?|out|dist|pi|hidden|probs|log_?probs_all)")
"""Variables that hold what log-probabilities of tokens are still to be taken from."""
REAL, FAKE = re.compile(r"real|true|data", re.IGNORECASE), re.compile(r"fake|gen|synth", re.IGNORECASE)
"""How names say of which images they are."""
TAKEN = ("logits", "log_probs", "logps")
"""Under which names outputs hold what is asked for."""


@dataclass
class Source:
    """What a variable comes from: which models, and by what names they were asked."""

    models: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


def without_models(source: str, tree: ast.Module, asked: Sequence[Asked]) -> tuple[str, list[str]]:
    """The source in which what asks models for given values takes these, and what to say of it.

    Not where something else of the file takes all that is given as it stands.
    """
    if len(asked) != 1 or asked[0].is_class or not FUNCTIONS.isdisjoint(asked[0].parameters):
        return source, []
    sides = [name for name in asked[0].parameters[: asked[0].required] if name in (*OF_MODELS, *OF_LOGITS)]
    found = list(asking_in(tree, sides)) if sides else []
    paths = {path for one in found for path in one.paths}
    offered = [with_results(one, asked[0]) for one in functions(tree) if one.asks or one.path not in paths]
    if not found or any(takes_all_by_name(asked[0], one) for one in offered):
        return source, []
    lines = source.split("\n")
    for one in found:
        write_asking(lines, one)
    for owner in {one.owner for one in found if one.owner is not None}:
        for made in (part for part in owner.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"):
            write_maker(lines, made)
    return "\n".join(lines), list(dict.fromkeys(one.note for one in found))


def asking_in(tree: ast.Module, sides: Sequence[str]) -> Iterator[Asking]:
    """The functions and methods of the file that ask models for what is given, and for nothing else."""
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        owner = node if isinstance(node, ast.ClassDef) else None
        for method in inner:
            if isinstance(method, ast.FunctionDef) and method.name != "__init__":
                found = Asking(method, sides, owner)
                if found.is_known and found.given:
                    yield found


def write_asking(lines: list[str], asking: Asking) -> None:
    """Write a function that asks models as one that is given what they give."""
    for statement, other in asking.statements.items():
        write(lines, statement, other)
    write_head(lines, asking.node, asking.parameters)


class Asking:
    """A function, and what of it is written anew.

    `statements`: each with what stands in its place, None for nothing. `given`: the given values that it takes now.
    `is_known`: whether nothing of a model is left in it.
    """

    def __init__(self, node: ast.FunctionDef, sides: Sequence[str], owner: ast.ClassDef | None) -> None:
        self.node, self.sides, self.owner = node, sides, owner
        self.statements = dict[ast.stmt, ast.stmt | None]()
        self.given, self.asked_models, self.beside = set[str](), set[str](), set[str]()
        self.sources = dict[str, Source]()
        args = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        self.own = [one.arg for one in args]
        self.models = {name for name in self.own if MODELS.fullmatch(name)}
        self.all = list(statements_in(node.body))
        self.is_known = self._is_plain() and all(self._takes(one, has_gradients=free) for one, free in self.all)
        if self.is_known and self.given:
            self._leave_out_what_is_left()
            self._call_entries_by_their_variables()
            now = [part for one, _ in self.all for part in self._parts_now(one)]
            self.is_known = not any(map(self._asks, now))

    @property
    def paths(self) -> tuple[str, ...]:
        """Under which it is known where functions are chosen."""
        return (self.node.name,) if self.owner is None else (self.owner.name, f"{self.owner.name}.{self.node.name}")

    @property
    def note(self) -> str:
        """What is said of it."""
        names = enumerated([one for one in self.sides if one in self.given])
        models = sorted(self.asked_models)
        give = "give" if len(models) > 1 else "gives"
        return f"your {enumerated(models)} {give} {names}: how your code computes that isn't judged"

    def _is_plain(self) -> bool:
        """Whether each statement has lines of its own."""
        first = [one.lineno for one, _ in self.all]
        is_nested = any(isinstance(one, ast.FunctionDef | ast.ClassDef) for one, _ in self.all)
        return bool(first) and len(set(first)) == len(first) and first[0] > self.node.lineno and not is_nested

    # --- what a statement asks for ------------------------------------------------------------------------------------

    def _takes(self, statement: ast.stmt, *, has_gradients: bool) -> bool:
        """Whether a statement needs no model, or is written without; False where that is not known."""
        if not isinstance(statement, ast.Assign | ast.Return | ast.Expr):
            return not any(self._asks(part) for part in heads_of(statement))
        if isinstance(statement, ast.Expr) and (self._asks(statement) or is_logged(statement)):
            self.statements[statement] = None
            return True
        if isinstance(statement, ast.Expr) or not self._asks(statement):
            return True
        replaced = self._with_values(statement, has_gradients=has_gradients)
        self.statements[statement] = replaced
        return replaced is None or not (self._asks(replaced) or self._sets_another(replaced))

    def _sets_another(self, statement: ast.stmt) -> bool:
        """Whether a variable has the name of one given value, and holds another: `ref_w = pol_w`, with `ref_w` to come."""
        pairs = assigned(statement) if isinstance(statement, ast.Assign) else ()
        return any(
            getattr(place, "id", "") in self.sides and getattr(place, "id", "") not in names_read(value)
            for place, value in pairs
        )

    def _with_values(self, statement: ast.Assign | ast.Return, *, has_gradients: bool) -> ast.stmt | None:
        """The statement with given values in the place of those of models; None where its values only lead to one."""
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and statement.value is not None:
            target = statement.targets[0]
            targets = target.elts if isinstance(target, ast.Tuple) else [target]
            came = self._source_of(statement.value)
            found = [self._value_for(one, statement.value, came, is_first=one is targets[0]) for one in targets]
            if any(found):
                left = [one for one, name in zip(targets, found, strict=True) if not name]
                self.sources |= {one.id: came for one in left if isinstance(one, ast.Name)}
                return self._assigned(targets, found, came, has_gradients=has_gradients)
            inline = self._inline(statement)
            if not self._asks(inline):
                return inline
            for one in targets:
                if isinstance(one, ast.Name):
                    self.sources[one.id] = came
            return None
        return self._inline(self._without_outputs(statement) if isinstance(statement, ast.Return) else statement)

    def _without_outputs(self, statement: ast.Return) -> ast.Return:
        """What returns a model's outputs beside its loss, where that is asked for, as what returns the loss alone."""
        match statement.value:
            case ast.IfExp(body=body, orelse=orelse):
                left = [one for one in (orelse, body) if not self._asks(one)]
            case ast.Tuple(elts=results):
                left = [one for one in results if not self._asks(one)]
            case _:
                left = []
        return ast.copy_location(ast.Return(left[0]), statement) if len(left) == 1 else statement

    def _assigned(
        self, targets: Sequence[ast.expr], found: Sequence[str], came: Source, *, has_gradients: bool
    ) -> ast.stmt | None:
        """`logp = logp`, of each variable for which a value is given."""
        self.asked_models |= came.models if {*self.sides} & {*found} else set()
        pairs = [(one, name) for one, name in zip(targets, found, strict=True) if name]
        self.given |= {name for _, name in pairs if name in self.sides}
        self.beside |= {name for _, name in pairs if name not in self.sides}
        detached = "" if has_gradients else ".detach()"
        text = f"{', '.join(ast.unparse(one) for one, _ in pairs)} = {', '.join(name + detached for _, name in pairs)}"
        return ast.parse(text).body[0]

    def _value_for(self, target: ast.expr, value: ast.expr, came: Source, *, is_first: bool) -> str:
        """What the problem gives for a variable; its own name for what a critic says, nothing for what leads to a value."""
        if not isinstance(target, ast.Name):
            return ""
        if OF_A_CRITIC.fullmatch(target.id) and "logp" in self.sides:
            return target.id if target.id in self._needed else ""
        if STILL_RAW.fullmatch(target.id) and not {*self.sides} & {*OF_LOGITS}:
            return ""
        is_told = any(likeness(side, target.id) or same_side(side, target.id) for side in self.sides)
        is_asked = is_first and self._is_question(value)
        return self._side(came, target.id) if is_told or is_asked else ""

    @functools.cached_property
    def _needed(self) -> set[str]:
        """What is read for more than for what is only logged: `mean_entropy`, which goes to a trainer's metrics."""
        found, left = set[str](), [one for one, _ in self.all if not (isinstance(one, ast.Expr) and is_logged(one))]
        while True:
            used = [one for one in left if not isinstance(one, ast.Assign) or sets_one_of(one, found)]
            read = set[str]().union(*(names_read(part) for one in used for part in heads_of(one)))
            if read <= found:
                return found
            found |= read

    def _inline(self, statement: ast.stmt) -> ast.stmt:
        """The statement with each question within it answered, where logits are given."""
        if not {*self.sides} & {*OF_LOGITS}:
            return statement
        answered = Answering(self).visit(copy.deepcopy(statement))
        return answered if isinstance(answered, ast.stmt) else statement

    def answer(self, question: ast.expr) -> str:
        """What the problem gives for one call of a model; nothing where that is not known."""
        came = self._source_of(question)
        side = self._side(came, "") if self._is_question(question) else ""
        if side:
            self.given.add(side)
            self.asked_models |= self._models_called(question) or came.models
        return side

    def _side(self, came: Source, target: str) -> str:
        """Which value it is: by what the model was asked with, then by the model's name, then by the variable's."""
        found = {*self.sides}
        for name in sorted(came.names):
            found = ({side for side in found if same_side(side, name)}) or found
        if len(came.models) == 1:
            (model,) = came.models
            found = {side for side in found if is_given_by(side, model)} or found
        found = {side for side in found if likeness(side, target)} or found
        return next(iter(found)) if len(found) == 1 else ""

    def _is_question(self, value: ast.expr) -> bool:
        """Whether it is a call of a model, of a method of one, or of a function that is given one; or a part of its result."""
        match value:
            case ast.Attribute(value=inner, attr=attr) if attr in TAKEN:
                return self._is_question(inner)
            case ast.Subscript(value=inner, slice=ast.Constant()):
                return self._is_question(inner)
            case ast.Call(func=ast.Attribute(value=whole)) if self._is_model(whole):
                return True
            case ast.Call(func=func, args=args):
                return self._is_model(func) or any(self._is_model(one) for one in args)
        return False

    def _models_called(self, question: ast.expr) -> set[str]:
        """The names of those that are called there: `D` of `D(G(z))`."""
        func = question.func if isinstance(question, ast.Call) else None
        return (
            {str(getattr(func, "attr", getattr(func, "id", "")))}
            if func is not None and self._is_model(func)
            else set()
        )

    def _is_model(self, node: ast.AST) -> bool:
        """Whether it is a model by its name: a parameter, or what the object keeps."""
        match node:
            case ast.Name(id=name):
                return name in self.models
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                return MODELS.fullmatch(name) is not None
        return False

    def _asks(self, node: ast.AST | None) -> bool:
        """Whether a model stands in it, or what comes of one."""
        return node is not None and any(
            self._is_model(part) or (isinstance(part, ast.Name) and part.id in self.sources and is_read(part))
            for part in ast.walk(node)
        )

    def _source_of(self, value: ast.expr) -> Source:
        """From which models it comes, and all names on the way."""
        found = Source()
        for part in ast.walk(value):
            name = getattr(part, "attr", getattr(part, "id", getattr(part, "value", "")))
            if self._is_model(part):
                found.models.add(str(name))
            elif isinstance(part, ast.Name) and part.id in self.sources:
                found.models |= self.sources[part.id].models
                found.names |= self.sources[part.id].names | {part.id}
            elif isinstance(part, ast.Name | ast.Attribute | ast.Constant) and isinstance(name, str):
                found.names.add(name)
        return found

    # --- what is left -------------------------------------------------------------------------------------------------

    def _leave_out_what_is_left(self) -> None:
        """Leave out what only led to questions: `ids = torch.cat([prompt_ids, completion_ids], 1)`."""
        asked = set[str]().union(*(names_read(one) for one in self.statements))
        while True:
            read = self._names_read()
            idle = [
                (one, now)
                for one, _ in self.all
                if isinstance(now := self.statements.get(one, one), ast.Assign)
                and any(name in asked - read for name in names_set(now))
            ]
            if not idle:
                return
            for statement, now in idle:
                asked |= names_read(now)
                self.statements[statement] = without(now, asked - read)

    def _call_entries_by_their_variables(self) -> None:
        """Where a batch has another value by the name of one that is given now: `logp_old = data["logp"]`."""
        for one, _ in self.all:
            now = copy.deepcopy(self.statements.get(one, one))
            for target, entry in assigned_entries(now) if now is not None else ():
                side = next((side for side in self.sides if likeness(side, target)), "")
                if entry.value in self.given and side and side not in self.given:
                    entry.value = side
                    self.statements[one] = now

    def _names_read(self) -> set[str]:
        """All that is read now."""
        return set[str]().union(*(names_read(part) for one, _ in self.all for part in self._parts_now(one)))

    def _parts_now(self, statement: ast.stmt) -> list[ast.AST]:
        """What stands in the place of a statement, without statements inside of it."""
        now = self.statements.get(statement, statement)
        return [] if now is None else heads_of(now)

    @property
    def parameters(self) -> ast.arguments:
        """What it takes now: the values stand where the first of what is not needed any more stood."""
        args, read = copy.deepcopy(self.node.args), self._names_read()
        before = set[str]().union(*(names_read(one) for one, _ in self.all))
        gone = ({*before} | self.models) - read - {"self"}
        new = [name for name in self.sides if name in self.given and name not in self.own]
        new += sorted(name for name in self.beside if name not in self.own)
        number = len(args.args) - len(args.defaults)
        places = [place for place, one in enumerate(args.args) if one.arg in gone]
        first = min([*places, number])
        kept = [one for one in args.args[:number] if one.arg not in gone]
        options = [
            (one, value) for one, value in zip(args.args[number:], args.defaults, strict=True) if one.arg not in gone
        ]
        at = sum(one.arg not in gone for one in args.args[:first])
        args.args = [*kept[:at], *map(ast.arg, new), *kept[at:], *(one for one, _ in options)]
        args.defaults = [value for _, value in options]
        return args


def sets_one_of(statement: ast.Assign, names: Collection[str]) -> bool:
    """Whether it sets one of these variables, or something that is no variable."""
    places = [place for place, _ in assigned(statement)] or statement.targets
    return any(not isinstance(place, ast.Name) or place.id in names for place in places)


class Answering(ast.NodeTransformer):
    """Puts given values in the place of questions."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking

    def visit(self, node: ast.AST) -> ast.AST:
        """A question whose answer is given, or what stands around one."""
        if isinstance(node, ast.Call | ast.Attribute | ast.Subscript) and (side := self.asking.answer(node)):
            return ast.Name(side, ast.Load())
        visited: ast.AST = super().visit(node)
        return visited


def same_side(side: str, name: str) -> bool:
    """Whether a name speaks of the same answer or the same images as a given value: `chosen_ids` of `pol_w`."""
    if side in ("real_logits", "fake_logits"):
        return bool((REAL if side == "real_logits" else FAKE).search(name)) and not bool(
            (FAKE if side == "real_logits" else REAL).search(name)
        )
    one, other = sides_of(side), sides_of(name)
    return one is not None and other is not None and one[1] == other[1]


def is_given_by(side: str, model: str) -> bool:
    """Whether a model of this name gives that: the reference, the old policy, the student."""
    words = set(model.lower().split("_"))
    if side in ("student", "teacher"):
        return side in words
    is_old = "old" in side.split("_")
    return is_of_reference(side) == is_of_reference(model) and is_old == ("old" in words)


def write_maker(lines: list[str], node: ast.FunctionDef) -> None:
    """Let a constructor do without models: nothing is made of them, and nothing is asked of them."""
    names = {one.arg for one in node.args.args if MODELS.fullmatch(one.arg)}

    def is_of_one(part: ast.AST) -> bool:
        of_itself = isinstance(part, ast.Attribute) and getattr(part.value, "id", "") == "self"
        return (isinstance(part, ast.Name) and part.id in names) or (
            of_itself and isinstance(part, ast.Attribute) and MODELS.fullmatch(part.attr) is not None
        )

    for one in node.body:
        if any(is_of_one(part) for part in ast.walk(one)):
            write(lines, one, None)
    args = copy.deepcopy(node.args)
    number = len(args.args) - len(args.defaults)
    kept = [(one, None if i < number else args.defaults[i - number]) for i, one in enumerate(args.args)]
    kept = [(one, value) for one, value in kept if one.arg not in names]
    args.args, args.defaults = [one for one, _ in kept], [value for _, value in kept if value is not None]
    write_head(lines, node, args)
