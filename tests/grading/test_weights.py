"""The problem's weights find their places in a class of other names, and come back under their own."""

from __future__ import annotations

from collections import OrderedDict

import pytest
import torch
from torch import nn

from interview_cli.grading.candidate.adapting.modules.placing import Places
from interview_cli.grading.candidate.adapting.modules.weights import Layout

D = 4


def layers(**sizes: tuple[int, int]) -> nn.Module:
    """Linear layers by name, in this order."""
    return nn.ModuleDict(OrderedDict((name, nn.Linear(*size)) for name, size in sizes.items()))


def drawn(module: nn.Module) -> dict[str, torch.Tensor]:
    """A state of that module's names and shapes."""
    return {
        name: torch.randn_like(value) if value.is_floating_point() else value
        for name, value in module.state_dict().items()
    }


FUSED = layers(qkv=(D, 3 * D), out=(D, D))
APART = layers(q=(D, D), k=(6, D), v=(6, D), out=(D, D))
CASES = {
    "the same names": (FUSED, layers(qkv=(D, 3 * D), out=(D, D)), {"qkv": ["qkv"], "out": ["out"]}),
    "other names": (FUSED, layers(c_attn=(D, 3 * D), c_proj=(D, D)), {"qkv": ["c_attn"], "out": ["c_proj"]}),
    "three layers for one": (
        FUSED,
        layers(W_k=(D, D), W_o=(D, D), W_v=(D, D), W_q=(D, D)),
        {"qkv": ["W_q", "W_k", "W_v"], "out": ["W_o"]},
    ),
    "three layers without a name": (
        FUSED,
        layers(a=(D, D), b=(D, D), c=(D, D), d=(D, D)),
        {"qkv": ["a", "b", "c"], "out": ["d"]},
    ),
    "one layer for two": (
        APART,
        layers(to_q=(D, D), to_kv=(6, 2 * D), to_out=(D, D)),
        {"q": ["to_q"], "k": ["to_kv"], "v": ["to_kv"], "out": ["to_out"]},
    ),
}


@pytest.mark.parametrize(("asked", "own", "places"), CASES.values(), ids=CASES)
def test_each_weight_finds_its_place_and_comes_back(
    asked: nn.Module, own: nn.Module, places: dict[str, list[str]]
) -> None:
    state = drawn(asked)
    layout = Layout.of(own, state)
    inside = layout.inside(state, own.state_dict())
    assert set(inside) == set(own.state_dict())
    for name, layers_of_own in places.items():
        rows = torch.cat([inside[f"{layer}.weight"] for layer in layers_of_own])
        assert all(row in rows for row in state[f"{name}.weight"])
    own.load_state_dict(inside)
    back = layout.outside(own.state_dict(), state)
    assert back.keys() == state.keys()
    assert all(torch.equal(back[name], value) for name, value in state.items())


def test_a_gradient_that_does_not_arrive_stays_away() -> None:
    own = layers(to_q=(D, D), to_kv=(6, 2 * D), to_out=(D, D))
    state = drawn(APART)
    gradients = {**dict.fromkeys(own.state_dict()), "to_q.weight": torch.ones(D, D)}
    back = Layout.of(own, state).outside(gradients, state)
    assert {name for name, value in back.items() if value is not None} == {"q.weight"}


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (layers(qkv=(D, 3 * D)), "has no place for the problem's weights out.weight (4, 4), out.bias (4,)"),
        (
            layers(qkv=(D, 3 * D), out=(D, D), gate=(D, D)),
            "has weights that the problem doesn't give: gate.weight (4, 4)",
        ),
        (layers(qkv=(D, 3 * D), out=(D, 2 * D)), "it has weights that the problem doesn't give: out.weight (8, 4)"),
    ],
)
def test_what_does_not_fit_is_said(own: nn.Module, words: str) -> None:
    with pytest.raises(ValueError, match=r"your class has") as said:
        Layout.of(own, drawn(FUSED))
    assert words in str(said.value)


def test_a_mask_that_is_kept_needs_no_weights() -> None:
    own = layers(c_attn=(D, 3 * D), c_proj=(D, D))
    own["c_attn"].register_buffer("mask", torch.ones(8, 8).tril())  # type: ignore[index]
    own.register_buffer("bias", torch.ones(1, 1, 8, 8))
    state = drawn(FUSED)
    assert Layout.of(own, state).said() == "Weights are loaded by their shapes: your c_proj as out; your c_attn as qkv."


