"""Calls in the problem's parameters reach functions with others: by place, by usual names, and as far as there are any."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from interview_cli.grading.candidate.matching.calls.binding import binding_of
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters
from interview_cli.grading.judge.causes import cause_of, in_words
from interview_cli.grading.judge.raised import CandidateError

ROPE: Parameters = [("x", REQUIRED), ("theta", 10000.0), ("offset", 0)]
GRPO: Parameters = [(name, REQUIRED) for name in ("logp", "logp_old", "logp_ref", "advantages", "mask")] + [
    ("clip", 0.2)
]
SAMPLE: Parameters = [(name, REQUIRED) for name in ("model", "x_T", "alphas_bar", "steps")]
RATE: Parameters = [(name, REQUIRED) for name in ("step", "warmup", "total", "peak")] + [("floor", 0.0)]
CONV: Parameters = [("x", REQUIRED), ("weight", REQUIRED), ("bias", None), ("stride", 1), ("padding", 0)]
GAE: Parameters = [(name, REQUIRED) for name in ("rewards", "values", "dones")] + [("gamma", 0.99), ("lam", 0.95)]
TWO: Parameters = [("mu", REQUIRED), ("log_sigma", REQUIRED)]
LISTS: Parameters = [("nums", REQUIRED), ("k", REQUIRED)]
WIDTH: Parameters = [("w", REQUIRED), ("f", REQUIRED), ("s", 1), ("p", 0), ("d", 1)]
IMAGES: Parameters = [("x", REQUIRED), ("y", REQUIRED), ("peak", 255.0)]
MOMENTUM: Parameters = [("online", REQUIRED), ("target", REQUIRED), ("m", 0.996)]
NUMBERS: Parameters = [("n", REQUIRED), ("mean", 0.0), ("std", 1.0)]
ADAM: Parameters = [("param", REQUIRED), ("grad", REQUIRED), ("betas", (0.9, 0.999)), ("eps", 1e-8)]


@pytest.mark.parametrize(
    ("function", "doubled"),
    [
        (lambda in_channels, out_channels, stride=1: 0, {"out_channels": "channels"}),
        (lambda inplanes, planes: 0, {"planes": "channels"}),
        (lambda channels, out_channels: 0, {"out_channels": "channels"}),
        (lambda dim, dim_out: 0, {"dim_out": "channels"}),
        (lambda c_in, c_out, norm=None: 0, {"c_out": "channels"}),
        (lambda in_channels, hidden: in_channels + hidden, {}),
        (lambda in_channels, out_features: in_channels + out_features, {}),
        (lambda index, output: index + output, {}),
    ],
)
def test_one_width_is_what_comes_in_and_what_goes_out(function: Callable[..., Any], doubled: dict[str, str]) -> None:
    """The library's layers are made of both, also where a problem has one for both."""
    binding = binding_of(function, [("channels", REQUIRED)], {"channels"})
    assert binding.doubled == doubled
    assert bool(binding.unfilled) is not bool(doubled)
    if doubled:
        given, _ = binding.arguments((8,), {})
        assert set(given.values()) == {8} and len(given) == 2


TWO_GAUSSIANS: Parameters = [(name, REQUIRED) for name in ("mu1", "cov1", "mu2", "cov2")]


@pytest.mark.parametrize(
    ("function", "order"),
    [
        (lambda mu_x, mu_y, sigma_x, sigma_y: 0, ["mu_x", "sigma_x", "mu_y", "sigma_y"]),
        (lambda real_mu, fake_mu, real_cov, fake_cov: 0, ["real_mu", "real_cov", "fake_mu", "fake_cov"]),
        (lambda sigma1, sigma2, mu1, mu2: 0, ["mu1", "sigma1", "mu2", "sigma2"]),
        (lambda mu1, sigma1, mu2, sigma2: 0, ["mu1", "sigma1", "mu2", "sigma2"]),
        (lambda mu_real, sigma_real, mu_fake, sigma_fake: 0, ["mu_real", "sigma_real", "mu_fake", "sigma_fake"]),
        (lambda m1, s1, m2, s2: 0, ["m1", "s1", "m2", "s2"]),
        (lambda a, b, c, d: 0, ["a", "b", "c", "d"]),
    ],
)
def test_two_of_each_kind_may_stand_kind_by_kind(function: Callable[..., Any], order: list[str]) -> None:
    """The first mean is the first of the means, whether the covariances stand between or behind."""
    binding = binding_of(function, TWO_GAUSSIANS)
    taken, _ = binding.arguments((1, 2, 3, 4), {})
    assert taken == dict(zip(order, (1, 2, 3, 4), strict=True))


@pytest.mark.parametrize(
    "name", ["max_p", "max_value", "MAX_I", "pixel_max", "max_pixel_value", "dynamic_range", "val_range", "maximum"]
)
def test_the_largest_value_of_an_image_has_many_names(name: str) -> None:
    scope: dict[str, Any] = {}
    exec(f"def psnr(a, b, {name}=1.0): ...", scope)
    binding = binding_of(scope["psnr"], [("x", REQUIRED), ("y", REQUIRED), ("peak", 255.0)])
    assert binding.names["peak"] == name and not binding.missing


