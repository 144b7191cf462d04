"""The numbers and formulas of section 6 (CNNs, self-supervision), computed in another way than the bank states them."""

from __future__ import annotations

import math
from collections import deque

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from interview_cli.domain import formula as formulas
from interview_cli.domain.items.question import Numeric
from interview_cli.domain.items.shown import draw
from tests.bank.truth import formula, numeric, wrong
from tests.packaged import packaged

ITEMS = packaged().items.values()
NUMERIC = [item for item in ITEMS if isinstance(item, Numeric) and item.id.startswith("q06-")]


@pytest.mark.parametrize("item", NUMERIC, ids=lambda item: item.id)
def test_zero_is_never_within_the_tolerance(item: Numeric) -> None:
    allowed = item.tolerance
    for seed in range(20):
        values = draw(item, seed)
        answer = formulas.evaluate(formulas.parse(item.answer, formulas.parameter_symbols(values)), values)
        assert abs(answer) > (allowed.absolute or 0) + (allowed.relative or 0) * abs(answer)


def parameters(module: nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())


@pytest.mark.parametrize(("c", "o", "F_"), [(3, 32, 7), (64, 128, 3)])
def test_parameters_of_a_convolution(c: int, o: int, F_: int) -> None:
    assert numeric("q06-conv-parameters", c=c, o=o, F=F_, h=224) == parameters(nn.Conv2d(c, o, F_, device="meta"))


@pytest.mark.parametrize(("F_", "h"), [(3, 14), (5, 28)])
def test_a_dense_layer_between_the_same_maps(F_: int, h: int) -> None:
    dense = parameters(nn.Linear(2 * h * h, 4 * h * h, bias=False, device="meta"))
    shared = parameters(nn.Conv2d(2, 4, F_, bias=False, device="meta"))
    assert numeric("q06-dense-ratio", F=F_, h=h) == pytest.approx(dense / shared)


@pytest.mark.parametrize(("k", "d"), [(3, 2), (7, 6)])
def test_window_of_a_dilated_kernel(k: int, d: int) -> None:
    """The smallest input from which the kernel gives an output."""
    kernel = torch.ones(1, 1, k)
    width = next(
        n for n in range(k, 100) if n > d * (k - 1) and F.conv1d(torch.ones(1, 1, n), kernel, dilation=d).numel()
    )
    assert F.conv1d(torch.ones(1, 1, width), kernel, dilation=d).shape[-1] == 1
    with pytest.raises(RuntimeError):
        F.conv1d(torch.ones(1, 1, width - 1), kernel, dilation=d)
    assert numeric("q06-dilated-width", k=k, d=d) == width


@pytest.mark.parametrize("layers", [6, 24, 96])
def test_width_of_the_effective_field_by_input_gradients(layers: int) -> None:
    x = torch.zeros(1, 1, 4 * layers + 1, dtype=torch.float64, requires_grad=True)
    y = x
    for _ in range(layers):
        y = F.conv1d(y, torch.full((1, 1, 3), 1 / 3, dtype=torch.float64), padding=1)
    y[0, 0, 2 * layers].backward()
    assert x.grad is not None
    weight = x.grad[0, 0]
    place = torch.arange(len(weight)) - 2 * layers
    assert numeric("q06-effective-width", L=layers) == pytest.approx(math.sqrt(float((weight * place**2).sum())))


@pytest.mark.parametrize(("c", "g"), [(64, 64), (256, 8)])
def test_weights_of_a_grouped_convolution(c: int, g: int) -> None:
    assert numeric("q06-grouped-weights", c=c, g=g) == parameters(nn.Conv2d(c, c, 3, groups=g, bias=False))


@pytest.mark.parametrize("width", [256, 1024])
def test_weights_of_a_bottleneck(width: int) -> None:
    inner = width // 4
    layers = [nn.Conv2d(width, inner, 1, bias=False), nn.Conv2d(inner, inner, 3, bias=False)]
    layers.append(nn.Conv2d(inner, width, 1, bias=False))
    assert numeric("q06-bottleneck-weights", w=width) == sum(parameters(layer) for layer in layers)


