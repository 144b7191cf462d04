"""Identities that tie pages together: what one page computes follows from another, so that none can be wrong alone."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from reference_impls.alignment.grpo_loss.reference import grpo_loss
from reference_impls.alignment.k3_kl.reference import k3_kl
from reference_impls.alignment.ppo_loss.reference import ppo_loss
from reference_impls.conditioning.joint_attention.reference import joint_attention
from reference_impls.diffusion.ddim_step.reference import ddim_step
from reference_impls.diffusion.ddpm_posterior.reference import posterior
from reference_impls.diffusion.ddpm_step.reference import ddpm_step
from reference_impls.diffusion.energy_score.reference import score_from_energy
from reference_impls.diffusion.flow_eps_to_velocity.reference import velocity_from_eps
from reference_impls.diffusion.forward_diffuse.reference import q_sample
from reference_impls.diffusion.mean_flow_target.reference import mean_flow_target
from reference_impls.diffusion.reflow_pairs.reference import reflow_pairs
from reference_impls.diffusion.tweedie_x0.reference import predict_x0
from reference_impls.diffusion.v_prediction.reference import from_v, to_v
from reference_impls.diffusion.ve_marginal.reference import ve_marginal
from reference_impls.diffusion.vp_marginal.reference import vp_marginal
from reference_impls.fundamentals.batch_norm.reference import batch_norm
from reference_impls.fundamentals.batch_norm_backward.reference import batch_norm_backward
from reference_impls.fundamentals.cross_entropy.reference import cross_entropy
from reference_impls.fundamentals.kl_divergence.reference import kl_divergence
from reference_impls.fundamentals.layer_norm.reference import layer_norm
from reference_impls.fundamentals.layer_norm_backward.reference import layer_norm_backward
from reference_impls.fundamentals.mlp_backward.reference import mlp_backward
from reference_impls.fundamentals.relu.reference import relu
from reference_impls.fundamentals.rms_norm.reference import rms_norm
from reference_impls.fundamentals.rms_norm_backward.reference import rms_norm_backward
from reference_impls.fundamentals.softmax_cross_entropy_backward.reference import softmax_cross_entropy_backward
from reference_impls.llm.mixture_of_experts.reference import moe_forward
from reference_impls.llm.moe_capacity_dispatch.reference import moe_dispatch
from reference_impls.llm.moe_router.reference import moe_router
from reference_impls.sampling.cfg.reference import cfg_eps
from reference_impls.sampling.classifier_guidance.reference import classifier_guided_eps
from reference_impls.sampling.ddim_sample.reference import ddim_sample
from reference_impls.sampling.dpm_solver_2m_step.reference import dpmpp_2m_step
from reference_impls.sampling.edm_precondition.reference import edm_precondition
from reference_impls.sampling.euler_step.reference import euler_step
from reference_impls.sampling.flow_sample.reference import flow_sample
from reference_impls.sampling.pf_ode_step.reference import pf_ode_step
from reference_impls.sampling.sds_gradient.reference import sds_gradient
from reference_impls.self_supervision.momentum_update.reference import momentum_update
from reference_impls.serving.paged_kv_lookup.reference import gather_paged
from reference_impls.serving.prefix_cache_lookup.reference import PrefixCache
from reference_impls.training.ema.reference import EMA
from reference_impls.training.ring_all_reduce.reference import ring_all_reduce
from reference_impls.training.tensor_parallel_mlp.reference import tensor_parallel_mlp
from reference_impls.transformers.attention.reference import attention
from reference_impls.transformers.attention_backward.reference import attention_backward
from reference_impls.transformers.attention_merge.reference import merge_attention
from reference_impls.transformers.causal_attention.reference import causal_attention
from reference_impls.transformers.flash_attention.reference import flash_attention
from reference_impls.transformers.grouped_query_attention.reference import grouped_query_attention
from reference_impls.transformers.kv_cache_decode.reference import decode_step
from reference_impls.transformers.multi_head_latent_attention.reference import latent_attention
from reference_impls.transformers.online_softmax.reference import online_softmax_stats
from reference_impls.transformers.rope_1d.reference import rope_1d
from reference_impls.transformers.rope_2d.reference import rope_2d
from reference_impls.transformers.rope_3d.reference import rope_3d
from reference_impls.transformers.rope_half.reference import rope_half
from reference_impls.transformers.sliding_window_attention.reference import sliding_window_attention
from reference_impls.video.temporal_window_mask.reference import temporal_window_mask

SHAPE = (2, 4, 9, 6)  # batch, heads, tokens, width


@pytest.fixture(autouse=True)
def _same_draws() -> None:
    torch.manual_seed(0)


def draw(*shape: int) -> Tensor:
    return torch.randn(*shape, dtype=torch.float64)


def close(one: Tensor, other: Tensor) -> None:
    torch.testing.assert_close(one, other, rtol=1e-9, atol=1e-11)


# --- attention --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("block", [1, 4, 16])
def test_flash_attention_is_attention(block: int) -> None:
    q, k, v = draw(*SHAPE), draw(*SHAPE), draw(*SHAPE)
    close(flash_attention(q, k, v, block=block), attention(q, k, v)[0])
    close(flash_attention(q, k, v, block=block, causal=True), causal_attention(q, k, v))


def test_online_softmax_finds_maximum_and_sum_of_the_whole_row() -> None:
    scores = draw(3, 20)
    largest, total = online_softmax_stats(scores.split([7, 1, 12], dim=-1))
    close(torch.exp(scores - largest[..., None]) / total[..., None], scores.softmax(-1))


def test_decoding_with_a_cache_is_causal_attention() -> None:
    q, k, v = draw(*SHAPE), draw(*SHAPE), draw(*SHAPE)
    cache, parts = None, []
    for begin, end in [(0, 4), (4, 5), (5, 9)]:
        out, cache = decode_step(q[:, :, begin:end], k[:, :, begin:end], v[:, :, begin:end], cache)
        parts.append(out)
    close(torch.cat(parts, dim=2), causal_attention(q, k, v))


def test_grouped_queries_with_one_head_for_each_are_multi_head_attention() -> None:
    q, k, v = draw(*SHAPE), draw(*SHAPE), draw(*SHAPE)
    close(grouped_query_attention(q, k, v), attention(q, k, v)[0])


def test_grouped_queries_with_one_group_are_multi_query_attention() -> None:
    q, k, v = draw(*SHAPE), draw(2, 1, 9, 6), draw(2, 1, 9, 6)
    close(grouped_query_attention(q, k, v), attention(q, k.expand(SHAPE), v.expand(SHAPE))[0])


def test_scores_of_rotated_queries_and_keys_depend_on_distance_alone() -> None:
    q, k = draw(5, 8), draw(5, 8)
    close(rope_1d(q) @ rope_1d(k).T, rope_1d(q, offset=31) @ rope_1d(k, offset=31).T)


def test_half_split_rotation_keeps_the_scores_of_the_adjacent_layout() -> None:
    """The two layouts are one function up to a permutation of the channels, and no dot product sees that."""
    q, k = draw(5, 8), draw(5, 8)
    halves = torch.arange(8).unflatten(0, (-1, 2)).T.flatten()  # even channels, then odd ones
    close(rope_half(q[:, halves]) @ rope_half(k[:, halves]).T, rope_1d(q) @ rope_1d(k).T)


def test_scores_on_a_grid_depend_on_the_offsets_in_rows_and_columns_alone() -> None:
    """One query and one key everywhere on a grid: equal offsets, equal scores."""
    height, width = 3, 4
    q, k = (rope_2d(draw(8).expand(1, 12, 8), height, width)[0] for _ in range(2))
    scores = (q @ k.T).unflatten(1, (height, width)).unflatten(0, (height, width))
    close(scores[1:, 1:, 1:, 1:], scores[:-1, :-1, :-1, :-1])


def test_scores_in_a_video_depend_on_the_offsets_along_three_axes_alone() -> None:
    q, k = (rope_3d(draw(12).expand(1, 24, 12), 2, 3, 4, (2, 4, 6))[0] for _ in range(2))
    scores = (q @ k.T).unflatten(1, (2, 3, 4)).unflatten(0, (2, 3, 4))
    close(scores[1:, 1:, 1:, 1:, 1:, 1:], scores[:-1, :-1, :-1, :-1, :-1, :-1])


@pytest.mark.parametrize("sizes", [[9], [4, 5], [1, 2, 6]])
def test_merged_parts_of_attention_are_attention(sizes: list[int]) -> None:
    """Also their log-sum-exp, from maximum and sum of the online softmax."""
    q, k, v = draw(*SHAPE), draw(*SHAPE), draw(*SHAPE)
    blocks = (q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])).split(sizes, dim=-1)
    outs = torch.stack([attention(q, a, b)[0] for a, b in zip(k.split(sizes, 2), v.split(sizes, 2), strict=True)])
    out, lse = merge_attention(outs, torch.stack([block.logsumexp(-1) for block in blocks]))
    close(out, attention(q, k, v)[0])
    largest, total = online_softmax_stats(iter(blocks))
    close(lse, largest + total.log())


def test_a_window_of_the_whole_sequence_is_causal_attention() -> None:
    q, k, v = draw(*SHAPE), draw(*SHAPE), draw(*SHAPE)
    close(sliding_window_attention(q, k, v, SHAPE[2]), causal_attention(q, k, v))


@pytest.mark.parametrize("causal", [False, True])
def test_the_backward_pass_by_hand_is_autograd_of_the_forward_pages(causal: bool) -> None:
    q, k, v, dout = draw(*SHAPE), draw(*SHAPE), draw(*SHAPE), draw(*SHAPE)
    leaves = [tensor.clone().requires_grad_() for tensor in (q, k, v)]
    out = causal_attention(*leaves) if causal else attention(*leaves)[0]
    for got, want in zip(
        attention_backward(dout, q, k, v, causal), torch.autograd.grad(out, leaves, dout), strict=True
    ):
        close(got, want)


def test_latent_attention_is_its_uncompressed_form() -> None:
    """Keys and values by one matrix each, the product of the two projections."""
    x, w_q, down, w_uk, w_uv = draw(2, 9, 8), draw(8, 12), draw(8, 3), draw(3, 12), draw(3, 8)
    q, k, v = (part.unflatten(-1, (4, -1)).transpose(1, 2) for part in (x @ w_q, x @ (down @ w_uk), x @ (down @ w_uv)))
    close(latent_attention(x, w_q, down, w_uk, w_uv, 4)[0], causal_attention(q, k, v).transpose(1, 2).flatten(2))


def test_joint_attention_with_shared_weights_is_self_attention_of_the_joined_sequence() -> None:
    img, txt, w = draw(2, 5, 6), draw(2, 4, 6), draw(6, 18)
    q, k, v = (z.unflatten(-1, (3, -1)).transpose(1, 2) for z in (torch.cat((txt, img), 1) @ w).chunk(3, -1))
    joined = attention(q, k, v)[0].transpose(1, 2).flatten(2)
    img_out, txt_out = joint_attention(img, txt, w, w, 3)
    close(torch.cat((txt_out, img_out), 1), joined)


@pytest.mark.parametrize("k", [0, 2, 20])
def test_a_temporal_window_of_single_tokens_is_a_sliding_window(k: int) -> None:
    q, keys, v = draw(*SHAPE), draw(*SHAPE), draw(*SHAPE)
    mask = temporal_window_mask(SHAPE[2], 1, k)
    close(attention(q, keys, v, mask)[0], sliding_window_attention(q, keys, v, k + 1))


# --- diffusion --------------------------------------------------------------------------------------------------------


def test_ddim_at_eta_one_is_the_posterior_of_ddpm() -> None:
    """The means agree, and its noise has the posterior variance (1 - ᾱ_{t-1}) / (1 - ᾱ_t) β_t."""
    betas = torch.linspace(0.01, 0.2, 10, dtype=torch.float64)
    levels = (1 - betas).cumprod(0)
    x, eps, z, t = draw(50), draw(50), draw(50), 6
    mean = ddpm_step(x, eps, t, betas, None)
    close(ddim_step(x, eps, levels[t], levels[t - 1], eta=1.0), mean)
    deviation = ((1 - levels[t - 1]) / (1 - levels[t]) * betas[t]).sqrt()
    close(ddim_step(x, eps, levels[t], levels[t - 1], eta=1.0, z=z), mean + deviation * z)


def test_the_posterior_with_the_predicted_clean_data_is_the_step_of_ddpm() -> None:
    betas = torch.linspace(0.01, 0.2, 10, dtype=torch.float64)
    level = (1 - betas).cumprod(0)[6]
    x, eps, z = draw(50), draw(50), draw(50)
    mean, variance = posterior(predict_x0(x, eps, level), x, 6, betas)
    close(mean, ddpm_step(x, eps, 6, betas, None))
    close(mean + variance.sqrt() * z, ddim_step(x, eps, level, (1 - betas).cumprod(0)[5], eta=1.0, z=z))


def test_noise_per_signal_tells_the_two_marginals_apart_by_their_clock_alone() -> None:
    """A VP sample divided by its α is a VE sample of the level σ/α: both are clean data plus noise of that size."""
    t = torch.linspace(0.1, 1, 7, dtype=torch.float64)
    alpha, sigma = vp_marginal(t, 0.1, 3.0)
    one, std, _ = ve_marginal(torch.log1p((sigma / alpha) ** 2) / (2 * math.log(5.0)), 1.0, 5.0)
    close(one, torch.ones_like(t))
    close(std, sigma / alpha)


def test_the_sampler_of_ddim_is_its_step_repeated() -> None:
    levels = torch.linspace(0.999, 0.01, 13, dtype=torch.float64)
    start = draw(3, 4)

    def model(x: Tensor, t: Tensor) -> Tensor:
        return torch.tanh(x + t[:, None])

    x = start
    for t, t_next in [(12, 8), (8, 4), (4, 0)]:
        x = ddim_step(x, model(x, torch.full((3,), t)), levels[t], levels[t_next])
    close(ddim_sample(model, start, levels, steps=3), x)


def test_clean_image_noise_and_velocity_convert_into_each_other() -> None:
    x0, eps = draw(2, 3, 4, 4), draw(2, 3, 4, 4)
    level = torch.tensor([0.7], dtype=torch.float64)
    x_t = q_sample(x0, torch.zeros(2, dtype=torch.int64), eps, level)
    close(predict_x0(x_t, eps, 0.7), x0)
    clean, noise = from_v(x_t, to_v(x0, eps, 0.7), 0.7)
    close(clean, x0)
    close(noise, eps)


def test_the_velocity_of_a_flow_gives_data_and_noise() -> None:
    """x_t = (1-t) x0 + t x1 and v = x1 - x0: each end is x_t and v, weighted."""
    x0, x1, t = draw(5), draw(5), 0.3
    x_t, v = (1 - t) * x0 + t * x1, x1 - x0
    close(x_t - t * v, x0)
    close(x_t + (1 - t) * v, x1)


def test_the_sampler_of_a_flow_is_eulers_step_repeated() -> None:
    start, steps = draw(3, 2), 4

    def velocity(x: Tensor, t: float | Tensor) -> Tensor:
        time = torch.as_tensor(t, dtype=x.dtype).reshape(-1, 1)
        return torch.sin(x) + time

    x = start
    for i in range(steps):
        x = euler_step(velocity, x, i / steps, 1 / steps)
    close(flow_sample(velocity, start, steps), x)


def test_the_pairs_of_reflow_are_noise_and_its_sample() -> None:
    start = draw(3, 2)
    noise, sample = reflow_pairs(lambda x, t: torch.tanh(x + t[:, None]), start, 4)
    close(noise, start)
    close(sample, flow_sample(lambda x, t: torch.tanh(x + t[:, None]), start, 4))


def test_reverse_sde_and_probability_flow_agree_in_the_marginals_of_a_gaussian() -> None:
    """For dx = -x/2 β dt + √β dw and data N(0, s²), integrated backwards: variances, in closed form and by moments."""
    data_variance, beta, steps, end = 0.25, 1.0, 20_000, 3.0
    dt = end / steps

    def variance_at(t: float) -> float:
        return data_variance * math.exp(-beta * t) + 1 - math.exp(-beta * t)

    by_sde = by_flow = variance_at(end)
    for i in range(steps):
        t = end - i * dt
        # backwards: x <- x + β/2 x dt + w β s dt (+ √β dw), s = -x / variance: w = 1 for the SDE, 1/2 for the ODE
        sde, flow = (1 + (beta / 2 - weight * beta / variance_at(t)) * dt for weight in (1.0, 0.5))
        by_sde = by_sde * sde**2 + beta * dt
        by_flow = by_flow * flow**2
    assert by_sde == pytest.approx(data_variance, rel=1e-3)
    assert by_flow == pytest.approx(data_variance, rel=1e-3)


def test_the_first_order_step_of_dpm_solver_is_ddim() -> None:
    """A sample of level ᾱ, divided by √ᾱ, is clean data plus noise of deviation √(1/ᾱ - 1)."""
    x, eps, level, following = draw(3, 4), draw(3, 4), 0.3, 0.8
    sigma, sigma_next = ((1 / ab - 1) ** 0.5 for ab in (level, following))
    got = dpmpp_2m_step(x / level**0.5, predict_x0(x, eps, level), None, sigma, None, sigma_next)
    close(following**0.5 * got, ddim_step(x, eps, level, following))


def test_eulers_step_of_a_flow_is_ddim() -> None:
    """x_t = (1-t) ε + t x1, divided by its norm √(t² + (1-t)²), is a sample of level t² over the square of it."""
    x, eps, t, dt = draw(3, 4), draw(3, 4), 0.4, 0.25
    norm, norm_next = (math.hypot(s, 1 - s) for s in (t, t + dt))
    got = euler_step(lambda x, t: velocity_from_eps(x, eps, t), x, t, dt)
    close(got / norm_next, ddim_step(x / norm, eps, (t / norm) ** 2, ((t + dt) / norm_next) ** 2))


def test_the_probability_flow_of_a_rectified_flow_is_its_velocity() -> None:
    """On the clock τ = 1 - t, dx = -x/(1-τ) dτ + √(2τ/(1-τ)) dw has the path's marginals, and s = -ε/τ."""
    x, eps, t, dt = draw(3, 4), draw(3, 4), 0.4, 0.1
    got = pf_ode_step(
        x, 1 - t, dt, lambda x, s: -x / (1 - s), lambda s: math.sqrt(2 * s / (1 - s)), lambda x, s: -eps / s
    )
    close(got, euler_step(lambda x, t: velocity_from_eps(x, eps, t), x, t, dt))


