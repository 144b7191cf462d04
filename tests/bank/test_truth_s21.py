"""What section 21 teaches of inference, computed again: by packing bits, simulating servers, autograd and counting."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric

E2M1 = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0)


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(21) == []


# --- quantization


@pytest.mark.parametrize("other", [0.3, -1.2])
def test_the_update_of_gptq_by_least_squares(other: float) -> None:
    """Fix one weight at its rounded value and solve for the other: no formula of the inverse Hessian is used."""
    rng = np.random.default_rng(1)
    x = rng.standard_normal((200, 2)) @ np.array([[1.0, 0.6], [0.0, 0.8]])
    w, v = 0.74, 1.0
    target = x @ np.array([w, other])
    solved, *_ = np.linalg.lstsq(x[:, 1:], target - x[:, 0] * v, rcond=None)
    inverse = np.linalg.inv(2 * x.T @ x)
    change = formula("q21-gptq-update", w=w, v=v, d=float(inverse[0, 0]), e=float(inverse[0, 1]))
    assert change == pytest.approx(float(solved[0]) - other)


def test_the_gradient_of_a_learned_step() -> None:
    """By autograd, with a rounding whose gradient is that of the identity."""
    w, s = torch.tensor(0.37, dtype=torch.float64), torch.tensor(0.1, dtype=torch.float64, requires_grad=True)
    ratio = w / s
    code = ratio + (ratio.round() - ratio).detach()
    (gradient,) = torch.autograd.grad(s * code, s)
    assert formula("q21-lsq-step", q=4.0, w=0.37, s=0.1) == pytest.approx(gradient.item())


def test_a_clipped_weight_gets_no_gradient() -> None:
    """q21-qat-gradient: the clip comes after the straight-through rounding."""
    w = torch.tensor([0.37, 2.0], requires_grad=True)
    ratio = w / 0.1
    code = (ratio + (ratio.round() - ratio).detach()).clamp(-7, 7)
    (gradient,) = torch.autograd.grad((0.1 * code).sum(), w)
    assert gradient.tolist() == pytest.approx([1.0, 0.0])


@pytest.mark.parametrize(("b", "s", "k"), [(4, 8, 32), (6, 16, 16)])
def test_the_bits_of_a_block(b: int, s: int, k: int) -> None:
    block = "".join(["0" * s] + ["1" * b for _value in range(k)])
    assert numeric("q21-mx-bits", b=b, s=s, k=k) == pytest.approx(len(block) / k)


@pytest.mark.parametrize("a", [0.9, 1.7, 3.6, 15])
def test_the_stored_maximum_of_a_block(a: float) -> None:
    _mantissa, exponent = math.frexp(a)  # a = m 2^exponent with m from one half to one
    scale = 2.0 ** (exponent - 1 - 2)
    stored = min(E2M1, key=lambda value: abs(value - a / scale)) * scale
    assert 4 <= a / scale < 8
    assert numeric("q21-mx-scaled-maximum", a=a) == pytest.approx(stored)


def test_tiny_half_precision_scales_underflow() -> None:
    """q21-int8-tiny-fp16."""
    x = torch.tensor([9e-7, -4e-7], dtype=torch.float16)
    scale = x.abs().max() / 127
    assert scale.item() == 0
    assert (127 * scale).item() == 0


def test_halves_go_to_even() -> None:
    assert torch.tensor([2.5, 3.5]).round().tolist() == [2.0, 4.0]


def test_the_codes_that_an_outlier_of_100_leaves() -> None:
    """The text of q21-int8-edges: about ten codes, and 23 % relative error."""
    x = torch.randn(20_000, generator=torch.Generator().manual_seed(0))
    scale = 100 / 127
    codes = (x / scale).round()
    assert len(set(codes.tolist())) == pytest.approx(11, abs=2)
    assert ((codes * scale - x).norm() / x.norm()).item() == pytest.approx(0.23, abs=0.01)


def test_rotations_spread_outliers_and_keep_products() -> None:
    """q21-rotation."""
    hadamard = torch.tensor([[1.0]])
    for _ in range(6):
        hadamard = torch.cat([torch.cat([hadamard, hadamard], 1), torch.cat([hadamard, -hadamard], 1)])
    hadamard = hadamard / 8
    x, w = torch.randn(64, generator=torch.Generator().manual_seed(2)), torch.ones(64)
    x[5] = 50.0
    assert (x @ hadamard).abs().max() < x.abs().max() / 4
    assert (x @ hadamard) @ (hadamard.T @ w) == pytest.approx((x @ w).item(), rel=1e-4)


def test_which_scales_leave_an_integer_product() -> None:
    """q21-foldable: per token and per output channel."""
    rng = np.random.default_rng(0)
    x, w = rng.integers(-127, 128, (3, 5)), rng.integers(-127, 128, (5, 2))
    tokens, outputs = rng.uniform(0.5, 2, (3, 1)), rng.uniform(0.5, 2, (1, 2))
    assert (x * tokens) @ (w * outputs) == pytest.approx(tokens * (x @ w) * outputs)


# --- pruning and distillation


@pytest.mark.parametrize("r", [20, 40])
def test_the_work_that_thinner_layers_leave(r: int) -> None:
    width = 1000
    kept = width - width * r // 100
    assert numeric("q21-width-cost", r=r) == pytest.approx(torch.zeros(kept, kept).numel() / width**2)


def test_a_merged_adapter_fills_the_zeros() -> None:
    """q21-lora-sparse."""
    sparse = torch.randn(16, 16).view(-1, 4)
    sparse[:, :2] = 0
    update = torch.randn(16, 2) @ torch.randn(2, 16)
    assert (sparse.view(16, 16) + update == 0).sum() == 0


@pytest.mark.parametrize(("t", "sigma"), [(0.8, 0.5), (3.0, 0.9)])
def test_the_skip_weight_is_a_regression(t: float, sigma: float) -> None:
    """The slope of the best linear estimate of x0 from x0 plus noise of level t - a, from moments of two-point data."""
    a = 0.002
    pairs = [(x0, x0 + (t - a) * n) for x0, n in itertools.product((-sigma, sigma), (-1, 1))]
    clean, noisy = (np.array(values) for values in zip(*pairs, strict=True))
    slope = float(clean @ noisy / (noisy @ noisy))
    assert formula("q21-consistency-skip", t=t, a=a, sigma=sigma) == pytest.approx(slope)


# --- serving


@pytest.mark.parametrize(("B", "P"), [(16, 1003), (64, 3500)])
def test_the_prefix_that_hits_block_by_block(B: int, P: int) -> None:
    cached, new = list(range(5000)), list(range(P)) + [-1] * 500
    hit = 0
    while cached[hit : hit + B] == new[hit : hit + B]:
        hit += B
    assert numeric("q21-prefix-tokens", B=B, P=P) == hit


@pytest.mark.parametrize(("T", "W"), [(8192, 50), (2048, 100)])
def test_moving_a_cache_tensor_by_tensor(T: int, W: int) -> None:
    one = torch.empty(8, T, 128, dtype=torch.bfloat16, device="meta")
    sent = sum(one.numel() * one.element_size() for _layer in range(80) for _kind in ("keys", "values"))
    assert numeric("q21-cache-transfer", T=T, W=W) == pytest.approx(sent / (W * 1e9))
    assert sent / T == 320 * 1024


@pytest.mark.parametrize(("r", "n"), [(5, 300), (8, 200)])
def test_requests_in_flight_by_looking_at_a_server(r: int, n: int) -> None:
    """Regular arrivals over a long time, and the number of unfinished requests at many moments."""
    stay = 0.4 + sum(0.03 for _token in range(n))
    arrivals = np.arange(0, 400, 1 / r)
    moments = np.random.default_rng(0).uniform(100, 300, 4000)
    inside = [(arrivals <= moment).sum() - (arrivals + stay <= moment).sum() for moment in moments]
    assert numeric("q21-little", r=r, n=n) == pytest.approx(float(np.mean(inside)), rel=0.01)


@pytest.mark.parametrize(("mu", "u"), [(10, 50), (5, 80)])
def test_the_time_in_a_random_queue_by_simulation(mu: int, u: int) -> None:
    rng = np.random.default_rng(4)
    arrivals = np.cumsum(rng.exponential(1 / (mu * u / 100), 400_000))
    free, total = 0.0, 0.0
    for arrival, service in zip(arrivals.tolist(), rng.exponential(1 / mu, 400_000).tolist(), strict=True):
        free = max(free, arrival) + service
        total += free - arrival
    assert numeric("q21-queue-time", mu=mu, u=u) == pytest.approx(total / 400_000, rel=0.05)


def test_tokens_per_second_of_a_batch_by_stepping() -> None:
    B, M, K, W = 16.0, 140.0, 0.8, 3350.0
    seconds, tokens = 0.0, 0.0
    for _step in range(100):
        seconds += M / W
        for _sequence in range(int(B)):
            seconds += K / W
            tokens += 1
    assert formula("q21-batch-throughput", B=B, M=M, K=K, W=W) == pytest.approx(tokens / seconds)


@pytest.mark.parametrize(("a", "b"), [(0.2, 0.35), (0.4, 0.45)])
def test_acceptance_and_the_exactness_of_speculative_sampling(a: float, b: float) -> None:
    """By proposing every token with the draft's probability, as the algorithm does."""
    p, q = np.array([0.5, 0.3, 0.2]), np.array([a, b, 1 - a - b])
    accepted = np.array([draft * min(1.0, target / draft) for target, draft in zip(p, q, strict=True)])
    assert numeric("q21-acceptance", a=a, b=b) == pytest.approx(accepted.sum())
    rest = np.maximum(p - q, 0)
    assert accepted + (1 - accepted.sum()) * rest / rest.sum() == pytest.approx(p)