def test_gradient_of_a_residual_chain_by_autograd() -> None:
    x = torch.tensor(0.7, dtype=torch.float64, requires_grad=True)
    y = x
    for _ in range(5):
        y = y + 0.3 * y
    y.backward()
    assert x.grad is not None
    assert formula("q06-resnet-gradient", a=0.3, L=5) == pytest.approx(x.grad.item())


@pytest.mark.parametrize(("N", "l"), [(256, 0.5), (65536, 2.5)])
def test_information_bound_is_the_gain_on_a_uniform_guess(N: int, l: float) -> None:
    chance = F.cross_entropy(torch.zeros(1, N, dtype=torch.float64), torch.tensor([0])).item()
    assert numeric("q06-mi-bound", N=N, l=l) == pytest.approx(chance - l)


@pytest.mark.parametrize(("n", "C"), [(512, 10), (4096, 100)])
def test_false_negatives_of_a_batch_by_drawing(n: int, C: int) -> None:
    rng = np.random.default_rng(0)
    counts = [np.bincount(rng.integers(C, size=n), minlength=C) for _ in range(40)]
    mean = np.mean([(count * (count - 1)).sum() / n for count in counts])
    assert numeric("q06-false-negatives", n=n, C=C) == pytest.approx(mean, rel=0.02)


@pytest.mark.parametrize("batch", [256, 1024])
def test_age_of_the_oldest_key(batch: int) -> None:
    """A queue that is filled for many steps; keys carry the step at which they entered."""
    queue: deque[int] = deque(maxlen=65536)
    for step in range(300):
        if len(queue) == 65536:
            oldest = step - queue[0]
        queue.extend([step] * batch)
    assert numeric("q06-moco-age", B=batch) == oldest


def test_byol_loss_of_two_vectors() -> None:
    p, z = F.normalize(torch.tensor([3.0, 1.0, -2.0]), dim=0), F.normalize(torch.tensor([1.0, 2.0, 0.5]), dim=0)
    assert formula("q06-byol-loss", c=float(p @ z)) == pytest.approx(((p - z) ** 2).sum().item(), rel=1e-5)


@pytest.mark.parametrize("label", [1.0, -1.0])
def test_siglip_gradient_by_autograd(label: float) -> None:
    s = torch.tensor(0.3, dtype=torch.float64, requires_grad=True)
    logit = label * (4 * s - 0.5)
    (-F.logsigmoid(logit)).backward()
    assert s.grad is not None
    known = {"z": label, "t": 4.0, "p": torch.sigmoid(-logit).item()}
    assert formula("q06-siglip-gradient", **known) == pytest.approx(s.grad.item())
    assert wrong("q06-siglip-gradient", "sigmoid-derivative", **known) != pytest.approx(s.grad.item(), rel=0.05)


def test_first_loss_of_siglip_with_its_bias() -> None:
    labels = 2 * torch.eye(4096) - 1
    loss = -F.logsigmoid(labels * (10 * torch.zeros(4096, 4096) - 10)).double().sum() / 4096
    assert numeric("q06-siglip-start", B=4096) == pytest.approx(loss.item(), rel=1e-4)
    assert numeric("q06-siglip-start", B=32768) == pytest.approx(11.5, abs=0.05)


@pytest.mark.parametrize(("w", "h"), [(448, 672), (1344, 1008)])
def test_image_tokens_after_merging(w: int, h: int) -> None:
    patches = torch.empty(h, w, device="meta").unfold(0, 14, 14).unfold(1, 14, 14)
    merged = patches.unfold(0, 2, 2).unfold(1, 2, 2)
    assert numeric("q06-vlm-tokens", w=w, h=h) == merged.shape[0] * merged.shape[1]