def test_at_equal_times_the_target_of_mean_flow_is_that_of_a_rectified_flow() -> None:
    noise, data, t = draw(2, 3), draw(2, 3), torch.tensor([0.3, 0.8], dtype=torch.float64)
    x_t = (1 - t[:, None]) * noise + t[:, None] * data
    v = velocity_from_eps(x_t, noise, t)
    close(mean_flow_target(lambda x, r, t: torch.sin(x) * t[:, None], x_t, t, t, v), data - noise)


def test_guidance_by_the_energy_of_a_class_is_the_score_of_the_class() -> None:
    """Two unit Gaussians at level ᾱ: the posterior's gradient leads from the mixture's score to that of the class."""
    means, level, x = draw(2, 3), 0.6, draw(4, 3)
    y, noise = torch.tensor([0, 1, 1, 0]), math.sqrt(1 - level)

    def logits(x: Tensor) -> Tensor:
        return -(x[:, None] - math.sqrt(level) * means).square().sum(-1) / 2

    mixture = score_from_energy(lambda x: -logits(x).logsumexp(1), x)
    guided = classifier_guided_eps(-noise * mixture, x, y, logits, level)
    close(-guided / noise, score_from_energy(lambda x: -logits(x).gather(1, y[:, None])[:, 0], x))