@pytest.mark.parametrize(
    ("asked", "default", "own", "instead", "is_bound"),
    [
        ("w", 7.5, "guidance_scale", 1.0, True),
        ("w", 7.5, "scale", 1.0, True),
        ("w", 7.5, "eta", 1.0, False),
        ("m", 0.996, "decay", 0.99, True),
        ("m", 0.996, "tau", 0.005, False),
        ("beta", 0.25, "commitment_weight", 1.0, True),
        ("size", 3, "window", 7, True),
        ("n", 4, "max_order", 2, True),
        ("iters", 100, "max_iter", 10, True),
        ("max_period", 10000.0, "base", 100.0, True),
        ("eps", 1e-5, "axis", -1, False),
        ("peak", 255.0, "window", 11, False),
    ],
)
def test_a_number_with_another_default_is_of_the_same_thing_if_its_name_says_so(
    asked: str, default: float, own: str, instead: float, is_bound: bool
) -> None:
    scope: dict[str, Any] = {}
    exec(f"def one(a, b, {own}={instead}): ...", scope)
    binding = binding_of(scope["one"], [("x", REQUIRED), ("y", REQUIRED), (asked, default)])
    assert (binding.names.get(asked) == own) is is_bound
    assert binding.missing == (() if is_bound else (asked,))


def test_two_widths_of_a_problem_are_not_taken_for_one() -> None:
    asked = [("d_in", REQUIRED), ("rank", REQUIRED)]
    assert not binding_of(lambda d_in, rank, d_out: 0, asked, {"d_in", "rank"}).doubled


