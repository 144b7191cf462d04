"""What section 13 teaches of conditioning, computed again: with tensors and layers, by drawing, by autograd."""

from __future__ import annotations

import math

import pytest
import torch
import torch.nn.functional as F

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(13) == []


def test_the_dropout_of_three_encoders() -> None:
    """By drawing all three masks; and one sample in ten for the rate of SD3."""
    torch.manual_seed(0)
    dropped = (torch.rand(4_000_000, 3) < 0.464).all(1).double().mean().item()
    assert numeric("q13-three-dropouts", p=46.4) == pytest.approx(100 * dropped, abs=0.06)
    assert numeric("q13-three-dropouts", p=46.4) == pytest.approx(10, abs=0.05)


@pytest.mark.parametrize("d", [768, 3072])
def test_the_start_of_the_factor_a(d: int) -> None:
    """By the initialization itself, of a matrix with many entries."""
    torch.manual_seed(0)
    factor = torch.empty(512, d)
    torch.nn.init.kaiming_uniform_(factor, a=math.sqrt(5))
    assert factor.abs().max().item() == pytest.approx(1 / math.sqrt(d), rel=1e-3)
    assert numeric("q13-peft-std", d=d) == pytest.approx(factor.std().item(), rel=5e-3)


def test_where_a_fixed_start_agrees_with_the_default() -> None:
    """q13-peft-std: 0.02 fits a width of about 833."""
    assert numeric("q13-peft-std", d=833) == pytest.approx(0.02, rel=1e-3)


def test_adain_of_one_value() -> None:
    """By normalizing a whole map, and giving it the statistics of another."""
    torch.manual_seed(0)
    content, style = torch.randn(1, 1, 8, 8, dtype=torch.float64), 3 + 2 * torch.randn(1, 1, 8, 8, dtype=torch.float64)
    styled = F.instance_norm(content, eps=0.0) * style.std(correction=0) + style.mean()
    values = {
        "x": content[0, 0, 2, 3].item(),
        "m": content.mean().item(),
        "d": content.std(correction=0).item(),
        "mu_s": style.mean().item(),
        "sigma_s": style.std(correction=0).item(),
    }
    assert formula("q13-adain-formula", **values) == pytest.approx(styled[0, 0, 2, 3].item())


def test_the_ratio_of_two_frequencies() -> None:
    """In a table made as sinusoidal embeddings are: evenly spaced logarithms."""
    table = torch.exp(torch.linspace(0, -math.log(10_000), 65, dtype=torch.float64)[:-1])
    assert formula("q13-time-frequency", P=10_000, h=64) == pytest.approx((table[8] / table[7]).item())


def test_padding_takes_attention() -> None:
    """q13-padding-mask: keys of zero still get weight, and more of it in short prompts."""
    torch.manual_seed(0)
    query, keys = torch.randn(1, 16), torch.randn(77, 16)
    shares = []
    for length in (5, 40):
        padded = torch.cat([keys[:length], torch.zeros(77 - length, 16)])
        weights = (query @ padded.T / 4).softmax(-1)
        shares.append(weights[0, length:].sum().item())
    assert shares[0] > shares[1] > 0.1


def test_factors_in_another_dtype() -> None:
    """q13-lora-dtype: a product of bfloat16 and float32 matrices raises."""
    with pytest.raises(RuntimeError):
        torch.ones(2, 4, dtype=torch.bfloat16) @ torch.ones(4, 2)


def test_modulation_treats_places_alike() -> None:
    """q13-pooled-only: modulation treats equal tokens at different places alike."""
    torch.manual_seed(0)
    token = torch.randn(6)
    tokens = torch.stack([token, torch.randn(6), token])
    scale, shift = torch.randn(6), torch.randn(6)
    modulated = (1 + scale) * F.layer_norm(tokens, (6,)) + shift
    assert torch.equal(modulated[0], modulated[2])


@pytest.mark.parametrize(
    ("optimizer", "power", "ratio"),
    [(torch.optim.SGD, 1, 0.5), (torch.optim.SGD, 0.5, 1), (torch.optim.Adam, 1, 1)],
    ids=["sgd", "sgd-rslora", "adam"],
)
def test_twice_the_rank_at_a_fixed_alpha(optimizer: type[torch.optim.Optimizer], power: float, ratio: float) -> None:
    """q13-double-rank and q13-rank-and-scale: how the output changes in the first step, at scale alpha / rank^power."""

    def change(rank: int) -> float:
        torch.manual_seed(0)
        d = 400
        x, target = torch.randn(d), torch.randn(d)
        down, up = torch.randn(rank, d) / math.sqrt(d), torch.zeros(d, rank)
        down.requires_grad_(), up.requires_grad_()
        stepper = optimizer([down, up], lr=1e-3)  # type: ignore[call-arg]
        (16 / rank**power * (up @ (down @ x)) - target).square().sum().backward()
        stepper.step()
        return (16 / rank**power * (up @ (down @ x))).norm().item()

    assert change(4096) / change(2048) == pytest.approx(ratio, rel=0.05)


def test_a_whole_number_scale_of_zero() -> None:
    """q13-bug-scale-integer: 16 // 32 is 0, which stops the update and both gradients."""
    torch.manual_seed(0)
    down, up = torch.randn(32, 4, requires_grad=True), torch.randn(4, 32, requires_grad=True)
    update = (16 // 32) * torch.randn(3, 4) @ down.T @ up.T
    gradients = torch.autograd.grad(update.square().sum(), [down, up])
    assert update.abs().max() == 0
    assert all(gradient.abs().max() == 0 for gradient in gradients)