def test_score_distillation_weighs_the_error_of_the_guided_noise() -> None:
    x, eps, c, t = draw(2, 3), draw(2, 3), draw(2, 3), torch.tensor([2, 0])
    levels = torch.tensor([0.9, 0.5, 0.2], dtype=torch.float64)

    def model(x: Tensor, t: Tensor, c: Tensor | None) -> Tensor:
        return x.sin() if c is None else (x + c).cos()

    guided = cfg_eps(model, q_sample(x, t, eps, levels), t, c, w=7.5)
    close(sds_gradient(model, x, t, eps, c, levels, w=7.5), (1 - levels[t])[:, None] * (guided - eps))


def test_the_skip_of_edm_is_tweedies_formula_with_the_best_linear_noise() -> None:
    """For Gaussian data the best noise prediction is σ x / (σ² + σ_d²); the clean data x - σ ε̂ is then c_skip x."""
    x, sigma, deviation = draw(5), torch.tensor(0.8, dtype=torch.float64), 0.5
    level = float(1 / (1 + sigma**2))  # x √ᾱ is a sample of DDPM
    noise = sigma * x / (sigma**2 + deviation**2)
    close(edm_precondition(sigma, deviation)[0] * x, predict_x0(x * level**0.5, noise, level))


# --- alignment --------------------------------------------------------------------------------------------------------