@pytest.mark.parametrize(
    ("asked", "own", "names", "missing", "unfilled"),
    [
        (ROPE, lambda x, theta=1e4, offset=0: x, {}, (), ()),
        (ROPE, lambda x, base=1e4, start=0: x, {"x": "x", "theta": "base", "offset": "start"}, (), ()),
        (ROPE, lambda x, offset=0, theta=1e4: x, {"x": "x", "offset": "offset", "theta": "theta"}, (), ()),
        (ROPE, lambda x, theta=1e4: x, {"x": "x", "theta": "theta"}, ("offset",), ()),
        (ROPE, lambda x: x, {"x": "x"}, ("theta", "offset"), ()),
        (ROPE, lambda *args, **kwargs: args, {}, (), ()),
        (ROPE, lambda x, cos, sin, dim: (x, cos, sin, dim), {"x": "x", "theta": "cos", "offset": "sin"}, (), ("dim",)),
        (
            GRPO,
            lambda new, logp_old, adv, mask, clip_eps=0.2: new,
            {"logp": "new", "logp_old": "logp_old", "advantages": "adv", "mask": "mask", "clip": "clip_eps"},
            ("logp_ref",),
            (),
        ),
        (
            SAMPLE,
            lambda model, shape, alphas_cumprod, steps, device="cpu": model,
            {"model": "model", "alphas_bar": "alphas_cumprod", "steps": "steps"},
            ("x_T",),
            (),
        ),
        (
            RATE,
            lambda learning_rate, it, warmup_iters, max_iters, min_lr: it,
            {"step": "it", "warmup": "warmup_iters", "total": "max_iters", "peak": "learning_rate", "floor": "min_lr"},
            (),
            (),
        ),
        (
            RATE,
            lambda t, alpha_max, alpha_min, T_w, T_c: t,
            {"step": "t", "warmup": "T_w", "total": "T_c", "peak": "alpha_max", "floor": "alpha_min"},
            (),
            (),
        ),
        (
            [("logp", REQUIRED), ("logp_ref", REQUIRED)],
            lambda target_log_prob, log_prob: log_prob,
            {"logp": "log_prob", "logp_ref": "target_log_prob"},
            (),
            (),
        ),
        (
            [("logp", REQUIRED), ("logp_old", REQUIRED)],
            lambda behavior_log_prob, target_log_prob: target_log_prob,
            {"logp": "target_log_prob", "logp_old": "behavior_log_prob"},
            (),
            (),
        ),
        (
            CONV,
            lambda X, W, stride, pad, dilation=0: X,
            {"x": "X", "weight": "W", "stride": "stride", "padding": "pad"},
            ("bias",),
            (),
        ),
        (
            GAE,
            lambda values, rewards, gamma, lmbda, masks=None: values,
            {"rewards": "rewards", "values": "values", "gamma": "gamma", "lam": "lmbda"},
            ("dones",),
            (),
        ),
        (
            GAE,
            lambda values, rewards, discount_factor, lam: values,
            {"rewards": "rewards", "values": "values", "gamma": "discount_factor", "lam": "lam"},
            ("dones",),
            (),
        ),
        (
            [("logp", REQUIRED), ("logp_old", REQUIRED), ("advantages", REQUIRED), ("clip", 0.2)],
            lambda advantage, old_log_prob, log_prob, eps: advantage,
            {"advantages": "advantage", "logp_old": "old_log_prob", "logp": "log_prob", "clip": "eps"},
            (),
            (),
        ),
        (
            [("seq_len", REQUIRED), ("n_heads", None), ("n_kv_heads", None)],
            lambda tokens, num_kv_heads=None, num_attention_heads=None: tokens,
            {"seq_len": "tokens", "n_heads": "num_attention_heads", "n_kv_heads": "num_kv_heads"},
            (),
            (),
        ),
        (
            [("img_size", REQUIRED), ("patch", REQUIRED), ("in_ch", REQUIRED), ("dim", REQUIRED)],
            lambda img_size, in_channels, patch_size, embed_size=64: img_size,
            {"img_size": "img_size", "patch": "patch_size", "in_ch": "in_channels", "dim": "embed_size"},
            (),
            (),
        ),
        (
            [("x", REQUIRED), ("method", None)],
            lambda x, max_position: (x, max_position),
            {"x": "x"},
            ("method",),
            ("max_position",),
        ),
        (
            [("x", REQUIRED), ("eps", 1e-6)],
            lambda x, group_size: (x, group_size),
            {"x": "x"},
            ("eps",),
            ("group_size",),
        ),
        (
            [("param", REQUIRED), ("grad", REQUIRED), ("state", REQUIRED), ("betas", (0.9, 0.999))],
            lambda w, grad, beta1=0.9, beta2=0.999: w,
            {"param": "w", "grad": "grad", "betas.0": "beta1", "betas.1": "beta2"},
            ("state",),
            (),
        ),
        (
            [("param", REQUIRED), ("grad", REQUIRED), ("betas", (0.9, 0.999)), ("lr", 1e-3)],
            lambda w, grad, lr, b1, b2, foreign: (w, grad, lr, b1, b2, foreign),
            {"param": "w", "grad": "grad", "betas.0": "b1", "betas.1": "b2", "lr": "lr"},
            (),
            ("foreign",),
        ),
        (TWO, lambda a, b, mask: a if mask is None else b, {"mu": "a", "log_sigma": "b"}, (), ()),
        (TWO, lambda a, b, mask: a if mask else b, {"mu": "a", "log_sigma": "b"}, (), ("mask",)),
        (TWO, lambda log_sigma, mu: mu, {"mu": "log_sigma", "log_sigma": "mu"}, (), ()),
        (
            WIDTH,
            lambda width, kernel, padding, dilation, stride: (width, kernel, padding, dilation, stride),
            {"w": "width", "f": "kernel", "s": "stride", "p": "padding", "d": "dilation"},
            (),
            (),
        ),
        (
            WIDTH,
            lambda width, kernel, jump, fill, padding: (width, kernel, jump, fill, padding),
            {"w": "width", "f": "kernel", "s": "jump", "p": "fill", "d": "padding"},
            (),
            (),
        ),
        (MOMENTUM, lambda ema_model, model: model, {"target": "ema_model", "online": "model"}, ("m",), ()),
        (MOMENTUM, lambda teacher, a, ema_decay: a, {"target": "teacher", "online": "a", "m": "ema_decay"}, (), ()),
        (MOMENTUM, lambda a, b, decay=0.999: a, {"online": "a", "target": "b", "m": "decay"}, (), ()),
        (MOMENTUM, lambda a, b, tau=0.005: a, {"online": "a", "target": "b"}, ("m",), ()),
        (
            [("score_c", REQUIRED), ("score_u", REQUIRED), ("w", REQUIRED)],
            lambda null_logits, logits, cond_scale: logits,
            {"score_u": "null_logits", "score_c": "logits", "w": "cond_scale"},
            (),
            (),
        ),
        (
            [("score_c", REQUIRED), ("score_u", REQUIRED), ("w", REQUIRED)],
            lambda eps_uncond, eps_cond, scale: eps_cond,
            {"score_u": "eps_uncond", "score_c": "eps_cond", "w": "scale"},
            (),
            (),
        ),
        (
            [("real_logits", REQUIRED), ("fake_logits", REQUIRED)],
            lambda d_fake, d_real: d_real,
            {"fake_logits": "d_fake", "real_logits": "d_real"},
            (),
            (),
        ),
        (IMAGES, lambda gt, pred, c1=1e-4, c2=9e-4: gt, {"y": "gt", "x": "pred"}, ("peak",), ()),
        (IMAGES, lambda a, b, normal=2**24 - 1: a, {"x": "a", "y": "b", "peak": "normal"}, (), ()),
        (IMAGES, lambda a, b, border=1000: a, {"x": "a", "y": "b"}, ("peak",), ()),
        (IMAGES, lambda a, b, K=(0.01, 0.03), window=None, L=255: a, {"x": "a", "y": "b", "peak": "L"}, (), ()),
        (
            [*GRPO, ("beta", 0.04)],
            lambda *, logps, mask, advantages, old_logps, ref_logps, kl_beta=0.0, eps_low=0.2, eps_high=0.28: logps,
            {
                "logp": "logps",
                "logp_old": "old_logps",
                "logp_ref": "ref_logps",
                "advantages": "advantages",
                "mask": "mask",
                "clip": "eps_low",
                "beta": "kl_beta",
            },
            (),
            (),
        ),
        (
            [(name, REQUIRED) for name in ("compute", "e", "a", "b", "alpha", "beta")],
            lambda C, A, B, alpha, beta, L_inf: C,
            {"compute": "C", "e": "L_inf", "a": "A", "b": "B", "alpha": "alpha", "beta": "beta"},
            (),
            (),
        ),
        (IMAGES, lambda gt, config, c1=1e-4, c2=9e-4: (gt, config), {"y": "gt"}, ("x", "peak"), ("config",)),
        (
            [("p", REQUIRED), ("q", REQUIRED), ("drafts", REQUIRED), ("u", REQUIRED)],
            lambda draft_tokens, draft_probs, target_probs, uniform: draft_tokens,
            {"p": "target_probs", "q": "draft_probs", "drafts": "draft_tokens", "u": "uniform"},
            (),
            (),
        ),
        (
            [("ref", REQUIRED), ("sigma_n2", 2.0), ("window", 9)],
            lambda reference, win=9, sigma_nsq=2.0, eps=1e-10: reference,
            {"ref": "reference", "sigma_n2": "sigma_nsq", "window": "win"},
            (),
            (),
        ),
        (
            [("kind", REQUIRED), ("k", REQUIRED), ("beta", REQUIRED)],
            lambda num_states, beta_t, transition_type="uniform": num_states,
            {"kind": "transition_type", "k": "num_states", "beta": "beta_t"},
            (),
            (),
        ),
        (
            [("content", REQUIRED), ("style", REQUIRED), ("eps", 1e-5)],
            lambda content, style_mean, style_std: (content, style_mean, style_std),
            {"content": "content", "style": "style_mean"},
            ("eps",),
            ("style_std",),
        ),
    ],
)
def test_parameters_are_bound(
    asked: Parameters,
    own: Callable[..., Any],
    names: dict[str, str],
    missing: tuple[str, ...],
    unfilled: tuple[str, ...],
) -> None:
    found = binding_of(own, asked)
    assert (dict(found.names), found.missing, found.unfilled) == (names, missing, unfilled)
    assert found.is_plain == (not names)


