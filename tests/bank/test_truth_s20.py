"""What section 20 (training nuances) teaches in numbers and formulas, found in another way: by stepping, counting, autograd."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric, wrong
from tests.packaged import packaged


def smallest(enough: Callable[[int], bool]) -> int:
    return next(count for count in itertools.count(1) if enough(count))


def test_no_wrong_number_and_no_zero_is_within_the_tolerance() -> None:
    assert mistaken_for_right(section=20) == []


# --- memory


@pytest.mark.parametrize("P", [3, 13])
def test_weights_in_bfloat16(P: int) -> None:
    weights = torch.empty(P * 10**9, dtype=torch.bfloat16, device="meta")
    assert numeric("q20-inference-weights", P=P) == weights.nbytes


@pytest.mark.parametrize("L", [16, 36, 144])
def test_best_number_of_segments_by_trying_all(L: int) -> None:
    peaks = {segments: segments + L // segments for segments in range(1, L + 1) if L % segments == 0}
    assert numeric("q20-checkpoint-segments", L=L) == min(peaks, key=peaks.__getitem__)


@pytest.mark.parametrize("g", [0.03, 0.7, 50])
def test_largest_scale_without_an_overflow(g: float) -> None:
    def overflows(scale: float) -> bool:
        return torch.tensor(g * scale).half().isinf().item() is True

    scale = numeric("q20-largest-scale", g=g)
    assert not overflows(scale)
    assert overflows(2 * scale)


@pytest.mark.parametrize(("G", "t", "b"), [(64, 2, 4), (128, 8, 2)])
def test_accumulation_by_filling_the_batch(G: int, t: int, b: int) -> None:
    groups = {gpu // t for gpu in range(G)}
    at_once = sum(b for _group in groups)
    assert numeric("q20-effective-batch", G=G, t=t, b=b) == smallest(lambda count: count * at_once >= 1024)


# --- optimizers


def velocities(eta: float, beta: float, steps: int) -> Tensor:
    """A weight under a constant gradient of 1, by torch's own optimizer; returns the size of its last step."""
    weight = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=eta, momentum=beta)
    before = weight.detach().clone()
    for _ in range(steps):
        before = weight.detach().clone()
        weight.grad = torch.ones_like(weight)
        optimizer.step()
    return (before - weight.detach()).squeeze()


@pytest.mark.parametrize(("eta", "b"), [(0.1, 0.9), (0.01, 0.99)])
def test_momentum_step_by_the_optimizer(eta: float, b: float) -> None:
    assert numeric("q20-momentum-step", eta=eta, b=b) == pytest.approx(velocities(eta, b, 1500).item())
    assert wrong("q20-momentum-step", "plain-step", eta=eta, b=b) == pytest.approx(velocities(eta, b, 1).item())
    assert wrong("q20-momentum-step", "one-plus-beta", eta=eta, b=b) == pytest.approx(velocities(eta, b, 2).item())


def heavy_ball_radius(rate: float, beta: float, curvature: float) -> float:
    """Asymptotic growth of (w, previous w) per step."""
    step = np.array([[1 + beta - rate * curvature, -beta], [1.0, 0.0]])
    return float(np.abs(np.linalg.eigvals(step)).max())


@pytest.mark.parametrize("k", [4, 100])
def test_best_contraction_of_heavy_ball_by_search(k: int) -> None:
    """The worst of the two ends of the spectrum, minimized over rate and momentum on a grid."""
    best = min(
        max(heavy_ball_radius(rate, beta, 1.0), heavy_ball_radius(rate, beta, k))
        for beta in np.linspace(0.0, 0.9, 46)
        for rate in np.linspace(0.2, 4.0, 77) / k
    )
    assert numeric("q20-momentum-contraction", k=k) == pytest.approx(best, abs=0.02)
    assert wrong("q20-momentum-contraction", "gradient-descent", k=k) > best + 0.1