def test_grpo_without_penalty_on_equal_lengths_is_ppo() -> None:
    logp, old = -draw(4, 6).abs(), -draw(4, 6).abs()
    advantages = draw(4)
    mask = torch.ones(4, 6, dtype=torch.float64)
    loss = grpo_loss(logp, old, logp, advantages, mask, clip=0.2, beta=0.0)
    close(loss, ppo_loss(logp, old, advantages[:, None].expand(4, 6), clip=0.2))


def test_the_third_estimator_is_unbiased_for_the_divergence() -> None:
    """Summed over all outcomes with the policy's weights, it is KL(policy ‖ reference) itself."""
    policy, reference = draw(7).log_softmax(0), draw(7).log_softmax(0)
    close((policy.exp() * k3_kl(policy, reference)).sum(), kl_divergence(policy.exp(), reference.exp()))


@pytest.mark.parametrize("steps", [1, 3, 8])
def test_a_reflow_pair_ends_where_the_flow_sampler_does(steps: int) -> None:
    x0 = torch.randn(3, 2, 4, dtype=torch.float64)
    kept = x0.clone()
    noise, sample = reflow_pairs(lambda x, t: torch.sin(x + t.view(-1, 1, 1)), x0, steps)
    assert noise is x0
    assert torch.equal(x0, kept)
    torch.testing.assert_close(sample, flow_sample(lambda x, t: torch.sin(x + t.view(-1, 1, 1)), x0, steps))