PAGED: Parameters = [("pool", REQUIRED), ("block_table", REQUIRED), ("length", REQUIRED)]


@pytest.mark.parametrize(
    ("asked", "plain", "own", "names"),
    [
        ([("n", REQUIRED)], {"n"}, lambda size: size, {"n": "size"}),
        ([("img", REQUIRED), ("k", REQUIRED)], {"k"}, lambda img, size: img, {"img": "img", "k": "size"}),
        ([("x", REQUIRED), ("z", REQUIRED)], set[str](), lambda x, shape: x, {"x": "x"}),
        ([("x", REQUIRED), ("k", REQUIRED)], {"k"}, lambda x, config: x, {"x": "x"}),
        ([("x", REQUIRED), ("mask", REQUIRED)], set[str](), lambda x, average=False: x, {"x": "x"}),
        ([("x", REQUIRED), ("mask", REQUIRED)], set[str](), lambda x, temperature=1.0: x, {"x": "x"}),
        ([("x", REQUIRED), ("peak", 255.0)], {"peak"}, lambda x, border=0: x, {"x": "x"}),
        ([("x", REQUIRED), ("peak", 255.0)], {"peak"}, lambda x, border=255: x, {"x": "x", "peak": "border"}),
        (
            [("x", REQUIRED), ("mask", REQUIRED)],
            set[str](),
            lambda x, use_mask=False: x,
            {"x": "x", "mask": "use_mask"},
        ),
        ([("x", REQUIRED), ("up", REQUIRED)], {"up"}, lambda x, over=False: x, {"x": "x", "up": "over"}),
        (
            [("x", REQUIRED), ("y", REQUIRED), ("mask", REQUIRED), ("clip_low", 0.2), ("clip_high", 0.28)],
            {"clip_low", "clip_high"},
            lambda x, y, epsilon_low=0.2, epsilon_high=0.28: x,
            {"x": "x", "y": "y", "clip_low": "epsilon_low", "clip_high": "epsilon_high"},
        ),
        ([("dout", REQUIRED), ("x", REQUIRED)], set[str](), lambda dout, cache: dout, {"dout": "dout"}),
        ([("x", REQUIRED), ("cache", REQUIRED)], set[str](), lambda ids, cache: ids, {"x": "ids", "cache": "cache"}),
        (
            PAGED,
            {"length"},
            lambda cache, block_table, seq_len: cache,
            {"pool": "cache", "block_table": "block_table", "length": "seq_len"},
        ),
        (
            PAGED,
            {"length"},
            lambda cache, table, seq_len, block_size: cache,
            {"pool": "cache", "block_table": "table", "length": "seq_len"},
        ),
        ([("x", REQUIRED), ("levels", REQUIRED)], set[str](), lambda x, T=1000: x, {"x": "x"}),
        ([("x", REQUIRED), ("levels", REQUIRED)], {"levels"}, lambda x, T=1000: x, {"x": "x", "levels": "T"}),
        ([("a", REQUIRED), ("weights", None)], set[str](), lambda a, num_ratings=None: a, {"a": "a"}),
        ([("n", REQUIRED)], {"n"}, lambda batch_size, t_min, t_max: (batch_size, t_min, t_max), {"n": "batch_size"}),
        ([("a", REQUIRED), ("k", None)], {"k"}, lambda a, top=None: a, {"a": "a", "k": "top"}),
        (
            [("x_t", REQUIRED), ("eps", REQUIRED), ("ab_t", REQUIRED), ("eta", 0.0), ("z", None)],
            {"ab_t"},
            lambda x_t, t, model_output_epsilon, levels, eta: (x_t, t, model_output_epsilon, levels, eta),
            {"x_t": "x_t", "eps": "model_output_epsilon", "ab_t": "t", "eta": "eta"},
        ),
        ([("x", REQUIRED), ("p", REQUIRED)], {"p"}, lambda x, top_k=0, top_p=0.0: x, {"x": "x", "p": "top_p"}),
        ([("x", REQUIRED), ("k", REQUIRED)], {"k"}, lambda x, top_k=0, top_p=0.0: x, {"x": "x", "k": "top_k"}),
        (NUMBERS, {"n", "mean", "std"}, lambda m, s, count: m, {"n": "count", "mean": "m", "std": "s"}),
        (NUMBERS, {"n", "mean", "std"}, lambda m, s, batch_size: m, {"n": "batch_size", "mean": "m", "std": "s"}),
        (
            NUMBERS,
            {"n", "mean", "std"},
            lambda shape, device, mu=0.0, sigma=1.0: shape,
            {"n": "shape", "mean": "mu", "std": "sigma"},
        ),
        (
            [("t", REQUIRED), ("low", 0.1), ("high", 20.0)],
            {"low", "high"},
            lambda t, device="cuda", b1=20.0, b0=0.1: t,
            {"t": "t", "low": "b0", "high": "b1"},
        ),
        (
            [("critic", REQUIRED), ("real", REQUIRED), ("fake", REQUIRED), ("alpha", REQUIRED)],
            set[str](),
            lambda generated, real_images, discriminator: real_images,
            {"critic": "discriminator", "real": "real_images", "fake": "generated"},
        ),
        (
            [("score", REQUIRED), ("x", REQUIRED), ("sigmas", REQUIRED), ("steps", REQUIRED), ("eps", REQUIRED)],
            {"steps", "eps"},
            lambda score, start, sigmas, step_lr=0.1, n_steps_each=9: start,
            {"score": "score", "x": "start", "sigmas": "sigmas", "steps": "n_steps_each", "eps": "step_lr"},
        ),
    ],
)
def test_a_parameter_takes_what_its_name_or_default_says(
    asked: Parameters, plain: set[str], own: Callable[..., Any], names: dict[str, str]
) -> None:
    assert dict(binding_of(own, asked, plain).names) == names


