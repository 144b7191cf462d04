"""The numbers and formulas of section 7 (transformers), computed in another way than the bank states them."""

from __future__ import annotations

import math

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from interview_cli.domain import formula as formulas
from interview_cli.domain.items.question import Numeric
from interview_cli.domain.items.shown import draw
from tests.bank.truth import formula, numeric, wrong
from tests.packaged import packaged

ITEMS = packaged().items.values()
NUMERIC = [item for item in ITEMS if isinstance(item, Numeric) and item.id.startswith("q07-")]


@pytest.mark.parametrize("item", NUMERIC, ids=lambda item: item.id)
def test_zero_is_never_within_the_tolerance(item: Numeric) -> None:
    allowed = item.tolerance
    for seed in range(20):
        values = draw(item, seed)
        answer = formulas.evaluate(formulas.parse(item.answer, formulas.parameter_symbols(values)), values)
        assert abs(answer) > (allowed.absolute or 0) + (allowed.relative or 0) * abs(answer)


def flop_of_linear_layers(width: int, tokens: int) -> int:
    """As torch's counter adds them up for the projections and the feed-forward layer of one block."""
    x = torch.empty(tokens, width, device="meta")
    shapes = [(width, width)] * 4 + [(width, 4 * width)]
    with FlopCounterMode(display=False) as counter:
        for rows, columns in shapes:
            x @ torch.empty(rows, columns, device="meta")
        torch.empty(tokens, 4 * width, device="meta") @ torch.empty(4 * width, width, device="meta")
    return counter.get_total_flops()


def flop_of_products(width: int, tokens: int) -> int:
    x = torch.empty(tokens, width, device="meta")
    with FlopCounterMode(display=False) as counter:
        (x @ x.mT) @ x
    return counter.get_total_flops()


@pytest.mark.parametrize("width", [1024, 2048])
def test_products_overtake_the_linear_layers(width: int) -> None:
    tokens = int(numeric("q07-linear-layers-crossover", d=width))
    assert flop_of_products(width, tokens) == flop_of_linear_layers(width, tokens)
    assert flop_of_products(width, tokens + 1) > flop_of_linear_layers(width, tokens + 1)


def test_a_finite_fill_averages_the_values_of_an_empty_row() -> None:
    scores = torch.randn(1, 3).masked_fill(torch.ones(1, 3, dtype=torch.bool), torch.finfo(torch.float32).min)
    output = scores.softmax(-1) @ torch.tensor([4.0, 7.0, 30.0])
    assert numeric("q07-masked-row-fill", a=4, b=7, c=30) == pytest.approx(output.item())


@pytest.mark.parametrize("heads", [8, 16])
def test_parameters_of_a_module_do_not_depend_on_its_heads(heads: int) -> None:
    module = nn.MultiheadAttention(768, heads, device="meta")
    assert numeric("q07-mha-parameters", d=768, h=heads) == sum(p.numel() for p in module.parameters())


def test_joint_attention_scores_every_pair_of_both_sequences() -> None:
    image, text = torch.empty(256, 1, device="meta"), torch.empty(77, 1, device="meta")
    joint = torch.cat([image, text])
    ratio = (joint @ joint.mT).numel() / (image @ text.mT).numel()
    assert numeric("q07-joint-or-cross", I=256, P=77) == pytest.approx(ratio)


@pytest.mark.parametrize(("T", "w"), [(4096, 129), (8000, 513), (16000, 257)])
def test_layers_until_the_last_token_sees_the_first(T: int, w: int) -> None:
    """By walking back: the earliest token that the last one depends on after each layer."""
    earliest, layers = T - 1, 0
    while earliest > 0:
        earliest, layers = max(0, earliest - (w - 1)), layers + 1
    assert numeric("q07-window-layers", T=T, w=w) == layers


def test_a_window_reaches_as_far_as_counted() -> None:
    """On a small scale, by powers of the window's own mask."""
    tokens, window = 40, 6
    step = torch.ones(tokens, tokens).tril().triu(-(window - 1))
    reach, layers = torch.eye(tokens), 0
    while reach[-1, 0] == 0:
        reach, layers = reach @ step, layers + 1
    assert layers == math.ceil((tokens - 1) / (window - 1))


def test_what_decoding_reads_from_the_past() -> None:
    cache = torch.empty(2, 4096, 128, device="meta")
    state, normalizer = torch.empty(64, 128, device="meta"), torch.empty(64, device="meta")
    ratio = cache.numel() / (state.numel() + normalizer.numel())
    assert numeric("q07-linear-decode-ratio", n=4096, r=64) == pytest.approx(ratio)