# --- backward passes by hand are the gradients of the forward pages ---------------------------------------------------


def leaves(*shapes: tuple[int, ...]) -> list[Tensor]:
    """Random tensors that require a gradient."""
    return [torch.randn(shape, dtype=torch.float64, requires_grad=True) for shape in shapes]


def test_the_backward_pass_of_softmax_and_cross_entropy_is_the_gradient_of_cross_entropy() -> None:
    (logits,), targets = leaves((6, 4)), torch.tensor([0, 3, 1, 1, 2, 0])
    (want,) = torch.autograd.grad(cross_entropy(logits, targets), logits)
    torch.testing.assert_close(softmax_cross_entropy_backward(logits.detach(), targets), want)


def test_the_backward_pass_of_layer_norm_is_the_gradient_of_layer_norm() -> None:
    x, gamma, beta = leaves((2, 3, 7), (7,), (7,))
    dout = torch.randn(2, 3, 7, dtype=torch.float64)
    want = torch.autograd.grad(layer_norm(x, gamma, beta, 0.1), (x, gamma, beta), dout)
    torch.testing.assert_close(layer_norm_backward(dout, x.detach(), gamma.detach(), 0.1), want)


def test_the_backward_pass_of_rms_norm_is_the_gradient_of_rms_norm() -> None:
    x, weight = leaves((2, 3, 7), (7,))
    dout = torch.randn(2, 3, 7, dtype=torch.float64)
    want = torch.autograd.grad(rms_norm(x, weight, 0.1), (x, weight), dout)
    torch.testing.assert_close(rms_norm_backward(dout, x.detach(), weight.detach(), 0.1), want)