SCORES: Parameters = [("score_c", REQUIRED), ("score_u", REQUIRED), ("w", REQUIRED)]


def test_what_the_code_never_reads_is_given_nothing() -> None:
    """A step of a sampler has one signature for all of them, and this one needs no state and no time."""
    binding = binding_of(lambda x_t, t, cond, uncond, scale: uncond + scale * (cond - uncond), SCORES, {"w"})
    assert dict(binding.names) == {"score_c": "cond", "score_u": "uncond", "w": "scale"} and not binding.unfilled
    assert binding.arguments((1, 2, 3), {})[0] == {"x_t": None, "t": None, "cond": 1, "uncond": 2, "scale": 3}


def test_what_an_inner_function_reads_is_needed() -> None:
    def guided(x_t: Any, cond: Any, uncond: Any, scale: Any) -> Any:
        return (lambda: x_t + uncond + scale * (cond - uncond))()

    assert binding_of(guided, SCORES, {"w"}).unfilled


def test_a_parameter_that_is_asked_for_is_not_left_out_because_nothing_reads_it() -> None:
    binding = binding_of(lambda q, k, v, w, mask: q + k + v + w, [(name, REQUIRED) for name in ("q", "k", "v", "mask")])
    assert binding.names["mask"] == "mask" and binding.unfilled == ("w",) and not binding.switches


