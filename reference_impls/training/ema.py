"""Exponential moving average of a model's weights (Tarvainen & Valpola 2017, arXiv:1703.01780, section 2).

    θ' ← α θ' + (1 - α) θ        after every optimiser step

The average looks back about 1 / (1 - α) steps, and αⁿ of the start remains after n. Training goes on with θ, one evaluates
and samples with θ'. The average is data and no part of the graph, and two copies have to be copies: the shadow at the
start, which `detach` alone would leave in the parameter's own memory, and the model's weights after `copy_to`.

model: any torch.nn.Module; the names are those of `named_parameters()`. Buffers are left alone.
"""

from collections.abc import Iterator

import torch
from torch import Tensor, nn

from reference_impls.problem import Draw, FunctionSlip, Law, Observation, Problem, Ref, Scenario, Slip, World, expect


class EMA:
    """The averages by parameter name in `shadow`."""

    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.shadow: dict[str, Tensor] = {name: p.detach().clone() for name, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """shadow ← decay · shadow + (1 - decay) · parameter."""
        for name, p in model.named_parameters():
            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        """Write the averages into the model's parameters."""
        for name, p in model.named_parameters():
            p.copy_(self.shadow[name])


# ----------------------------------------------------------------------------------------------------------------------


def parameters(draw: Draw, scale: float = 1.0) -> dict[str, Tensor]:
    """Weights of a small model, names with dots among them."""
    shapes = {"scale": (), "block.weight": (4, 3), "block.inner.bias": (4,), "head.weight": (2, 5)}
    return {name: draw.normal(*shape, scale=scale) for name, shape in shapes.items()}


def buffers(draw: Draw) -> dict[str, Tensor]:
    """Statistics, an integer among them."""
    return {"block.mean": draw.normal(4), "steps": draw.integers(1, 99)}


def model_of(world: World, draw: Draw, scale: float = 1.0) -> Ref:
    """A module with such parameters and buffers."""
    return world.module(parameters(draw, scale), buffers(draw))


def one_update(world: World, draw: Draw) -> Iterator[Observation]:
    model = world.module({"weight": draw.normal(2, 3)}, {})
    ema = world.new("EMA", model, 0.8)
    yield "shadow at first", world.get(ema, "shadow")
    world.assign(model, {"weight": draw.normal(2, 3)})
    world.call((ema, "update"), model)
    yield "shadow after one update", world.get(ema, "shadow")


def a_life(world: World, draw: Draw) -> Iterator[Observation]:
    """Updates, a copy, and more training; the model is looked at where it must not have changed."""
    model = model_of(world, draw)
    ema = world.new("EMA", model, decay=0.7)
    yield "shadow at first", world.get(ema, "shadow")
    for number in (1, 2, 3):
        world.assign(model, {**parameters(draw), **buffers(draw)})
        yield f"shadow before update {number}", world.get(ema, "shadow")
        world.call((ema, "update"), model)
        yield f"shadow after update {number}", world.get(ema, "shadow")
        yield f"model after update {number}", world.state(model)
    world.call((ema, "copy_to"), model)
    yield "model after copy_to", world.state(model)
    yield "shadow after copy_to", world.get(ema, "shadow")
    world.assign(model, parameters(draw))
    yield "shadow after training goes on", world.get(ema, "shadow")
    world.call((ema, "update"), model)
    yield "shadow after the last update", world.get(ema, "shadow")
    yield "model after the last update", world.state(model)


def copied_at_once(world: World, draw: Draw) -> Iterator[Observation]:
    model, other = model_of(world, draw), model_of(world, draw)
    ema = world.new("EMA", model, 0.5)
    world.call((ema, "copy_to"), other)
    yield "another model after copy_to", world.state(other)
    world.assign(other, parameters(draw))
    yield "shadow after the other model is trained", world.get(ema, "shadow")
    world.call((ema, "update"), other)
    yield "shadow after an update from the other model", world.get(ema, "shadow")
    yield "the first model, never changed", world.state(model)
    world.call((ema, "copy_to"), model)
    yield "the first model after copy_to", world.state(model)
    world.call((ema, "update"), other)
    yield "the first model after one more update of the shadow", world.state(model)


def of_a_frozen_model(world: World, draw: Draw) -> Iterator[Observation]:
    """What is frozen is a parameter as well: a later stage of training may let it go."""
    model = world.module({"weight": draw.normal(2, 3), "bias": draw.normal(2)}, {})
    world.new((model, "requires_grad_"), False)
    ema = world.new("EMA", model, 0.6)
    yield "shadow at first", world.get(ema, "shadow")
    world.assign(model, {"weight": draw.normal(2, 3), "bias": draw.normal(2)})
    world.call((ema, "update"), model)
    yield "shadow after one update", world.get(ema, "shadow")


def default_decay(world: World, draw: Draw) -> Iterator[Observation]:
    """The weights move far, so that a thousandth of the way shows."""
    model = model_of(world, draw)
    ema = world.new("EMA", model)
    for _ in range(2):
        world.assign(model, parameters(draw, scale=500.0))
        world.call((ema, "update"), model)
    yield "shadow after two updates", world.get(ema, "shadow")


def end_points(world: World, draw: Draw) -> Iterator[Observation]:
    for decay in (0.0, 1.0):
        model = world.module({"w": draw.normal(3)}, {})
        ema = world.new("EMA", model, decay)
        world.assign(model, {"w": draw.normal(3)})
        world.call((ema, "update"), model)
        yield f"shadow with decay {decay:g}", world.get(ema, "shadow")


def two_averages(world: World, draw: Draw) -> Iterator[Observation]:
    model = model_of(world, draw)
    fast, slow = world.new("EMA", model, 0.2), world.new("EMA", model, 0.9)
    world.assign(model, parameters(draw))
    for ema in (fast, slow, slow):
        world.call((ema, "update"), model)
    yield "shadow with decay 0.2", world.get(fast, "shadow")
    yield "shadow with decay 0.9, updated twice", world.get(slow, "shadow")


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("one weight, one update", one_update)
    yield Scenario("updates, copy_to, and on", a_life)
    yield Scenario("copy_to and update with another model", copied_at_once)
    yield Scenario("decay left out", default_decay)
    yield Scenario("decay 0 and 1", end_points)
    yield Scenario("two averages of one model", two_averages)
    yield Scenario("a model whose parameters are frozen", of_a_frozen_model)


def reach(world: World, ref: Ref, method: str, key: str) -> Ref:
    """What a method of a kept object returns, kept as it is."""
    return world.new((ref, method), key)


def is_data(world: World, ema: Ref) -> bool:
    """Whether the shadow's tensor is a leaf, with no history behind it."""
    average = reach(world, reach(world, ema, "__getattribute__", "shadow"), "__getitem__", "weight")
    return average.type_name not in ("Tensor", "Parameter") or bool(world.get(average, "is_leaf"))


def the_shadow_is_no_part_of_the_graph(world: World, draw: Draw) -> None:
    model = world.module({"weight": draw.normal(2, 3)}, {})
    ema = world.new("EMA", model, 0.9)
    expect(is_data(world, ema), "shadow at first is no detached copy: it hangs on the parameter", "not-detached")
    world.call((ema, "update"), model)
    expect(is_data(world, ema), "update records its history for autograd: use torch.no_grad()", "records")


class TrainableAlone:
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.shadow = {name: p.detach().clone() for name, p in model.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        for name, p in model.named_parameters():
            if p.requires_grad:
                self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        for name, p in model.named_parameters():
            if p.requires_grad:
                p.copy_(self.shadow[name])


class KeepsModel:
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.model, self.decay = model, decay
        self.shadow = {name: p.detach().clone() for name, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, _model: nn.Module) -> None:
        for name, p in self.model.named_parameters():
            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p

    @torch.no_grad()
    def copy_to(self, _model: nn.Module) -> None:
        for name, p in self.model.named_parameters():
            p.copy_(self.shadow[name])


class AveragesState:
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.shadow = {name: value.detach().clone() for name, value in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        for name, value in model.state_dict().items():
            if value.is_floating_point():
                self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * value

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        model.load_state_dict(self.shadow)


class AveragesStateAndCopiesCounters:
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.shadow = {name: value.detach().clone() for name, value in model.state_dict().items()}

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        model.load_state_dict(self.shadow)

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        for name, value in model.state_dict().items():
            if value.is_floating_point():
                self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * value
            else:
                self.shadow[name] = value.clone()


class SharesFromTheStart:
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.shadow = {name: p.detach() for name, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        for name, p in model.named_parameters():
            self.shadow[name].mul_(self.decay).add_(p, alpha=1 - self.decay)

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        for name, p in model.named_parameters():
            p.copy_(self.shadow[name])


class SharesAndUpdatesInPlace:
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.shadow = {name: p.detach().clone() for name, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        for name, p in model.named_parameters():
            self.shadow[name].mul_(self.decay).add_(p, alpha=1 - self.decay)

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        for name, p in model.named_parameters():
            p.data = self.shadow[name]


class ShadowList:
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.shadow = [p.detach().clone() for p in model.parameters()]

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        for average, p in zip(self.shadow, model.parameters(), strict=True):
            average.mul_(self.decay).add_(p, alpha=1 - self.decay)

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        for average, p in zip(self.shadow, model.parameters(), strict=True):
            p.copy_(average)


class UpdatesFromTheFirstModel(EMA):
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        super().__init__(model, decay)
        self.model = model

    def update(self, _model: nn.Module) -> None:
        super().update(self.model)


class CopiesToTheFirstModel(EMA):
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        super().__init__(model, decay)
        self.model = model

    def copy_to(self, _model: nn.Module) -> None:
        super().copy_to(self.model)


class AveragesStateAndCounters:
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.shadow = {name: value.detach().clone() for name, value in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        for name, value in model.state_dict().items():
            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * value

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        model.load_state_dict(self.shadow)


class ShadowByNumber:
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.shadow = {number: p.detach().clone() for number, p in enumerate(model.parameters())}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        for number, p in enumerate(model.parameters()):
            self.shadow[number] = self.decay * self.shadow[number] + (1 - self.decay) * p

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        for number, p in enumerate(model.parameters()):
            p.copy_(self.shadow[number])


class CopySwaps(EMA):
    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        for name, p in model.named_parameters():
            own = p.clone()
            p.copy_(self.shadow[name])
            self.shadow[name] = own


class StartsAtZeroAndCorrected:
    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay, self.updates = decay, 0
        self.shadow = {name: torch.zeros_like(p) for name, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        self.updates += 1
        for name, p in model.named_parameters():
            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        for name, p in model.named_parameters():
            p.copy_(self.shadow[name] / (1 - self.decay**self.updates))


PROBLEM = Problem(
    id="ema",
    entries=(EMA,),
    cases=cases,
    laws=(Law("the shadow is no part of the graph", the_shadow_is_no_part_of_the_graph),),
    grad=False,
    slips=(
        FunctionSlip(
            "trainable-alone",
            {"EMA": TrainableAlone},
            "Frozen parameters (requires_grad=False) are missing from your shadow; it holds all of named_parameters().",
        ),
        Slip(
            "swapped",
            "self.decay * self.shadow[name] + (1 - self.decay) * p",
            "(1 - self.decay) * self.shadow[name] + self.decay * p",
            "decay and 1 - decay are swapped, so the shadow follows the last step: decay belongs to the shadow.",
        ),
        Slip(
            "no-clone",
            "p.detach().clone()",
            "p.detach()",
            "The shadow at first shares the parameter's memory, as detach alone does, so the first optimizer step changes it: "
            "add .clone().",
        ),
        Slip(
            "no-detach",
            "p.detach().clone()",
            "p.clone()",
            "The first copy is not detached: clone alone is recorded by autograd. Use p.detach().clone().",
        ),
        Slip(
            "starts-at-zero",
            "p.detach().clone()",
            "torch.zeros_like(p)",
            "The shadow starts at zero; it starts as a copy of the parameters.",
        ),
        Slip(
            "records",
            "@torch.no_grad()\n    def update",
            "def update",
            "update is recorded for autograd, so every shadow hangs on all weights before it: use torch.no_grad().",
        ),
        Slip(
            "copy-shares-memory",
            "p.copy_(self.shadow[name])",
            "p.data = self.shadow[name]",
            "copy_to hands the shadow's tensor itself to the model, so training changes the shadow: p.copy_(shadow).",
        ),
        FunctionSlip(
            "copy-shares-updated-in-place",
            {"EMA": SharesAndUpdatesInPlace},
            "copy_to makes the parameters and the shadow one memory, so that training and updates write into each other: copy "
            "the values.",
        ),
        Slip(
            "update-lost",
            "self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p",
            "_ = self.decay * self.shadow[name] + (1 - self.decay) * p",
            "update leaves the shadow as it was: store the average in self.shadow; assigning to a loop variable does not.",
        ),
        Slip(
            "copy-reversed",
            "p.copy_(self.shadow[name])",
            "self.shadow[name].copy_(p)",
            "copy_to writes the parameters into the shadow; it goes the other way.",
        ),
        Slip(
            "warm-up",
            "for name, p in model.named_parameters():\n            self.shadow[name] = self.decay * "
            "self.shadow[name] + (1 - self.decay) * p",
            "self.n = getattr(self, 'n', 0) + 1\n        decay = min(self.decay, (1 + self.n) / (10 + self.n))\n"
            "        for name, p in model.named_parameters():\n            self.shadow[name] = decay * "
            "self.shadow[name] + (1 - decay) * p",
            "Your decay warms up, min(decay, (1 + n)/(10 + n)), which is common in diffusion code; here it is constant.",
        ),
        Slip(
            "default-decay",
            "decay: float = 0.999",
            "decay: float = 0.9999",
            "The default of decay is 0.999; yours is 0.9999.",
        ),
        FunctionSlip(
            "averages-buffers",
            {"EMA": AveragesState},
            "The shadow holds the buffers too, as state_dict lists them; the spec leaves them alone: named_parameters().",
        ),
        FunctionSlip(
            "averages-buffers-and-copies-counters",
            {"EMA": AveragesStateAndCopiesCounters},
            "The shadow holds the buffers too, as state_dict lists them (integers copied); the spec leaves them alone: "
            "named_parameters().",
        ),
        FunctionSlip(
            "no-clone-updated-in-place",
            {"EMA": SharesFromTheStart},
            "detach alone shares the parameter's memory, and an update in place then writes into the model: add .clone().",
        ),
        FunctionSlip(
            "keeps-the-model",
            {"EMA": KeepsModel},
            "update and copy_to use the model that __init__ saw; they take the one that they are given.",
        ),
        Slip(
            "decay-fixed",
            "self.decay = decay",
            "self.decay = 0.999",
            "The argument decay has no effect: 0.999 is written in its place.",
        ),
        Slip(
            "parameter-not-weighted",
            "+ (1 - self.decay) * p",
            "+ p",
            "The parameter is added whole; it is weighted by 1 - decay.",
        ),
        Slip(
            "model-averaged-too",
            "            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p",
            "            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p\n"
            "            p.copy_(self.shadow[name])",
            "update writes the average into the model, so that training goes on from it: leave the parameters "
            "alone until copy_to.",
        ),
        FunctionSlip(
            "shadow-a-list",
            {"EMA": ShadowList},
            "shadow is a list; it is a dict from the names of named_parameters() to the averages.",
        ),
        Slip(
            "copied-not-averaged",
            "self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p",
            "self.shadow[name] = p.clone()",
            "update copies the parameters; it averages: decay * shadow + (1 - decay) * parameter.",
        ),
        Slip(
            "away-from-the-parameter",
            "self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p",
            "self.shadow[name] = self.shadow[name] + (1 - self.decay) * (self.shadow[name] - p)",
            "The shadow moves away from the parameter: subtract (1 - decay) * (shadow - parameter).",
        ),
        FunctionSlip(
            "updates-from-the-first-model",
            {"EMA": UpdatesFromTheFirstModel},
            "update reads the parameters of the model that __init__ saw; it takes the model that it is given.",
        ),
        FunctionSlip(
            "copies-to-the-first-model",
            {"EMA": CopiesToTheFirstModel},
            "copy_to writes into the model that __init__ saw; it takes the model that it is given.",
        ),
        FunctionSlip(
            "averages-buffers-and-counters",
            {"EMA": AveragesStateAndCounters},
            "The shadow holds the buffers too, as state_dict lists them, and integers are averaged with them; the spec leaves "
            "buffers alone: named_parameters().",
        ),
        FunctionSlip(
            "shadow-by-number",
            {"EMA": ShadowByNumber},
            "The keys of shadow are numbers; they are the names of named_parameters().",
        ),
        FunctionSlip(
            "copy-swaps",
            {"EMA": CopySwaps},
            "copy_to exchanges the weights, so that the averages are lost from the shadow: copy them into the model, and keep "
            "them.",
        ),
        FunctionSlip(
            "starts-at-zero-and-corrected",
            {"EMA": StartsAtZeroAndCorrected},
            "The shadow starts at zero and is divided by 1 - decay^n in copy_to, as Adam corrects its moments; here it "
            "starts as a copy of the parameters and needs no correction.",
        ),
    ),
)
