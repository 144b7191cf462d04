"""The page's layer against the merged matrix, and what the paper says of its start and its size."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from reference_impls.conditioning.lora_linear.reference import LoRALinear


def built(in_features: int, out_features: int, r: int, alpha: float, bias: bool = True) -> LoRALinear:
    """A layer with trained factors."""
    torch.manual_seed(4)
    layer = LoRALinear(nn.Linear(in_features, out_features, bias=bias), r, alpha).double()
    nn.init.normal_(layer.B)
    return layer


def start_gradients(layer: LoRALinear, x: Tensor) -> tuple[Tensor, Tensor]:
    grad_a, grad_b = torch.autograd.grad(layer(x).square().sum(), (layer.A, layer.B))
    return grad_a, grad_b


@pytest.mark.parametrize(
    ("in_features", "out_features", "r", "alpha"), [(5, 7, 3, 5), (6, 4, 2, 16), (3, 3, 3, 1), (4, 9, 6, 2)]
)
@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("batch", [(), (4,), (2, 3)])
def test_it_is_one_linear_layer_with_the_weight_w_plus_alpha_over_r_b_a(
    in_features: int, out_features: int, r: int, alpha: float, bias: bool, batch: tuple[int, ...]
) -> None:
    layer = built(in_features, out_features, r, alpha, bias)
    x = torch.randn(*batch, in_features, dtype=torch.float64)
    weight = torch.stack(
        [
            torch.stack(
                [
                    layer.base.weight[o, i] + sum(layer.B[o, k] * layer.A[k, i] for k in range(r)) * alpha / r
                    for i in range(in_features)
                ]
            )
            for o in range(out_features)
        ]
    )
    wanted = nn.functional.linear(x, weight, layer.base.bias)
    torch.testing.assert_close(layer(x), wanted)
    torch.testing.assert_close(layer.merge()(x), wanted)


def test_the_trainable_parameters_are_r_times_both_widths() -> None:
    layer = LoRALinear(nn.Linear(11, 6), r=4)
    assert sum(p.numel() for p in layer.parameters() if p.requires_grad) == 4 * (11 + 6)


def test_at_the_start_the_function_is_the_bases_and_only_b_has_a_gradient() -> None:
    """Section 4.1: ΔW = B A is zero at the beginning of training."""
    base = nn.Linear(5, 3)
    layer, x = LoRALinear(base, 2, 7), torch.randn(4, 5)
    assert torch.equal(layer(x), base(x))
    grad_a, grad_b = start_gradients(layer, x)
    assert not grad_a.any()
    assert grad_b.any()


def test_with_both_factors_at_zero_nothing_trains() -> None:
    layer = LoRALinear(nn.Linear(5, 3), 2, 7)
    nn.init.zeros_(layer.A)
    assert not any(grad.any() for grad in start_gradients(layer, torch.randn(4, 5)))


def test_a_is_uniform_within_one_over_the_root_of_the_input_width() -> None:
    """The start of nn.Linear and PEFT: std 1/√(3 d_in)."""
    torch.manual_seed(0)
    a = LoRALinear(nn.Linear(400, 3), r=50).A.detach()
    assert float(a.abs().max()) <= 400**-0.5
    assert float(a.std()) == pytest.approx((3 * 400) ** -0.5, rel=0.02)