def sinusoidal(position: int, width: int) -> Tensor:
    angle = position * 10000.0 ** (-torch.arange(0, width, 2, dtype=torch.float64) / width)
    return torch.stack((angle.sin(), angle.cos()), dim=-1).flatten()


@pytest.mark.parametrize(("d", "p"), [(128, 7), (768, 4096)])
def test_every_sinusoidal_vector_has_the_same_length(d: int, p: int) -> None:
    assert numeric("q07-sinusoidal-norm", d=d, p=p) == pytest.approx(sinusoidal(p, d).norm().item())


@pytest.mark.parametrize("time", [16, 32, 64])
def test_the_slowest_spatial_pair(time: int) -> None:
    group = (128 - time) // 2
    slowest = (10000.0 ** (-torch.arange(0, group, 2, dtype=torch.float64) / group))[-1]
    assert numeric("q07-rope-axial-turn", t=time) == pytest.approx(math.tau / slowest.item())


def test_reserved_and_unused_tokens() -> None:
    token = torch.empty(32, 2, 8, 128, dtype=torch.float16, device="meta").nbytes
    unused = sum(1 for _request in range(64) for _token in range(512, 4096))
    assert numeric("q07-kv-reserved", M=4096, u=512) == token * unused


def test_the_worked_cache_example() -> None:
    def cache(heads: int, sequences: int, tokens: int) -> int:
        shape = (48, 2, sequences, heads, tokens, 128)
        return torch.empty(*shape, dtype=torch.bfloat16, device="meta").nbytes

    assert cache(56, 128, 1024) == 180_388_626_432
    assert numeric("q07-kv-example", T=1024, B=128) == cache(56, 128, 1024)
    weights = torch.empty(30_000_000_000, dtype=torch.bfloat16, device="meta").nbytes
    for heads in (8, 14, 28, 56):
        ratio = cache(heads, 128, 1024) / weights
        assert numeric("q07-kv-example-ratio", g=heads) == pytest.approx(ratio)
    assert numeric("q07-kv-example-ratio", g=56) == pytest.approx(3, abs=0.02)


def weights_of(*layers: nn.Linear) -> int:
    return sum(layer.weight.numel() for layer in layers)


@pytest.mark.parametrize("times", [2, 3, 4, 8])
def test_share_of_the_feed_forward_layer(times: int) -> None:
    attention = weights_of(*(nn.Linear(96, 96, device="meta") for _ in range(4)))
    wide = weights_of(nn.Linear(96, 96 * times, device="meta"), nn.Linear(96 * times, 96, device="meta"))
    assert numeric("q07-ffn-share", f=times) == pytest.approx(wide / (attention + wide))


@pytest.mark.parametrize(("d", "k"), [(1024, 3), (4096, 4)])
def test_gated_width_at_equal_weights(d: int, k: int) -> None:
    """The nearest whole width, by counting the weights of both layers."""
    plain = 2 * torch.empty(d, k * d, device="meta").numel()
    nearest = min(range(1, k * d), key=lambda width: abs(3 * d * width - plain))
    assert numeric("q07-swiglu-width", d=d, k=k) == pytest.approx(nearest, abs=0.5)


def test_score_gradient_of_attention_by_autograd() -> None:
    torch.manual_seed(0)
    scores = torch.randn(5, dtype=torch.float64, requires_grad=True)
    values, upstream = torch.randn(5, 3, dtype=torch.float64), torch.randn(3, dtype=torch.float64)
    weights = scores.softmax(-1)
    output = weights @ values
    output.backward(upstream)
    assert scores.grad is not None
    to_weights = values @ upstream
    for index in range(5):
        known = {"p": weights[index].item(), "a": to_weights[index].item(), "D": (upstream @ output).item()}
        assert formula("q20-attention-ds", **known) == pytest.approx(scores.grad[index].item())
    assert wrong("q20-attention-ds", "no-row-term", **known) != pytest.approx(scores.grad[4].item())


@pytest.mark.parametrize("x", [-3.0, -1.278, 0.4, 2.5])
def test_silu_derivative_by_autograd(x: float) -> None:
    point = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    F.silu(point).backward()
    assert point.grad is not None
    gate = torch.sigmoid(point).item()
    assert formula("q07-swish-derivative", x=x, s=gate) == pytest.approx(point.grad.item(), abs=1e-9)