def grows(rate: float, beta: float, curvature: float, damped: float = 1.0) -> bool:
    weight, velocity = 1.0, 0.0
    for _ in range(4000):
        velocity = beta * velocity + damped * curvature * weight
        weight -= rate * velocity
    return abs(weight) > 1


@pytest.mark.parametrize(("beta", "lam"), [(0.5, 2.0), (0.9, 0.7)])
def test_stability_of_heavy_ball_by_running_it(beta: float, lam: float) -> None:
    limit = formula("q20-momentum-stability", beta=beta, lam=lam)
    assert not grows(0.99 * limit, beta, lam)
    assert grows(1.01 * limit, beta, lam)


@pytest.mark.parametrize(("b", "eta"), [(0.5, 0.1), (0.9, 0.01)])
def test_edge_of_averaged_momentum_by_running_it(b: float, eta: float) -> None:
    limit = numeric("q20-edge-adam", b=b, eta=eta)
    assert not grows(eta, b, 0.99 * limit, damped=1 - b)
    assert grows(eta, b, 1.01 * limit, damped=1 - b)


def test_nesterov_tolerates_less_than_heavy_ball() -> None:
    """What the choice on Nesterov says, by torch's own optimizer on a quadratic of curvature 1."""

    def end(rate: float) -> float:
        weight = torch.ones(1, dtype=torch.float64, requires_grad=True)
        optimizer = torch.optim.SGD([weight], lr=rate, momentum=0.9, nesterov=True)
        for _ in range(2000):
            weight.grad = weight.detach().clone()
            optimizer.step()
        return abs(weight.item())

    limit = (2 + 2 * 0.9) / (1 + 2 * 0.9)
    assert end(0.99 * limit) < 1 < end(1.01 * limit)
    assert limit < formula("q20-momentum-stability", beta=0.9, lam=1.0)


@pytest.mark.parametrize("t", [1, 4, 30])
def test_adam_correction_recovers_a_constant_gradient(t: int) -> None:
    moment = 0.0
    for _ in range(t):
        moment = 0.9 * moment + 0.1 * 2.5
    assert formula("q20-adam-correction", m=moment, beta1=0.9, t=t) == pytest.approx(2.5)


@pytest.mark.parametrize(("b2", "t"), [(0.999, 10), (0.995, 2)])
def test_uncorrected_adam_step_by_stepping(b2: float, t: int) -> None:
    weight = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([weight], lr=1.0, betas=(0.9, b2), eps=0)
    m = v = before = 0.0
    for _ in range(t):
        before = weight.item()
        weight.grad = torch.full_like(weight, 3.0)
        optimizer.step()
        m, v = 0.9 * m + 0.1 * 3.0, b2 * v + (1 - b2) * 9.0
    assert numeric("q20-adam-uncorrected", b2=b2, t=t) == pytest.approx(m / math.sqrt(v) / (before - weight.item()))


def test_adam_step_after_a_long_silence() -> None:
    """The embedding of a rare token moves by about three times the learning rate."""
    weight = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([weight], lr=1.0, eps=1e-12)
    for gradient in [1.0] + [0.0] * 10_000 + [1.0]:
        before = weight.item()
        weight.grad = torch.full_like(weight, gradient)
        optimizer.step()
    assert before - weight.item() == pytest.approx(3.2, abs=0.1)