def test_a_function_by_another_name_takes_the_same_names_in_its_own_order() -> None:
    """By the name that is asked for, another order is a mistake: callers give by place."""

    def time_shift(shift: Any, t: Any) -> Any:
        return shift * t / (1 + (shift - 1) * t)

    asked: Parameters = [("t", REQUIRED), ("shift", REQUIRED)]
    renamed = binding_of(time_shift, asked, entry="shift_time")
    assert renamed.arguments((0.5, 3.0), {})[0] == {"t": 0.5, "shift": 3.0}
    same = binding_of(time_shift, asked, entry="time_shift")
    assert same.arguments((0.5, 3.0), {})[0] == {"shift": 0.5, "t": 3.0}


def test_a_switch_takes_no_place_of_what_is_used_as_a_tensor() -> None:
    """`causal` comes fifth, and weights of the forward pass are needed there."""

    def backward(grad: Any, q: Any, k: Any, v: Any, weights: Any) -> Any:
        return weights.transpose(-2, -1) @ grad, q, k, v

    asked: Parameters = [*((name, REQUIRED) for name in ("dout", "q", "k", "v")), ("causal", False)]
    binding = binding_of(backward, asked)
    assert binding.missing == ("causal",) and binding.unfilled == ("weights",)
    assert binding_of(lambda grad, q, k, v, hide: v if hide else q, asked).names["causal"] == "hide"


@pytest.mark.parametrize(
    ("own", "unfilled"),
    [
        (lambda q, k, v, allowed: q.masked_fill(~allowed, 0.0), ("allowed",)),
        (lambda q, k, v, n_groups: q.view(n_groups, -1), ("n_groups",)),
        (lambda q, k, v, is_causal: q if is_causal else k, ()),
    ],
)
def test_a_switch_is_no_mask_and_no_number_of_things(own: Callable[..., Any], unfilled: tuple[str, ...]) -> None:
    """A mask is turned into what it leaves out by `~`, and counts are called so."""
    asked: Parameters = [("q", REQUIRED), ("k", REQUIRED), ("v", REQUIRED), ("causal", False)]
    assert binding_of(own, asked).unfilled == unfilled


def test_what_may_be_none_is_no_length_of_an_axis() -> None:
    """The kind of scaling of rotary frequencies is no number of channels."""
    asked: Parameters = [("d", REQUIRED), ("base", 10000.0), ("method", None), ("factor", 1.0)]
    binding = binding_of(lambda base, rotary_dim: base**rotary_dim, asked, {"d", "base", "method", "factor"})
    assert dict(binding.names) == {"d": "rotary_dim", "base": "base"} and binding.missing == ("method", "factor")


STEP: Parameters = [("x_t", REQUIRED), ("eps", REQUIRED), ("eta", 0.0), ("z", None)]


@pytest.mark.parametrize(
    ("own", "taker"),
    [
        (lambda model_output, sample, eta=0.0, variance_noise=None: sample, "variance_noise"),
        (lambda model_output, sample, eta=0.0, generator=None: sample, None),
        (lambda model_output, sample, eta=0.0, clip_scale=None: sample, None),
        (lambda model_output, sample, eta=0.0, use_clipped=None: sample, None),
        (lambda model_output, sample, eta=0.0, first=None, second=None: sample, None),
    ],
)
def test_a_letter_that_may_be_none_stands_at_the_last_place_for_such(
    own: Callable[..., Any], taker: str | None
) -> None:
    """But no source of random numbers takes it, no setting and no switch."""
    assert binding_of(own, STEP, {"eta"}).names.get("z") == taker