def test_the_backward_pass_of_batch_norm_is_the_gradient_of_batch_norm() -> None:
    x, gamma, beta = leaves((3, 4, 2, 5), (4,), (4,))
    dout, running = torch.randn(3, 4, 2, 5, dtype=torch.float64), torch.ones(4, dtype=torch.float64)
    y, _, _ = batch_norm(x, gamma, beta, running, running.clone(), eps=0.1)
    want = torch.autograd.grad(y, (x, gamma, beta), dout)
    torch.testing.assert_close(batch_norm_backward(dout, x.detach(), gamma.detach(), 0.1), want)


def test_the_backward_pass_of_a_perceptron_is_the_gradient_of_two_layers_with_relu() -> None:
    inputs = leaves((5, 3), (3, 4), (4,), (4, 2), (2,))
    x, w1, b1, w2, b2 = inputs
    dout = torch.randn(5, 2, dtype=torch.float64)
    want = torch.autograd.grad(relu(x @ w1 + b1) @ w2 + b2, inputs, dout)
    torch.testing.assert_close(mlp_backward(*(each.detach() for each in inputs), dout), want)


def test_experts_that_run_on_their_table_of_slots_are_the_mixture_when_there_is_room_for_all() -> None:
    x, gate, weights = torch.randn(9, 4), torch.randn(4, 3), torch.randn(3, 4, 4)
    gates, chosen, _ = moe_router(x @ gate, 2)  # (N,k)
    slots, table = moe_dispatch(chosen, 3, capacity=9)  # (N,k), (E,C)
    results = x[table.clamp(min=0)] @ weights  # (E,C,D); what an empty slot computes is not read
    combined = (gates[..., None] * results[chosen, slots]).sum(dim=1)
    experts = [lambda tokens, weight=weight: tokens @ weight for weight in weights]
    torch.testing.assert_close(combined, moe_forward(x, gate, experts, 2))