def test_adamw_update_by_the_optimizer() -> None:
    weight = torch.tensor([0.7], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.AdamW([weight], lr=0.02, eps=1e-3, weight_decay=0.3)
    for gradient in (0.5, -0.2):
        before = weight.item()
        weight.grad = torch.full_like(weight, gradient)
        optimizer.step()
    state = optimizer.state[weight]
    m, v = state["exp_avg"].item() / (1 - 0.9**2), state["exp_avg_sq"].item() / (1 - 0.999**2)
    assert formula("q20-adamw-update", w=before, eta=0.02, lam=0.3, m=m, v=v, eps=1e-3) == pytest.approx(weight.item())


@pytest.mark.parametrize(("eta", "lam"), [(0.001, 0.1), (0.0003, 0.05)])
def test_memory_of_the_weights_by_stepping(eta: float, lam: float) -> None:
    weight, steps = 1.0, 0
    while weight > 1 / math.e:
        weight *= 1 - eta * lam
        steps += 1
    assert numeric("q20-adamw-memory", eta=eta, lam=lam) == pytest.approx(steps, rel=1e-3)


def test_weights_settle_by_simulation() -> None:
    generator = torch.Generator().manual_seed(0)
    eta, lam = 0.01, 0.2
    weights = torch.zeros(20_000)
    for _ in range(4000):
        weights = (1 - eta * lam) * weights - eta * torch.randn(20_000, generator=generator)
    rms = weights.square().mean().sqrt().item()
    assert numeric("q20-adamw-equilibrium", eta=eta, lam=lam) == pytest.approx(rms, rel=0.02)


@pytest.mark.parametrize("s", [0.1, 0.5])
def test_newton_schulz_on_a_matrix(s: float) -> None:
    left, _ = torch.linalg.qr(torch.randn(4, 4, generator=torch.Generator().manual_seed(1), dtype=torch.float64))
    right, _ = torch.linalg.qr(torch.randn(4, 4, generator=torch.Generator().manual_seed(2), dtype=torch.float64))
    x = left @ torch.diag(torch.tensor([s, 0.9, 0.5, 0.3], dtype=torch.float64)) @ right
    gram = x @ x.T
    after = 3.4445 * x - 4.775 * gram @ x + 2.0315 * gram @ gram @ x
    assert numeric("q20-muon-step", s=s) == pytest.approx((left.T @ after @ right.T)[0, 0].item())


def test_five_newton_schulz_steps_do_not_reach_one() -> None:
    values = np.linspace(0.002, 1, 2000)
    for _ in range(5):
        values = 3.4445 * values - 4.775 * values**3 + 2.0315 * values**5
    assert 0.67 < values.min() < 0.75
    assert 1.1 < values.max() < 1.21


@pytest.mark.parametrize(("m", "n"), [(64, 8), (300, 20)])
def test_rms_of_an_orthogonal_update(m: int, n: int) -> None:
    update, _ = torch.linalg.qr(torch.randn(m, n, generator=torch.Generator().manual_seed(3), dtype=torch.float64))
    assert formula("q20-muon-rms", m=m, n=n) == pytest.approx(update.square().mean().sqrt().item())


def test_shampoo_without_memory_is_orthogonal() -> None:
    gradient = torch.randn(5, 5, generator=torch.Generator().manual_seed(4), dtype=torch.float64)

    def power(matrix: Tensor, exponent: float) -> Tensor:
        values, vectors = torch.linalg.eigh(matrix)
        return torch.einsum("ik,k,jk->ij", vectors, values.pow(exponent), vectors)

    update = power(gradient @ gradient.T, -0.25) @ gradient @ power(gradient.T @ gradient, -0.25)
    assert torch.allclose(update @ update.T, torch.eye(5, dtype=torch.float64), atol=1e-6)


@pytest.mark.parametrize(("m", "n"), [(1024, 8192), (4096, 16384)])
def test_size_of_the_shampoo_factors(m: int, n: int) -> None:
    gradient = torch.empty(m, n, device="meta")
    factors = [gradient @ gradient.T, gradient.T @ gradient]
    expected = sum(factor.numel() for factor in factors) / gradient.numel()
    assert numeric("q20-shampoo-memory", m=m, n=n) == pytest.approx(expected)


def test_noise_scale_from_two_batch_sizes_on_a_known_gradient() -> None:
    """Norms are made from a true gradient and a trace, which the answer must give back."""
    big, small, squared_norm, trace = 1024, 64, 0.25, 40.0
    at = {size: squared_norm + trace / size for size in (small, big)}
    answer = numeric("q20-noise-scale-estimate", Bs=small, Bb=big, Gs=at[small], Gb=at[big])
    assert answer == pytest.approx(trace / squared_norm)


def test_progress_of_a_noisy_step_by_minimizing() -> None:
    """Loss |w|^2/2: the expected gain of the best rate with noise of trace T/B, relative to the gain without noise."""
    squared_norm, trace, batch = 2.0, 3.0, 5.0
    rates = np.linspace(0, 2, 20001)
    gain = rates * squared_norm - rates**2 / 2 * (squared_norm + trace / batch)
    noiseless = rates * squared_norm - rates**2 / 2 * squared_norm
    share = gain.max() / noiseless.max()
    assert formula("q20-batch-progress", B=batch, B_n=trace / squared_norm) == pytest.approx(share, rel=1e-6)


@pytest.mark.parametrize(("S", "B"), [(10000, 0.5), (20000, 8)])
def test_steps_satisfy_the_trade_off(S: int, B: float) -> None:
    steps = numeric("q20-batch-steps", S=S, B=B)
    examples, fewest_examples = steps * B, 2.0 * S
    assert (steps / S - 1) * (examples / fewest_examples - 1) == pytest.approx(1)


@pytest.mark.parametrize("d", [2048, 8192])
def test_a_mup_step_moves_the_output_as_much_at_any_width(d: int) -> None:
    """A sign update that is aligned with the input, at the base width and at width d."""

    def change(width: int, rate: float) -> float:
        inputs = torch.ones(width, dtype=torch.float64)
        return (rate * torch.sign(inputs) @ inputs).item()

    rate = numeric("q20-mup-rate", d0=256, eta=0.004, d=d)
    assert change(d, rate) == pytest.approx(change(256, 0.004))


# --- stability and failures


@pytest.mark.parametrize("limit", [0.5, 100.0])
def test_clipping_by_torch(limit: float) -> None:
    weights = [torch.zeros(3, requires_grad=True), torch.zeros(2, requires_grad=True)]
    weights[0].grad, weights[1].grad = torch.tensor([1.0, -2.0, 2.0]), torch.tensor([4.0, 0.0])
    torch.nn.utils.clip_grad_norm_(weights, limit)
    assert formula("q20-clip-factor", c=limit, g=5.0) == pytest.approx(weights[1].grad[0].item() / 4, rel=1e-5)


def test_log_of_a_diverging_run_shows_logits_first() -> None:
    """The log in the scenario: logits grow by 1.45 per 200 steps while the loss still stands still."""
    prompt = packaged().items["q20-diverged-explain"].prompt
    rows = [line.replace(",", "").split() for line in prompt.splitlines() if re.match(r"\s*4\d,", line)]
    steps, losses, _norms, logits = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    assert logits == pytest.approx(38 * 1.45 ** ((steps - 40_000) / 200), rel=0.01)
    doubled = logits < 2.2 * logits[0]
    assert np.all(losses[doubled] == losses[0])
    assert losses[-1] > 3 * losses[0]


def test_extrapolated_loss_by_fitting_a_line() -> None:
    E, a, b = 1.7, 2.6, 2.2
    slope, offset = np.polyfit([10, 11], np.log10([a - E, b - E]), 1)
    assert numeric("q20-loss-extrapolated", E=E, a=a, b=b) == pytest.approx(E + 10 ** (12 * slope + offset))


@pytest.mark.parametrize(("w", "x", "label"), [(0.5, 2.0, 1.0), (-1.0, 0.7, 0.0)])
def test_logistic_curvature_by_autograd(w: float, x: float, label: float) -> None:
    weight = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    loss = F.binary_cross_entropy_with_logits(weight * x, torch.tensor(label, dtype=torch.float64))
    (first,) = torch.autograd.grad(loss, weight, create_graph=True)
    (second,) = torch.autograd.grad(first, weight)
    assert formula("q20-logistic-curvature", p=torch.sigmoid(weight * x).item(), x=x) == pytest.approx(second.item())


def share_lost(write: float, interval: float, between_failures: float) -> float:
    """Writing, and the work since the last checkpoint at failures spread evenly over an interval."""
    repeated = float(np.linspace(0, interval, 10001).mean())
    return write / interval + repeated / between_failures


def test_lost_share_by_averaging_over_failures() -> None:
    assert formula("q20-lost-share", delta=30, tau=900, M=10800) == pytest.approx(share_lost(30, 900, 10800))


@pytest.mark.parametrize(("d", "h"), [(60, 3), (20, 8)])
def test_best_checkpoint_interval_by_search(d: float, h: float) -> None:
    intervals = np.arange(60, 8000, 5.0)
    best = min(intervals, key=lambda interval: share_lost(d, interval, h * 3600))
    assert numeric("q20-checkpoint-interval", d=d, h=h) == pytest.approx(best, rel=0.01)


def test_interruptions_of_llama_3() -> None:
    hours_between = 54 * 24 / 419
    assert hours_between == pytest.approx(3.1, abs=0.05)


# --- communication


def ring_bytes(ranks: int, size: float, phases: int) -> float:
    """What rank 0 sends: in every phase one chunk in each of n - 1 rounds."""
    chunk = Fraction(int(size), ranks)
    return float(sum(chunk for _phase in range(phases) for _round in range(ranks - 1)))


@pytest.mark.parametrize(("n", "P"), [(8, 7), (64, 3)])
def test_traffic_of_full_sharding_by_collectives(n: int, P: int) -> None:
    buffer = P * 10**9 * torch.bfloat16.itemsize
    phases = len(["gather before forward", "gather before backward", "scatter gradients"])
    assert numeric("q20-fsdp-traffic", n=n, P=P) == pytest.approx(ring_bytes(n, buffer, phases))


@pytest.mark.parametrize(("n", "S"), [(8, 1), (64, 1000)])
def test_time_of_a_ring_by_its_rounds(n: int, S: int) -> None:
    clock = 0.0
    for _round in range(2 * (n - 1)):
        clock += 5e-6 + S * 1e6 / n / 450e9
    assert numeric("q20-ring-time", n=n, S=S) == pytest.approx(clock * 1e6)


def test_bus_bandwidth_is_what_a_link_carries() -> None:
    sent = ring_bytes(8, 2e9, phases=2)
    assert numeric("q20-bus-bandwidth", S=2, n=8, t=10) == pytest.approx(sent / 10e-3 / 1e9)


@pytest.mark.parametrize(("h", "t", "s"), [(4096, 4, 4096), (8192, 8, 8192)])
def test_traffic_of_a_tensor_parallel_layer(h: int, t: int, s: int) -> None:
    buffer = torch.empty(1, s, h, dtype=torch.bfloat16, device="meta").nbytes
    reduces = ["attention forward", "MLP forward", "attention backward", "MLP backward"]
    assert numeric("q20-tp-bytes", h=h, t=t, s=s) == pytest.approx(sum(ring_bytes(t, buffer, 2) for _ in reduces))


def test_a_column_split_then_a_row_split_needs_one_sum() -> None:
    generator = torch.Generator().manual_seed(5)
    x, first, second = (
        torch.randn(*shape, generator=generator, dtype=torch.float64) for shape in [(3, 4), (4, 8), (8, 4)]
    )
    parts = [F.gelu(x @ first[:, half]) @ second[half] for half in (slice(0, 4), slice(4, 8))]
    assert torch.allclose(torch.stack(parts).sum(0), F.gelu(x @ first) @ second)


def idle_share(stages: int, micro_batches: int) -> Fraction:
    """Of one stage in a pipeline of forward slots."""
    slots = stages + micro_batches - 1
    return Fraction(slots - micro_batches, slots)


@pytest.mark.parametrize(("p", "f"), [(16, 5), (4, 20), (8, 10)])
def test_micro_batches_for_a_small_bubble_by_trying(p: int, f: int) -> None:
    enough = smallest(lambda count: idle_share(p, count) <= Fraction(f, 100))
    assert numeric("q20-pipeline-micro-batches", p=p, f=f) == enough


def test_chunks_that_balance_a_causal_mask() -> None:
    """Chunk c attends to c whole chunks and half of itself."""
    work = {chunk: chunk + 0.5 for chunk in range(8)}
    assert {work[rank] + work[7 - rank] for rank in range(4)} == {8.0}
    assert work[1] + work[6] == 8.0


@pytest.mark.parametrize(("F_", "W"), [(400, 50), (989, 450)])
def test_block_length_where_transfer_and_compute_take_equal_time(F_: int, W: int) -> None:
    length, channels = numeric("q20-cp-block-length", F=F_, W=W), 128
    products = 2 * (2 * length * length * channels)
    keys_and_values = 2 * length * channels * torch.bfloat16.itemsize
    assert products / (F_ * 1e12) == pytest.approx(keys_and_values / (W * 1e9))


@pytest.mark.parametrize(("intensity", "peak", "width"), [(2.0, 100.0, 3.0), (80.0, 100.0, 3.0)])
def test_roofline_by_the_slower_of_two_clocks(intensity: float, peak: float, width: float) -> None:
    flops = 1000.0
    seconds = max(flops / peak, flops / intensity / width)
    assert formula("q20-roofline-formula", I=intensity, P=peak, W=width) == pytest.approx(flops / seconds)


@pytest.mark.parametrize(("F_", "W"), [(989, 3.35), (312, 2.0)])
def test_ridge_of_a_square_product(F_: float, W: float) -> None:
    side = numeric("q20-roofline-ridge", F=F_, W=W)
    compute, memory = 2 * side**3 / (F_ * 1e12), 3 * side**2 * 2 / (W * 1e12)
    assert compute == pytest.approx(memory)
    ridge_of_an_h100 = 989e12 / 3.35e12
    assert ridge_of_an_h100 == pytest.approx(295, abs=0.5)


def test_states_of_a_70b_model_need_fourteen_gpus() -> None:
    assert smallest(lambda gpus: gpus * 80 >= 16 * 70) == 14


# --- backward passes


def flops_of(products: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> int:
    """Twice the multiply-adds of products of the given shapes, with the result's shape from torch."""
    total = 0
    for left, right in products:
        result = torch.empty(left, device="meta") @ torch.empty(right, device="meta")
        total += 2 * result.numel() * left[-1]
    return total


def test_backward_of_a_linear_layer_by_its_products() -> None:
    m, k, n = 1024, 4096, 2048
    products = [((m, n), (n, k)), ((k, m), (m, n))]
    assert numeric("q20-linear-flops", m=m, k=k, n=n) == flops_of(products)


def test_backward_of_attention_by_its_products() -> None:
    h, d, T = 16, 64, 2048
    by_channels, by_tokens = ((T, d), (d, T)), ((T, T), (T, d))
    products = {"scores": by_channels, "dP": by_channels, "dV": by_tokens, "dQ": by_tokens, "dK": by_tokens}
    assert numeric("q20-attention-flops", h=h, d=d, T=T) == h * flops_of(list(products.values()))


def double(*values: float) -> Tensor:
    return torch.tensor(values, dtype=torch.float64, requires_grad=True)


def test_softmax_backward_by_autograd() -> None:
    z, upstream = double(0.3, -1.2, 2.0), torch.tensor([1.5, -0.4, 0.8], dtype=torch.float64)
    p = torch.softmax(z, 0)
    (expected,) = torch.autograd.grad((p * upstream).sum(), z)
    inner = (p * upstream).sum().item()
    for entry in range(3):
        answer = formula("q20-softmax-vjp", p=p[entry].item(), g=upstream[entry].item(), s=inner)
        assert answer == pytest.approx(expected[entry].item())


@pytest.mark.parametrize(("a", "b"), [(2, 1), (-1, 3)])
def test_cross_entropy_gradient_by_autograd(a: float, b: float) -> None:
    z = double(a, b, 0.0)
    (gradient,) = torch.autograd.grad(F.cross_entropy(z, torch.tensor(0)), z)
    assert numeric("q20-ce-gradient", a=a, b=b) == pytest.approx(gradient[0].item())


@pytest.mark.parametrize("s", [0.1, 0.3])
def test_smoothed_gradient_by_autograd(s: float) -> None:
    z = double(0.2, 1.0, -0.5, 0.1)
    (gradient,) = torch.autograd.grad(F.cross_entropy(z, torch.tensor(1), label_smoothing=s), z)
    p = torch.softmax(z, 0)[1].item()
    assert formula("q20-ce-smoothed", p=p, s=s, K=4) == pytest.approx(gradient[1].item())


def test_z_loss_gradient_by_autograd() -> None:
    z = double(0.2, 1.0, -0.5)
    log_z = torch.logsumexp(z, 0)
    (gradient,) = torch.autograd.grad(0.01 * log_z**2, z, retain_graph=True)
    answer = formula("q20-zloss-gradient", lam=0.01, L=log_z.item(), p=torch.softmax(z, 0)[2].item())
    assert answer == pytest.approx(gradient[2].item())


def test_detached_normalizer_leaves_minus_y() -> None:
    z = double(0.2, 1.0, -0.5)
    (gradient,) = torch.autograd.grad(torch.logsumexp(z, 0).detach() - z[1], z)
    assert gradient.tolist() == [0, -1, 0]


@pytest.mark.parametrize(("a", "b"), [(3, 4), (1, 2)])
def test_rms_norm_backward_by_autograd(a: float, b: float) -> None:
    x = double(a, b)
    (gradient,) = torch.autograd.grad((x / x.square().mean().sqrt())[0], x)
    assert numeric("q20-rmsnorm-backward", a=a, b=b) == pytest.approx(gradient[0].item())


def test_layer_norm_backward_by_autograd() -> None:
    x, upstream = double(0.5, -1.0, 2.0, 0.3), torch.tensor([1.0, -0.5, 0.2, 2.0], dtype=torch.float64)
    gain = torch.tensor([0.5, 1.0, 2.0, -1.0], dtype=torch.float64)
    (expected,) = torch.autograd.grad((F.layer_norm(x, (4,), gain, eps=0) * upstream).sum(), x)
    g, sigma = gain * upstream, x.detach().std(correction=0)
    xhat = (x.detach() - x.detach().mean()) / sigma
    answer = formula(
        "q20-layernorm-backward",
        g=g[2].item(),
        gbar=g.mean().item(),
        xhat=xhat[2].item(),
        m=(g * xhat).mean().item(),
        sigma=sigma.item(),
    )
    assert answer == pytest.approx(expected[2].item())
    assert expected.sum().item() == pytest.approx(0, abs=1e-12)
    assert (expected * x.detach()).sum().item() == pytest.approx(0, abs=1e-12)


def test_attention_score_gradient_by_autograd() -> None:
    generator = torch.Generator().manual_seed(6)
    scores, values, upstream = (
        torch.randn(*shape, generator=generator, dtype=torch.float64) for shape in [(2, 3), (3, 4), (2, 4)]
    )
    scores.requires_grad_()
    weights = torch.softmax(scores, 1)
    output = weights @ values
    (expected,) = torch.autograd.grad((output * upstream).sum(), scores)
    of_weights, row = upstream @ values.T, (output * upstream).sum(1)
    answer = formula("q20-attention-ds", p=weights[1, 2].item(), a=of_weights[1, 2].item(), D=row[1].item())
    assert answer == pytest.approx(expected[1, 2].item())


def test_best_step_of_a_central_difference() -> None:
    """Of the steps offered, 1e-5 has the smallest error."""

    def error(step: float) -> float:
        return abs((math.exp(1 + step) - math.exp(1 - step)) / (2 * step) - math.e)

    assert min([1e-16, 1e-8, 1e-5, 1e-1], key=error) == 1e-5