@pytest.mark.parametrize(("a", "g", "c"), [(0.8, 4, 0.1), (0.5, 3, 0.3)])
def test_the_speed_up_round_by_round(a: float, g: int, c: float) -> None:
    rng = np.random.default_rng(0)
    rounds = 200_000
    accepted = np.cumprod(rng.uniform(size=(rounds, g)) < a, axis=1).sum(axis=1)
    tokens, cost = float(accepted.sum() + rounds), rounds * (g * c + 1)
    assert formula("q21-speculative-speedup", a=a, g=g, c=c) == pytest.approx(tokens / cost, rel=0.01)


def test_when_some_number_of_drafts_helps() -> None:
    """The text of q21-speculative-speedup: exactly when the acceptance exceeds the cost."""
    for a, c in ((0.35, 0.3), (0.25, 0.3)):
        best = max(formula("q21-speculative-speedup", a=a, g=g, c=c) for g in range(1, 11))
        assert (best > 1) is (a > c)


# --- kernels


@pytest.mark.parametrize("k", [2, 4, 16])
def test_the_sectors_that_a_warp_touches(k: int) -> None:
    sectors = {lane * k * 4 // 32 for lane in range(32)}
    assert numeric("q21-coalescing", k=k) == 32 * len(sectors)


def test_columns_of_a_padded_tile_use_all_banks() -> None:
    """q21-bank-conflict."""
    for width, banks in ((32, 1), (33, 32)):
        assert len({row * width % 32 for row in range(32)}) == banks


@pytest.mark.parametrize(("r", "t"), [(72, 256), (112, 512)])
def test_occupancy_by_placing_blocks(r: int, t: int) -> None:
    registers, threads = 65_536, 0
    while registers >= r * t and threads + t <= 2048:
        registers -= r * t
        threads += t
    assert numeric("q21-occupancy", r=r, t=t) == pytest.approx(threads / 2048)


@pytest.mark.parametrize(("l", "W"), [(600, 3.35), (400, 8)])
def test_bytes_on_their_way(l: int, W: float) -> None:
    """What arrives in each nanosecond, summed over those of one latency."""
    per_nanosecond = W * 1e12 / 1e9
    assert numeric("q21-bytes-in-flight", l=l, W=W) == pytest.approx(sum(per_nanosecond for _ in range(l)))


@pytest.mark.parametrize("k", [3, 8])
def test_the_traffic_of_a_chain(k: int) -> None:
    unfused = [(kernel, access) for kernel in range(k) for access in ("read", "write")]
    fused = [(0, access) for access in ("read", "write")]
    assert numeric("q21-fused-chain", k=k) == pytest.approx(len(unfused) / len(fused))


def test_the_traffic_of_an_unfused_softmax() -> None:
    """Kernel by kernel: the elements of what is read and written for one row."""
    row, value = torch.randn(12), torch.randn(1)
    kernels = [
        ((row,), value),
        ((row, value), row),
        ((row,), row),
        ((row,), value),
        ((row, value), row),
    ]
    moved = sum(sum(x.numel() for x in inputs) + output.numel() for inputs, output in kernels)
    assert formula("q21-softmax-traffic", N=12) == moved


# --- diffusion


@pytest.mark.parametrize(("S", "n"), [(28, 4), (50, 8)])
def test_passes_of_a_sampler(S: int, n: int) -> None:
    before = [(step, branch) for step in range(S) for branch in ("conditional", "unconditional")]
    after = [(step, "distilled") for step in range(n)]
    assert numeric("q21-diffusion-levers", S=S, n=n) == pytest.approx(len(before) / len(after))


@pytest.mark.parametrize(("n", "s"), [(5, 0.2), (3, 0.5)])
def test_the_gain_of_caching_step_by_step(n: int, s: float) -> None:
    cost = sum(1.0 if step % n == 0 else s for step in range(60))
    assert formula("q21-cache-speedup", n=n, s=s) == pytest.approx(60 / cost)


def test_softmax_is_what_the_five_kernels_compute() -> None:
    row = torch.randn(12, generator=torch.Generator().manual_seed(0))
    shifted = row - row.max()
    exponential = shifted.exp()
    assert torch.allclose(exponential / exponential.sum(), F.softmax(row, 0))