class Loose(nn.Module):
    """Square matrices of its own, applied from either side."""

    def __init__(self, *, from_the_right: bool) -> None:
        super().__init__()
        self.from_the_right = from_the_right
        self.W1, self.b1 = nn.Parameter(torch.zeros(D, D)), nn.Parameter(torch.zeros(D))
        self.W2, self.b2 = nn.Parameter(torch.zeros(D, D)), nn.Parameter(torch.zeros(D))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Two layers."""
        if self.from_the_right:
            return torch.einsum("...d,de->...e", x @ self.W1 + self.b1, self.W2) + self.b2
        return torch.nn.functional.linear(x @ self.W1.T + self.b1, self.W2, self.b2)


class Lazy(nn.Module):
    """Layers that take their sizes from the first call, in another order than the problem's."""

    def __init__(self) -> None:
        super().__init__()
        self.second, self.first, self.norm = nn.LazyLinear(D), nn.LazyLinear(4 * D), nn.LazyBatchNorm1d()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The first, then the second."""
        result: torch.Tensor = self.norm(self.second(self.first(x)))
        return result


TWO = nn.Sequential(nn.Linear(D, D), nn.Linear(D, D))


@pytest.mark.parametrize("from_the_right", [True, False])
def test_the_use_of_square_matrices_says_whether_they_are_transposed(*, from_the_right: bool) -> None:
    places, own, state, x = Places(), Loose(from_the_right=from_the_right), drawn(TWO), torch.randn(3, D)
    TWO.load_state_dict(state)
    assert places.load(own, state) == "Weights are loaded by their shapes: your W1, b1 as 0; your W2, b2 as 1."
    places.settle(own, (x,), {})
    assert torch.allclose(own(x), TWO(x), atol=1e-6)
    assert all(torch.equal(value, state[name]) for name, value in places.state(own).items())


def test_a_layer_without_sizes_waits_for_the_first_call() -> None:
    asked = nn.Sequential(OrderedDict(up=nn.Linear(D, 4 * D), down=nn.Linear(4 * D, D), norm=nn.BatchNorm1d(D)))
    places, own, state, x = Places(), Lazy(), drawn(asked) | {"norm.running_var": torch.ones(D)}, torch.randn(3, D)
    asked.load_state_dict(state)
    assert places.load(own, state) == ""
    assert places.settle(own, (x,), {}) == "Weights are loaded by their shapes: your second as down; your first as up."
    assert torch.allclose(own(x), asked(x), atol=1e-5)


def test_a_layer_without_sizes_is_given_those_of_the_problem_before_a_call() -> None:
    asked = nn.Sequential(OrderedDict(proj=nn.Conv2d(3, D, 2), norm=nn.BatchNorm2d(D)))
    own = nn.Sequential(OrderedDict(conv=nn.LazyConv2d(D, 2), norm=nn.LazyBatchNorm2d()))
    shapes = {name: tuple(value.shape) for name, value in asked.state_dict().items()}
    places = Places()
    assert places.look(own, shapes) == ""
    assert {name: tuple(value.shape) for name, value in places.state(own).items()} == shapes


def test_weights_under_other_names_are_found_by_those_of_the_problem() -> None:
    own, given = nn.Module(), nn.Linear(D, D)
    own.down, own.up, own.base = nn.Linear(D, 2, bias=False), nn.Linear(2, D, bias=False), given
    places = Places()
    assert places.look(own, {"A": (2, D), "B": (D, 2)}, [given]) == (
        "Weights are loaded by their shapes: your down as A; your up as B."
    )
    places.assign(own, {"A": torch.ones(2, D)})
    assert bool((own.down.weight == 1).all())
    target, rest = places.found(own, "A.requires_grad")
    assert target is own.down.weight and rest == "requires_grad"
    assert places.state(own).keys() == {"A", "B", "base.weight", "base.bias"}
    assert places.renamed(own, {"param.up.weight": None, "args[0]": None}).keys() == {"args[0]", "param.B"}


def test_the_heads_of_an_attention_stand_for_one_layer() -> None:
    own = nn.ModuleDict({f"heads{i}": layers(key=(D, 2), query=(D, 2), value=(D, 2)) for i in range(2)})
    own["proj"] = nn.Linear(D, D)
    state = drawn(FUSED)
    inside = Layout.of(own, state).inside(state, own.state_dict())
    parts = [inside[f"heads{i}.{role}.weight"] for role in ("query", "key", "value") for i in range(2)]
    assert torch.equal(torch.cat(parts), state["qkv.weight"])


def test_a_matrix_of_the_problems_own_name_has_its_shape() -> None:
    own = nn.Module()
    own.weight = nn.Parameter(torch.zeros(3, 2))
    with pytest.raises(ValueError, match=r"no place for the problem's weights weight \(2, 3\)"):
        Layout.of(own, {"weight": torch.zeros(2, 3)})


def test_numbers_in_names_tell_the_order() -> None:
    asked, own = layers(zero_in=(D, D), zero_out=(D, D)), layers(zero2=(D, D), zero1=(D, D))
    assert Layout.of(own, drawn(asked)).said() == (
        "Weights are loaded by their shapes: your zero1 as zero_in; your zero2 as zero_out."
    )