@pytest.mark.parametrize(
    ("asked", "own", "args", "kwargs", "taken"),
    [
        (ROPE, lambda x, base: x, (1,), {}, {"x": 1, "base": 10000.0}),
        (ROPE, lambda x, theta, offset=3: x, (1,), {"offset": 5}, {"x": 1, "theta": 10000.0, "offset": 5}),
        (ROPE, lambda y, t=0, o=0: y, (1, 2), {"offset": 3}, {"y": 1, "t": 2, "o": 3}),
        (ADAM, lambda p, g, b1=0.9, b2=0.99, e=0: p, (1, 2), {"betas": (3, 4)}, {"p": 1, "g": 2, "b1": 3, "b2": 4}),
        (LISTS, lambda arr, n, k: arr, ([3, 4], 5), {}, {"arr": [3, 4], "n": 2, "k": 5}),
        (LISTS, lambda arr, n, target: arr, ([3, 4], 5), {}, {"arr": [3, 4], "n": 2, "target": 5}),
        (LISTS, lambda x, y, m, n: x, ("abc", "d"), {}, {"x": "abc", "y": "d", "m": 3, "n": 1}),
        (ADAM, lambda p, g, betas=(0, 1), e=0: p, (1, 2, (3, 4)), {}, {"p": 1, "g": 2, "betas": (3, 4)}),
        (NUMBERS, lambda n, mean, device, std: n, (3,), {}, {"n": 3, "mean": 0.0, "std": 1.0, "device": "cpu"}),
        (
            NUMBERS,
            lambda n, mean, std, device="cuda:0": n,
            (3,),
            {},
            {"n": 3, "mean": 0.0, "std": 1.0, "device": "cpu"},
        ),
    ],
)
def test_what_is_given_arrives(
    asked: Parameters, own: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], taken: dict[str, Any]
) -> None:
    plain = {"nums", "k"} if asked is LISTS else set[str]()
    assert binding_of(own, asked, plain).arguments(args, kwargs)[0] == taken


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (
            "RuntimeError: expected m1 and m2 to have the same dtype, but got: float != double",
            "float32 and float64 meet",
        ),
        ("RuntimeError: value cannot be converted to type at::Half without overflow", "doesn't fit into float16"),
        (
            "RuntimeError: The size of tensor a (3) must match the size of tensor b (7) at non-singleton dimension 3",
            "3 against 7",
        ),
        ("RuntimeError: mat1 and mat2 shapes cannot be multiplied (6x4 and 3x4)", "6 x 4 meets one of 3 x 4"),
        ("ValueError: not enough values to unpack (expected 3, got 2)", "3 names are set at once"),
        ("ValueError: not enough values to unpack (expected 2, got 1)", "there is only 1 value (of a shape"),
        ("TypeError: object of type 'int' has no len()", "an int has no length"),
        (
            "ValueError: Expected input batch_size (2) to match target batch_size (1).",
            "scores for 2 and targets for 1; is one of them cut or shifted?",
        ),
        (
            "RuntimeError: The shape of the 2D attn_mask is torch.Size([4, 4]), but should be (2, 2).",
            "the mask is 4 x 4, and nn.MultiheadAttention needs 2 x 2",
        ),
        ("ValueError: zero-dimensional arrays cannot be concatenated", "np.concatenate gets a single number"),
        (
            "RuntimeError: masked_fill_ only supports boolean masks, but got mask with dtype long int",
            "the mask is int64 here, and must be bool. Compare it: `mask == 0`",
        ),
        (
            "RuntimeError: where expected condition to be a boolean tensor, but got a tensor with dtype Float",
            "the condition is float32 here, and must be bool. Compare it: `mask != 0`",
        ),
        (
            "TypeError: ~ (operator.invert) is only implemented on integer and Boolean-type tensors",
            "a mask of floats has no `~`. Compare it: `mask == 0`",
        ),
        (
            "AttributeError: 'tuple' object has no attribute 'left'",
            "a plain tuple has no `.left`. The statement says in what form",
        ),
        (
            "IndexError: too many indices for tensor of dimension 1",
            "a 1-D value is indexed along more axes than it has",
        ),
        (
            "IndexError: too many indices for array: array is 2-dimensional, but 3 were indexed",
            "a 2-D value is indexed along more axes",
        ),
        ("TypeError: sqrt(): argument 'input' (position 1) must be Tensor, not int", "Use math.sqrt"),
        ("AttributeError: 'float' object has no attribute 'sqrt'", "a plain float is used as if it had `.sqrt`"),
        ("AttributeError: 'list' object has no attribute 'split'", "a list is used as if it were one text (`.split`)"),
        (
            "AttributeError: 'GivenFunction' object has no attribute 'shape'",
            "a function that the problem gives is used as if it had `.shape`; it can only be called",
        ),
        (
            "RuntimeError: permute(sparse_coo): number of dimensions in the tensor input does not match the length of the "
            "desired ordering of dimensions i.e. input.dim() = 2 is not equal to len(dims) = 4",
            "`permute` names 4 axes of a tensor that has 2",
        ),
        ("RuntimeError: gather(): Expected dtype int32/int64 for index", "`gather` takes whole numbers as indices"),
        ("ValueError: Attempted to use an uninitialized parameter in numel", "Give the layer its sizes"),
        ("IndexError: index -100 is out of bounds for dimension 1 with size 5", "-100 is used as an index"),
        ("IndexError: tuple index out of range", "a tuple, such as a shape, has fewer entries"),
        ("AttributeError: 'list' object has no attribute 'items'", "a list is used as if it were a dict (`.items`)"),
        ("IndexError: only integers, slices (`:`) are valid indices (got float)", "an index is a float"),
        ("KeyError: 'b'", "the key 'b' is not in the dictionary"),
        (
            "IndexError: invalid index to scalar variable.",
            "a single number is indexed as if it were a list or an array",
        ),
        ("RuntimeError: mean(): could not infer output dtype. Got: Byte.", "`mean` takes floating-point numbers"),
        ("AttributeError: module 'numpy' has no attribute 'float'.", "Write Python's own float"),
        ("TypeError: 'NoneType' object is not subscriptable", "a value is None there"),
        ("TypeError: helper() missing 1 required positional argument: 'x'", "`helper` is called with other arguments"),
        ("TypeError: unhashable type: 'list'", "a list is used as a key, or as a member of a set or Counter"),
        ("AssertionError: ", "an `assert` of your own does not hold"),
        (
            "RuntimeError: [enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried "
            "to allocate 40960000 bytes. Error code 12 (Cannot allocate memory)",
            "no memory is left for a tensor of 41 MB",
        ),
        ("ValueError: 'p' must be 1-dimensional", "`choice` draws from one row of numbers"),
        (
            "RuntimeError: einsum(): subscript c has size 5 for operand 2 which does not broadcast with previously seen size 3",
            "one letter of einsum stands for 3 and for 5 values",
        ),
        ("RuntimeError: batch1 must be a 3D tensor", "`bmm` takes tensors of 3 axes"),
        (
            "ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            "(n?,k),(k,m?)->(n?,m?) (size 5 is different from 3)",
            "the first one has 3 columns and the second one 5 rows",
        ),
        (
            "ValueError: operands could not be broadcast together with shapes (2,3,4,5) (3,) ",
            "two shapes don't fit: (2, 3, 4, 5) and (3,)",
        ),
        ("TypeError: '>' not supported between instances of 'NoneType' and 'int'", "None is compared by `>`"),
        ("TypeError: '<' not supported between instances of 'str' and 'int'", "a str and an int are compared by `<`"),
        (
            "AttributeError: 'numpy.ndarray' object has no attribute 'topk'",
            "a NumPy array has no `.topk`, as a tensor has",
        ),
        (
            "TypeError: view(): argument 'size' failed to unpack the object at pos 2 with error \"type must be tuple of ints,but "
            'got Tensor"',
            "`view` gets a tensor where it takes a length",
        ),
        ("AssertionError: sizes differ", None),
        ("SomethingElse: never heard of", None),
    ],
)
def test_causes_are_said_in_words(text: str, cause: str | None) -> None:
    found = cause_of(text)
    assert found is None if cause is None else found is not None and cause in found


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (
            "AttributeError: 'tuple' object has no attribute 'is_leaf'; it has nothing",
            "Your code gives a tuple where the problem asks for something that has `.is_leaf`.",
        ),
        (
            "ProtocolError: the value is nested too deeply or has too many items",
            "Your code returns more than can be looked at: it nests too deeply, or has too many parts.",
        ),
        (
            "AttributeError: 'NoneType' object has no attribute 'shape'; it has nothing",
            "Your code gives None where the problem asks for something that has `.shape`.",
        ),
        (
            "AttributeError: 'EMA' object has no attribute 'shadow'; it has average",
            "The problem asks for shadow in EMA, which is not there. Yours has average.",
        ),
    ],
)
def test_what_is_wrong_with_the_form_of_a_result_is_said(message: str, words: str) -> None:
    assert in_words(CandidateError(message.partition(":")[0], message, None, "")) == words