# --- averages of weights ----------------------------------------------------------------------------------------------


def test_a_momentum_target_moves_like_the_shadow_of_an_ema() -> None:
    """In its parameters; buffers are another affair."""
    online = torch.nn.Linear(3, 2).double()
    target = torch.nn.Linear(3, 2).double()
    average = EMA(target, decay=0.9)
    for _ in range(4):
        momentum_update(online, target, m=0.9)
        average.update(online)
    for name, p in target.named_parameters():
        close(p.detach(), average.shadow[name])


# --- serving and parallelism ------------------------------------------------------------------------------------------


def test_a_ring_all_reduce_finishes_a_tensor_parallel_mlp() -> None:
    """Each rank holds its partial result; after the ring all of them hold the output, but for the bias."""
    x, w1, b1, w2, b2 = (torch.randn(s, dtype=torch.float64) for s in ((5, 3), (3, 12), (12,), (12, 4), (4,)))
    out, partials = tensor_parallel_mlp(x, w1, b1, w2, b2, 3)
    buffers = [partial.flatten().numpy() for partial in partials]
    for reduced in ring_all_reduce(buffers, lambda src, dst, chunk: chunk.copy()):
        np.testing.assert_allclose(reduced.reshape(5, 4) + b2.numpy(), out.numpy())


def test_sequences_that_share_blocks_attend_as_if_they_had_their_own() -> None:
    """A prefix cache hands out blocks, a table reads them, and attention sees the keys of each sequence's own tokens."""
    block, cache, embedding = 2, PrefixCache(2), torch.randn(10, 6)
    pool = torch.full((9, block, 6), torch.nan)
    for tokens in ([3, 1, 4, 1, 5, 9], [3, 1, 4, 1, 2, 6], [4, 1, 3, 1]):
        table = cache.insert(tokens)
        for place, number in enumerate(table):
            pool[number] = embedding[tokens[block * place : block * place + block]]
        keys = gather_paged(pool, table, len(tokens))
        q = torch.randn(1, 6)
        torch.testing.assert_close(attention(q, keys, keys), attention(q, embedding[tokens], embedding[tokens]))
    assert cache.lookup([3, 1, 4, 1, 8]) == [0, 1]
