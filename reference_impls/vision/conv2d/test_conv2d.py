"""The page against torch's own convolution, the sum of its definition, and kernels whose answer is known."""

from __future__ import annotations

import torch
import torch.nn.functional as nnf
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import correlate
from torch import Tensor

from reference_impls.vision.conv2d.reference import conv2d


def example(seed: int, *shapes: tuple[int, ...]) -> list[Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return [torch.randn(*shape, generator=generator, dtype=torch.float64) for shape in shapes]


@given(
    st.tuples(*(st.integers(1, high) for high in (3, 3, 3, 8, 8, 4, 4))),
    st.integers(1, 4),
    st.integers(0, 3),
    st.booleans(),
    st.integers(0, 10_000),
)
def test_it_agrees_with_torch(sizes: tuple[int, ...], stride: int, padding: int, with_bias: bool, seed: int) -> None:
    N, Cin, Cout, H, W, kh, kw = sizes
    kh, kw = min(kh, H + 2 * padding), min(kw, W + 2 * padding)
    x, weight, values = example(seed, (N, Cin, H, W), (Cout, Cin, kh, kw), (Cout,))
    bias = values if with_bias else None
    wanted = nnf.conv2d(x, weight, bias, stride=stride, padding=padding)
    torch.testing.assert_close(conv2d(x, weight, bias, stride, padding), wanted)


def test_gradients_agree_with_torch() -> None:
    inputs = [tensor.requires_grad_() for tensor in example(1, (2, 3, 6, 5), (4, 3, 3, 2), (4,))]
    x, weight, bias = inputs
    own, theirs = conv2d(x, weight, bias, 2, 1), nnf.conv2d(x, weight, bias, stride=2, padding=1)
    (cotangent,) = example(2, tuple(own.shape))
    for one, other in zip(
        torch.autograd.grad(own, inputs, cotangent), torch.autograd.grad(theirs, inputs, cotangent), strict=True
    ):
        torch.testing.assert_close(one, other)


def test_one_channel_is_the_valid_part_of_a_correlation() -> None:
    x, weight = example(3, (1, 1, 7, 9), (1, 1, 3, 4))
    wanted = correlate(x[0, 0].numpy(), weight[0, 0].numpy(), mode="valid", method="direct")
    torch.testing.assert_close(conv2d(x, weight)[0, 0], torch.from_numpy(wanted))


def test_an_impulse_gives_the_flipped_kernel() -> None:
    (weight,) = example(4, (1, 1, 3, 3))
    impulse = torch.zeros(1, 1, 5, 5, dtype=torch.float64)
    impulse[0, 0, 2, 2] = 1
    torch.testing.assert_close(conv2d(impulse, weight), weight.flip(2, 3))


def test_a_kernel_with_one_tap_moves_the_image() -> None:
    (x,) = example(5, (2, 1, 4, 5))
    weight = torch.zeros(1, 1, 3, 3, dtype=torch.float64)
    weight[0, 0, 0, 1] = 1  # reads the pixel above
    moved = conv2d(x, weight, padding=1)
    torch.testing.assert_close(moved[:, :, 1:], x[:, :, :-1])
    assert not moved[:, :, 0].any()
