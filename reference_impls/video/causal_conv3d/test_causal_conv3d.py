"""The causal convolution agrees with a sum over all taps in float64, and no frame depends on a later one."""

from __future__ import annotations

import itertools

import pytest
import torch
from torch import Tensor

from reference_impls.video.causal_conv3d.reference import causal_conv3d


def tap_by_tap(x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    """The definition: every output frame and every tap, with zeros outside of the video."""
    kt, kh, kw = weight.shape[2:]
    F, H, W = x.shape[2:]
    y = bias[None, :, None, None, None].expand(x.shape[0], -1, F, H, W).clone()
    for f, h, w, t, i, j in itertools.product(*map(range, (F, H, W, kt, kh, kw))):
        f_in, h_in, w_in = f - (kt - 1) + t, h - kh // 2 + i, w - kw // 2 + j
        if f_in >= 0 and 0 <= h_in < H and 0 <= w_in < W:
            y[:, :, f, h, w] += x[:, :, f_in, h_in, w_in] @ weight[:, :, t, i, j].T
    return y


@pytest.mark.parametrize(
    ("x_shape", "kernel"),
    [
        ((1, 1, 3, 1, 1), (2, 1, 1)),
        ((2, 3, 4, 3, 4), (3, 3, 3)),
        ((1, 2, 3, 4, 5), (4, 1, 5)),
        ((2, 1, 2, 2, 3), (1, 5, 3)),
        ((1, 2, 1, 3, 2), (3, 3, 3)),
    ],
)
def test_values_agree_with_the_sum_over_taps(x_shape: tuple[int, ...], kernel: tuple[int, ...]) -> None:
    torch.manual_seed(sum(x_shape))
    x = torch.randn(x_shape, dtype=torch.float64)
    weight, bias = torch.randn(2, x_shape[1], *kernel, dtype=torch.float64), torch.randn(2, dtype=torch.float64)
    torch.testing.assert_close(causal_conv3d(x, weight, bias), tap_by_tap(x, weight, bias))
    torch.testing.assert_close(causal_conv3d(x, weight), tap_by_tap(x, weight, torch.zeros_like(bias)))


@pytest.mark.parametrize("kt", [1, 2, 3, 5])
def test_a_frame_depends_on_itself_and_the_frames_of_the_kernel_before_it(kt: int) -> None:
    torch.manual_seed(kt)
    x, weight = (
        torch.randn(1, 2, 6, 3, 3, dtype=torch.float64, requires_grad=True),
        torch.randn(3, 2, kt, 3, 3).double(),
    )
    (gradient,) = torch.autograd.grad(causal_conv3d(x, weight)[:, :, 3].sum(), [x])
    reached = gradient.abs().amax(dim=(0, 1, 3, 4)) > 0
    assert reached.tolist() == [3 - kt < f <= 3 for f in range(6)]


@pytest.mark.parametrize("kt", [1, 3, 4])
def test_the_first_frame_is_a_convolution_of_the_image_with_the_last_tap(kt: int) -> None:
    x, weight, bias = torch.randn(2, 3, 4, 5, 6), torch.randn(4, 3, kt, 3, 5), torch.randn(4)
    image = torch.nn.functional.conv2d(x[:, :, 0], weight[:, :, -1], bias, padding=(1, 2))
    torch.testing.assert_close(causal_conv3d(x, weight, bias)[:, :, 0], image)
