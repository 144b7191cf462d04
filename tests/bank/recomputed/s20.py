"""Section 20."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import torch
from torch.utils.flop_counter import FlopCounterMode

from tests.bank.recomputing import (
    cross_entropy,
    crossing,
    lowest,
    nbytes,
    numel,
    recomputes,
    slope,
    smallest,
)


@recomputes("q20-allreduce-bytes")
def sent_around_a_ring(n: int, P: int) -> float:
    """The pieces that rank 0 hands on: sums while they travel once around, then finished pieces."""
    piece = Fraction(nbytes(torch.bfloat16, P * 10**9), n)
    summed = {rank: {rank} for rank in range(n)}
    rounds = 0
    while any(len(parts) < n for parts in summed.values()):
        summed = {rank: summed[(rank - 1) % n] | {rank} for rank in range(n)}
        rounds += 1
    holders = {0}
    while len(holders) < n:
        holders |= {(rank + 1) % n for rank in holders}
        rounds += 1
    return float(rounds * piece)


@recomputes("q20-attention-activation-crossover")
def length_where_scores_dominate(k: int) -> float:
    heads = 8
    return smallest(lambda s: Fraction(5 * heads * s, k * heads) >= 34)


@recomputes("q20-ema-half-life")
def steps_to_one_half(a: float) -> float:
    weight, steps = 1.0, 0
    while weight > 0.5:
        weight *= a
        steps += 1
    return steps


@recomputes("q20-lost-update")
def largest_lost_update(m: int) -> float:
    """Rounded to whole units of the last place, ties to even, in exact arithmetic."""
    finest = 2 ** (m + 6)
    lost = [step for step in range(1, finest) if round(Fraction(finest + step, finest) * 2**m) == 2**m]
    return max(lost) / finest


@recomputes("q20-mfu")
def share_of_the_peak(n: int, k: int, G: int) -> float:
    return float(Fraction(k * 1000 * 6 * n * 10**9, G * 989 * 10**12))


@recomputes("q20-train-memory")
def states_of_mixed_precision(P: float) -> float:
    kept = [torch.bfloat16, torch.bfloat16, torch.float32, torch.float32, torch.float32]
    return sum(nbytes(dtype, int(P * 10**9)) for dtype in kept)


@recomputes("q20-zero3-gpus")
def gpus_for_the_states(P: int, f: int) -> float:
    room = 80 * 10**9 * Fraction(100 - f, 100)
    return smallest(lambda gpus: gpus * room >= 16 * P * 10**9)


@recomputes("q20-linear-flops")
def flops_of_both_gradients(m: int, k: int, n: int) -> float:
    with FlopCounterMode(display=False) as counter:
        rows = torch.empty(m, k, device="meta", requires_grad=True)
        outputs = torch.nn.Linear(k, n, bias=False, device="meta")(rows)
        forward = counter.get_total_flops()
        outputs.sum().backward()
    return float(counter.get_total_flops() - forward)


@recomputes("q20-ce-gradient")
def gradient_of_the_first_logit(a: float, b: float) -> float:
    return slope(lambda logit: cross_entropy([logit, b, 0], 0), a)


@recomputes("q20-rmsnorm-backward")
def gradient_through_rmsnorm(a: float, b: float) -> float:
    x = torch.tensor([a, b], dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(torch.nn.functional.rms_norm(x, (2,), eps=0.0)[0], x)
    return float(gradient[0])


@recomputes("q20-attention-flops")
def flops_of_flash_backward(h: int, d: int, T: int) -> float:
    """Each product of the backward pass as (rows, inner, columns)."""
    scores = d_weights = (T, d, T)
    d_values = d_queries = d_keys = (T, T, d)
    products = [scores, d_weights, d_values, d_queries, d_keys]
    return sum(2 * numel(*product) for product in products for _ in range(h))


@recomputes("q20-fsdp-traffic")
def bytes_sent_by_a_rank(n: int, P: int) -> float:
    """Weights are gathered for the forward and for the backward pass, gradients scattered once."""
    piece = Fraction(nbytes(torch.bfloat16, P * 10**9), n)
    rounds = [step for collective in ("gather", "gather again", "scatter") for step in range(1, n)]
    return float(sum(piece for _ in rounds))


@recomputes("q20-ring-time")
def microseconds_around_the_ring(n: int, S: int) -> float:
    message = 5 + S * 1e6 / n / 450e9 * 1e6
    return sum(message for phase in ("scatter", "gather") for _ in range(n - 1))


@recomputes("q20-bus-bandwidth")
def bandwidth_of_a_link(S: int, n: int, t: int) -> float:
    """What a rank sends around a ring, over the time."""
    sent = sum(Fraction(S, n) for phase in ("scatter", "gather") for _ in range(n - 1))
    return float(sent / Fraction(t, 1000))


@recomputes("q20-tp-bytes")
def bytes_of_a_parallel_layer(h: int, t: int, s: int) -> float:
    piece = Fraction(nbytes(torch.bfloat16, s, h), t)
    reduced = [(part, way) for part in ("attention", "mlp") for way in ("forward", "backward")]
    return float(sum(2 * (t - 1) * piece for _ in reduced))


@recomputes("q20-pipeline-micro-batches")
def micro_batches_for_a_small_bubble(p: int, f: int) -> float:
    def idle(count: int) -> Fraction:
        slots = p + count - 1
        return 1 - Fraction(count, slots)

    return smallest(lambda count: idle(count) <= Fraction(f, 100))


@recomputes("q20-cp-block-length")
def block_that_hides_its_transfer(F: int, W: int) -> float:
    """For one head of 128 channels: two products over a block of queries, keys and values on the link."""

    def spare(length: float) -> float:
        computing = 2 * 2 * length * length * 128 / (F * 1e12)
        sending = 2 * length * 128 * 2 / (W * 1e9)
        return computing / sending - 1

    return crossing(spare, 1, 1e7)


@recomputes("q20-roofline-ridge")
def side_of_a_busy_product(F: float, W: float) -> float:
    def spare(side: float) -> float:
        return (2 * side**3 / (F * 1e12)) / (3 * side**2 * 2 / (W * 1e12)) - 1

    return crossing(spare, 1, 1e6)


@recomputes("q20-inference-weights")
def bytes_of_served_weights(P: int) -> float:
    return nbytes(torch.bfloat16, P, 10**9)


@recomputes("q20-checkpoint-segments")
def segments_with_the_lowest_peak(L: int) -> float:
    return min((s for s in range(1, L + 1) if L % s == 0), key=lambda segments: segments + L // segments)


@recomputes("q20-momentum-step")
def last_step_of_sgd(eta: float, b: float) -> float:
    weight = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=eta, momentum=b)
    weight.grad = torch.ones_like(weight)
    for _ in range(2000):
        before = weight.detach().clone()
        optimizer.step()
    return float((weight.detach() - before).abs())


def slowest_factor(eta: float, beta: float, curvatures: tuple[float, float]) -> float:
    """The largest root, over both ends of the spectrum, of z^2 - (1 + beta - eta h) z + beta."""

    def largest_root(half_sum: float) -> float:
        apart = half_sum**2 - beta
        return abs(half_sum) + math.sqrt(apart) if apart > 0 else math.sqrt(beta)

    return max(largest_root((1 + beta - eta * h) / 2) for h in curvatures)


@recomputes("q20-momentum-contraction")
def best_heavy_ball(k: int) -> float:
    """Both ends of the spectrum are equally slow at the middle of the allowed steps."""

    def best_factor(beta: float) -> float:
        eta = lowest(lambda step: slowest_factor(step, beta, (1, k)), 0, 4 / k)
        return slowest_factor(eta, beta, (1, k))

    return best_factor(lowest(best_factor, 0, 1))


@recomputes("q20-adam-uncorrected")
def step_without_correction(b2: float, t: int) -> float:
    m = v = 0.0
    for _ in range(t):
        m, v = 0.9 * m + 0.1, b2 * v + (1 - b2)
    return m / math.sqrt(v)


@recomputes("q20-adamw-memory")
def steps_of_decay(eta: float, lam: float) -> float:
    return -1 / math.log1p(-eta * lam)


@recomputes("q20-adamw-equilibrium")
def settled_size(eta: float, lam: float) -> float:
    return math.sqrt(crossing(lambda square: square - ((1 - eta * lam) ** 2 * square + eta**2), 0, 10))


@recomputes("q20-muon-step")
def singular_value_after_an_iteration(s: float) -> float:
    turn = torch.linalg.qr(torch.tensor([[1.0, 2, 0], [0, 1, 3], [2, 0, 1]], dtype=torch.float64))[0]
    x = s * turn
    square = x @ x.T
    x = 3.4445 * x - 4.7750 * square @ x + 2.0315 * square @ square @ x
    return float(torch.linalg.svdvals(x)[0])


@recomputes("q20-shampoo-memory")
def factors_over_matrix(m: int, n: int) -> float:
    return (numel(m, m) + numel(n, n)) / numel(m, n)


@recomputes("q20-noise-scale-estimate")
def simple_noise_scale(Bs: int, Bb: int, Gs: float, Gb: float) -> float:
    squared_norm, trace = np.linalg.solve([[1, 1 / Bs], [1, 1 / Bb]], [Gs, Gb])
    return float(trace / squared_norm)


@recomputes("q20-batch-steps")
def steps_at_a_smaller_batch(S: int, B: float) -> float:
    """(steps / fewest - 1) (tokens / fewest - 1) = 1, where the critical batch is fewest tokens over fewest steps."""
    fewest_tokens = 2 * S
    return crossing(lambda steps: (steps / S - 1) * (steps * B / fewest_tokens - 1) - 1, max(S, 2 * S / B), 1e9)


@recomputes("q20-mup-rate")
def rate_at_the_wide_model(d0: int, eta: float, d: int) -> float:
    """An update moves an output by as much as before: rate times inputs stays."""
    return crossing(lambda rate: rate * d - eta * d0, 0, 1)


@recomputes("q20-largest-scale")
def largest_safe_scale(g: float) -> float:
    scales = (2.0**power for power in range(40))
    return max(scale for scale in scales if torch.tensor(g * scale).half().isfinite())


@recomputes("q20-effective-batch")
def accumulated_micro_batches(G: int, t: int, b: int) -> float:
    ranks = len(range(0, G, t))
    return smallest(lambda count: count * ranks * b >= 1024)


@recomputes("q20-loss-extrapolated")
def predicted_loss(E: float, a: float, b: float) -> float:
    """A line in the logarithms."""
    line = np.polyfit([1, 2], np.log([a - E, b - E]), 1)
    return E + math.exp(np.polyval(line, 3))


@recomputes("q20-edge-adam")
def curvature_at_the_edge(b: float, eta: float) -> float:
    def growth(curvature: float) -> float:
        step = np.array([[b, (1 - b) * curvature], [-eta * b, 1 - eta * (1 - b) * curvature]])
        return float(np.abs(np.linalg.eigvals(step)).max()) - 1 - 1e-13

    return crossing(growth, 1, 1e6)


@recomputes("q20-checkpoint-interval")
def interval_with_the_least_loss(d: int, h: int) -> float:
    """A checkpoint costs its pause, a failure on average half an interval."""
    return lowest(lambda interval: d / interval + interval / 2 / (h * 3600), 1, 1e5)