def test_a_transpose_of_all_axes_is_said_where_shapes_do_not_fit() -> None:
    """Code for one matrix turns all axes of a batch round."""
    message = (
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) "
        "(size 1 is different from 3)"
    )
    trace = '  File "<solution>", line 9, in f\n    scores = (q @ self.k.T) / d\n              ~~^~~~~~\n'
    words = in_words(CandidateError("ValueError", message, 9, trace))
    assert "`self.k.T` turns all axes round: where there are more than two, write np.swapaxes(self.k, -1, -2)" in words
    other = trace.replace("self.k.T", "k")
    assert "does one of them need to be transposed?" in in_words(CandidateError("ValueError", message, 9, other))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "    if not rows: return None",
            "`if not rows` is asked of a whole tensor. Ask for its length, or whether it is None",
        ),
        ("    while queue:", "`while queue` is asked of a whole tensor"),
        ("    if error < delta:", "`if`, `and`, `or` or `max` gets a whole tensor. Use torch.where"),
        ("    return max(0, 1 - margin)", "`if`, `and`, `or` or `max` gets a whole tensor. Use torch.where"),
    ],
)
def test_whether_a_tensor_is_empty_is_no_comparison(line: str, words: str) -> None:
    """Nobody means a choice for each value who asks `if not rows`."""
    message = "Boolean value of Tensor with more than one value is ambiguous"
    trace = f'  File "<solution>", line 9, in f\n{line}\n           ^^^^^^^^\n'
    assert words in in_words(CandidateError("RuntimeError", message, 9, trace))


def test_a_required_source_of_random_numbers_is_lent_and_no_value_takes_its_place() -> None:
    bound = binding_of(lambda logits, rng, temperature=1.0: rng, [("logits", REQUIRED), ("temperature", 1.0), ("k", 3)])
    assert bound.missing == ("k",) and not bound.unfilled
    own, _ = bound.arguments(("L", 0.5, 4), {})
    rng = own.pop("rng")
    assert own == {"logits": "L", "temperature": 0.5}
    assert 0 <= rng.random() < 1 and rng.random(3).shape == (3,) and rng.random((2, 1), dtype="float32").itemsize == 4
    assert rng.uniform(5, 6, size=2).min() >= 5 and rng.normal(3.0, 0.0, size=(1, 2)).tolist() == [[3.0, 3.0]]
    assert rng.integers(4, 5) == 4 and rng.standard_normal(2).shape == (2,)
    assert binding_of(lambda p, generator: p, [("p", REQUIRED)]).arguments((1,), {})[0] == {"p": 1, "generator": None}
