"""How a call in the problem's own parameters becomes a call of a function with other ones. Standard library only.

Names are a matter of taste: what is given goes to the parameter at the same place. Where a function takes fewer, or its
names say that it takes them in another order, names (and what they usually are abbreviated to) say which are there; the
others are missing, which the judge is told.
"""

from __future__ import annotations

import ast
import dis
import inspect
import itertools
import re
import textwrap
import types
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

REQUIRED = object()
Parameters = Sequence[tuple[str, Any]]
"""Names, in order, each with its default, or REQUIRED."""
ALIASES = (
    ("advantages", "adv", "advs", "a"), ("mask", "attn_mask", "attention_mask", "response_mask", "m"),
    ("alphas_bar", "alpha_bar", "alphas_cumprod", "alpha_cumprod", "alpha_bars", "abar", "ab", "acp", "alphas"),
    ("eps", "epsilon", "noise", "e"), ("theta", "base", "max_period"),
    ("e", "l_inf", "loss_inf", "irreducible", "irreducible_loss"),
    ("lam", "lambda_", "lambd", "lmbda", "gae_lambda", "alpha"),
    ("gamma", "weight", "scale"), ("weight", "w"), ("bias", "b"), ("k", "top_k"), ("p", "top_p"),
    ("gamma", "discount", "discount_factor", "discount_rate"),
    ("v", "f", "fn", "func", "vf", "field", "vector_field", "velocity", "rhs", "deriv",
     "net", "velocity_model"), ("drift", "f", "sde_drift"),
    ("diffusion", "g"), ("score", "s", "score_fn", "score_model", "scorenet"),
    ("clip", "clip_eps", "clip_range", "cliprange", "epsilon", "eps_clip"), ("beta", "bias", "shift"),
    ("beta", "kl_coef", "kl_coeff", "kl_weight", "commitment_cost", "commitment", "commit_weight", "commitment_weight",
     "commitment_coef", "commitment_loss_weight"),
    ("w", "guidance_scale", "guidance_weight", "guidance_strength", "guidance", "cfg_scale", "cfg_weight", "cfg"),
    ("n", "max_n", "order", "max_order", "max_ngram"), ("size", "window", "window_size", "win", "win_size", "kernel"),
    ("iters", "iterations", "n_iter", "n_iters", "num_iters", "max_iter", "max_iters", "steps", "max_steps", "epochs"),
    ("eps", "tiny", "tol", "delta"), ("delta", "beta", "threshold"), ("margin", "alpha"),
    ("steps", "n_steps", "num_steps", "num_inference_steps", "sampling_steps", "n_steps_each", "steps_per_level", "N"),
    ("sigmas", "noise_scales", "noise_levels", "sigma_levels"),
    ("x_T", "noise", "xT", "latents"), ("t", "timestep", "timesteps", "time", "time_step"), ("eps", "step_lr"),
    ("x_t", "sample", "xt", "x_noisy", "noisy", "img"), ("x", "x_mod"),
    ("x0", "x_0", "x_start", "denoised", "x0_pred", "pred_x0", "x0_hat"), ("lr", "learning_rate"),
    ("x0_prev", "prev_denoised", "old_denoised", "denoised_prev", "prev_x0"), ("k", "key", "keys"),
    ("n_heads", "n_head", "num_heads", "num_attention_heads", "num_q_heads", "heads", "nhead", "h"),
    ("n_kv_heads", "n_kv_head", "num_kv_heads", "num_key_value_heads", "kv_heads"),
    ("q", "query", "queries"), ("q", "codes", "quantized", "x_quant", "q_x", "qx"), ("v", "value", "values"),
    ("model", "net", "unet", "denoiser"),
    ("tau", "temperature", "temp", "t"),
    ("weight_decay", "wd"), ("offset", "start", "start_pos", "pos"), ("dim", "axis"),
    ("peak", "max_val", "data_range", "L", "max_p", "max_value", "max_pixel", "max_pixel_value", "max_i", "maxval",
     "pixel_max", "drange", "max", "maximum", "range", "dynamic_range", "val_range", "image_range", "pixel_range",
     "max_intensity", "i_max"),
    ("p", "rate", "dropout", "drop", "drop_prob", "drop_probability", "drop_rate", "dropout_p", "dropout_prob",
     "dropout_probability", "dropout_rate", "dropout_ratio"),
    ("training", "train", "is_training", "is_train", "train_flag", "train_flg"),
    ("logit_scale", "temperature", "temp", "tau"),
    ("step", "it", "iter", "iteration", "current_step", "global_step", "epoch"),
    ("gpus", "n_gpus", "num_gpus", "ngpus", "num_devices", "n_devices", "world_size", "dp", "dp_size", "dp_degree",
     "data_parallel_size"),
    ("m", "momentum", "decay", "ema_decay", "base_tau", "base_momentum"),
    ("floor", "min_lr", "eta_min", "alpha_min", "lr_min", "min_learning_rate"), ("warmup", "t_w"),
    ("peak", "lr", "learning_rate", "max_lr", "base_lr", "eta_max", "alpha_max", "lr_max", "max_learning_rate"),
    ("total", "max_iters", "max_steps", "total_steps", "num_training_steps", "lr_decay_iters", "cosine_cycle_iters", "t_c"),
    ("d", "dim", "d_model", "embed_dim", "emb_dim", "embed_size", "emb_size", "embedding_dim", "n_embd", "hidden_size"),
    ("layers", "n_layer"), ("batch", "bsz"),
    ("length", "seq_len", "seq_length", "max_len", "max_seq_len"),
    ("context", "block_size", "max_seq_len", "n_positions", "max_position_embeddings"),
    ("fraction", "sparsity", "percentage", "prune_percentage", "amount", "ratio"),
    ("n", "size", "shape", "batch_size", "num_samples", "n_samples", "bsz", "bs"),
    ("iou_threshold", "thresh", "threshold", "thr", "iou_thresh", "iou_thr", "nms_thresh", "overlap_thresh"),
    ("boxes", "bboxes", "dets", "detections"),
    ("n", "total", "num_total"), ("c", "correct", "num_correct", "n_correct", "passed", "num_passed"),
    ("k", "N", "num_classes", "n_classes", "num_states", "n_states", "vocab_size"),
    ("mean", "mu", "m", "loc"), ("std", "sigma", "s", "scale", "stddev"),
    ("log_sigma", "log_std", "logstd", "log_scale"), ("critic", "discriminator", "disc", "D", "netD"),
    ("fake", "gen", "generated", "gen_samples", "generated_samples"),
    ("y", "y_true", "target", "targets", "label", "labels", "gt", "ground_truth"),
    ("eps", "noise_pred", "pred_noise", "predicted_noise", "eps_pred", "pred_eps", "eps_theta", "eps_hat", "model_output"),
    ("in_ch", "in_channels", "in_chans", "channels", "num_channels"), ("img_size", "image_size", "input_size"),
    ("sigma_data", "data_std", "std_data", "sd_data", "data_sigma"),
    ("sigma_min", "time_min", "t_min", "min_sigma", "min_time", "smin", "s_min"),
    ("sigma_max", "time_max", "t_max", "max_sigma", "max_time", "smax", "s_max"), ("means", "mu", "mus"),
    ("z", "noise"), ("sigma", "density", "densities"), ("rgb", "color", "colors"), ("kind", "mode"),
    ("masked", "mask_idx", "mask_indices", "mask_index"),
    ("covs", "sigma", "sigmas", "cov", "covariances"), ("weights", "pi", "pis", "priors"),
    ("pool", "cache", "kv_cache", "pages", "blocks"),
    ("docs", "corpus", "documents", "texts"), ("min_samples", "min_points", "min_pts", "minpts", "minpoints"),
    ("l2", "alpha", "lam", "lambda_", "lambd", "lmbda", "reg", "reg_lambda", "l2_reg", "ridge"),
    ("centers", "centroids", "init", "initial_centroids", "init_centroids", "initial_centers", "init_centers"),
    ("mu0", "mu_0", "m0", "prior_mean", "mean_prior", "mu_prior", "prior_mu"),
    ("tau2", "tau_2", "tau_sq", "tau0_sq", "sigma0_sq", "sigma_0_sq", "sigma0_2", "prior_var", "var_prior", "prior_variance",
     "var0", "var_0"),
    ("sigma2", "sigma_sq", "noise_var", "var_noise", "noise_variance", "likelihood_var", "known_var", "data_var", "obs_var"),
    ("dout", "do", "d_out", "dy", "d_output", "grad_out", "grad_output", "upstream"),
    ("scores", "y_pred", "y_hat", "pred", "preds", "prediction", "predictions", "output", "outputs", "logits"),
)  # fmt: skip
"""Names that stand for the same thing, looked at where a function takes another number of parameters, or another order."""
TELLING = {
    "score_c": {"cond", "conditional", "conditioned", "text", "pos", "positive"},
    "score_u": {"uncond", "unconditional", "unconditioned", "null", "empty", "neg", "negative"},
    "k_pos": {"pos", "positive", "positives"}, "k_neg": {"neg", "negative", "negatives"},
    "real_logits": {"real"}, "fake_logits": {"fake", "gen", "generated"},
    "image_emb": {"image", "images", "img"}, "text_emb": {"text", "texts", "txt", "caption", "captions"},
    "p": {"target"}, "q": {"draft", "approx"},
    "online": {"student"}, "target": {"teacher", "ema", "averaged", "shadow"},
}  # fmt: skip
"""Words in a name that tell which one of several values of a problem it is."""
OF_SETTINGS = frozenset({"scale", "weight", "strength", "decay", "rate", "momentum", "beta", "mode"})
"""Words in the names of numbers and settings, whatever else is in them: `cond_scale`, `ema_decay`, `negative_mode`."""
AT_ONE_PLACE = {
    "w": ("scale", "s", "gamma", "strength", "rescale"), "scale": ("s", "strength"), "peak": ("R",),
    "patch": ("template_size", "template"),
    "h": ("strength", "filter_strength", "sigma", "bandwidth"), "search": ("window", "window_size", "big_window"),
    "sigma_n2": ("noise_var", "noise_variance"),
}  # fmt: skip
"""Names of numbers that may be left out which are of one thing where they stand at one place, and may be of others elsewhere."""
SIZES = {"shape": "shape", "size": "shape", "sample_shape": "shape", "device": "device", "dtype": "dtype"}
"""What a function asks for that makes a tensor of its own, by what it is of the tensor that it was not given."""
WHERE = ("device", "dtype")
"""What may be left out wherever it may be given."""
ELSEWHERE = ("cuda", "mps")
"""How the names of devices begin that not every machine has."""
HERE = "cpu"
"""Where a tensor lies that is made of numbers alone."""
COUNTS = ("T", "timesteps", "n_timesteps", "num_timesteps", "num_train_timesteps", "total_steps")
"""What a function asks for beside a schedule, whose length it is."""
GROUPS = (
    "group_size",
    "num_generations",
    "n_generations",
    "num_samples",
    "n_samples",
    "n_rollouts",
    "samples_per_prompt",
)
REWARDS = "rewards"
"""What a function asks for beside the rewards of groups, which have a row each."""
MARKS = frozenset({"old", "ref", "chosen", "rejected", "student", "teacher", "low", "high"})
"""Words that tell two values of one kind apart, in whatever order a name has its words."""
POLICIES = {"reference": "ref", "target": "ref", "behavior": "old", "behaviour": "old"}
"""Other words for these in the names of log-probabilities: beside a bare one, the target is what it is drawn to."""
LOGP = re.compile(r"(^|_)log_?p(rob)?s?(_|$)")
"""How log-probabilities are called."""
LEAST_CLIP = 0.01
"""`eps=0.2` is the range of a ratio, `eps=1e-5` keeps from dividing by 0."""
LONG_WORD = 7
LONG_ENDING = 4
"""`rewards` ends in `wards`, by chance `steps` in `eps`."""
LONG_INSIDE = 6
"""`scale_growth_factor` is a `growth`; shorter words stand inside of names of other things: `max_clip_norm`."""
NEAR = 2.0
"""How many times as large one of two defaults may be that are of one thing."""
COUNTED = re.compile("(num|n|max|min)_")
"""How names of numbers begin."""
PART = re.compile(r"s?\.(\d)$")
"""How the name of a tuple's part ends, as `taken_apart` names it."""
NUMBERED = re.compile(r"(\w*?[a-zA-Z])_?\d$")
"""How names of several of one kind end."""
LENGTH = re.compile(r"([kmnKMN]|(\w+_)?(size|length|len)|len_\w+)$")
"""What a function asks for beside a list or a text, whose length it is, as in C."""
TAIL = re.compile(r"(next|last|final|bootstrap|boot)_?(\w+)$")
"""What a function asks for that is the end of a row, as the value behind the last step."""
OF_START = re.compile("(0|1|_?(cur|curr|current|start|now|i))$")
END = re.compile(r"(?P<first>\w+?)_?(next|end|new|stop|1|2)$|(next|end|new)_(?P<last>\w+)$")
"""What a step takes that is told where it ends, and not how long it is: `t_next` beside `t` or `t_cur`."""
INWARD, OUTWARD = ("input", "in"), ("output", "out")
"""Words for the two ends of what has a size at each."""
WHOLE = ("config", "cfg", "conf", "args", "hparams", "opt")
"""What stands for all settings at once: no single value that a problem gives can take its place."""
ENDS = ("t_end", "t_next", "t_to", "t_new", "t_stop", "next_t", "t1", "t_1", "t_prev", "prev_t")
"""What a step of a solver asks for that ends at a time, where a problem gives its length."""
TIME, STEP_LENGTH = "t", "dt"
"""What problems call the time at which a step begins, and its length: along time, or against it where noise is taken away."""
AGAINST_TIME = "diffusion"
"""What problems give beside it whose steps go back from data's noise."""
LEFT_BEHIND = ("cache", "caches", "ctx")
"""What a forward pass has left for a backward pass: nothing else that a problem gives can take its place."""
TWINS = (("q", "k"), ("xq", "xk"), ("query", "key"))
"""What is turned by positions together, where a problem gives one tensor."""
OF_ATTENTION = (("q", "k", "v"), ("query", "key", "value"), ("queries", "keys", "values"))
"""What attention takes, where a problem gives the tensor that it attends from, and perhaps the one that it attends to."""
OFFSET = "offset"
"""How the problems call the position of the first token."""
POSITIONS = ("token_positions", "positions", "position_ids", "pos_ids", "input_pos", "input_positions", "pos", "idx")
"""What a function asks for instead: where each token stands."""
MOST_TOKENS = frozenset(
    {
        "max_seq_len",
        "max_seq_length",
        "max_len",
        "max_length",
        "block_size",
        "context_length",
        "n_positions",
        "max_position_embeddings",
    }
)
"""Names of the number of tokens that a module is made for."""
DROPOUT = re.compile(r"(\w+_)?drop(out)?(_(rate|prob|p|ratio))?$")
"""Names of settings that a problem which doesn't give them asks to be 0: what is dropped at random has no right answer."""
LONG_ENOUGH = 512
"""More tokens than a case has; a table of all pairs of them is still small."""
SETTINGS = ("temperature", "temp", "eps", "epsilon", "tol", "dropout", "dropout_p", "label_smoothing")
"""What is a number, wherever it has one as its default: no tensor that a problem gives can take its place."""
SIDES = {"low": "high", "high": "low", "lower": "upper", "upper": "lower", "min": "max", "max": "min"}
"""Words for one of two bounds, and for the other."""
OTHER_WAY = frozenset({"inverse", "reverse", "invert", "inv", "rev"})
"""Words for going back what was gone forward."""
MOMENT = re.compile("_(mean|mu|std|sigma|var|variance)$")
"""How names of statistics end that something has: `style_std`."""
WEIGHT = re.compile("(lambda|lambd|lmbda|lam)_|.*_(weight|coeff?)$")
"""How names of weights are made that code gives to a part of its result: `lambda_gp=10`."""
SIZES_SAY = frozenset({
    "c", "channels", "d", "dim", "dimension", "dims", "embd", "embed", "embedding", "embeddings", "features",
    "ff", "head", "heads", "hidden", "in", "inputs", "len", "length", "model", "n", "out", "outputs", "patch",
    "seq", "size", "state", "width",
})  # fmt: skip
"""Words in the names of sizes, which the inputs' shapes show."""
OF_VALUES = frozenset({"ndim", "permute", "reshape", "shape", "unsqueeze", "view"})
"""What is asked of tensors and arrays, and hardly of an object that a file defines."""
OF_TRAINING = re.compile("(lr|learning_rate|epochs|(n|num|max)_(steps|iters?|iterations|epochs))$")
"""What a fit is made with that goes step by step: no number of another name takes its place."""
OF_PARTS = ("LOAD_ATTR", "LOAD_METHOD", "STORE_ATTR", "DELETE_ATTR")
"""What Python does with `x.part`."""
POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


@dataclass(frozen=True)
class Binding:
    """Which own parameter takes what is asked for, and what is left over on both sides.

    `names`: asked -> own. `missing`: asked, but not there. `derived`: own parameters that follow from what is missing or
    given. `unfilled`: own parameters that must be given and are not asked for. `defaults`: what the problem's signature
    gives to own parameters that must be given. `spread`: asked for as tuples, which own parameters take apart. `order`:
    the own parameters that may be given by place. `lent`: asked for without a parameter, and read from the object.
    `doubled`: own parameters that take what another one takes, too. `needs`: the own ones that must be given, where more must
    be than are asked for, and places alone say which these are. `switches`: own ones to turn on, or to give None, or what holds
    where a problem says nothing. `tails`: own parameters that take the end of a row, apart from the rest of it. `end`: the own
    parameter that takes the time at which a step ends.
    """

    asked: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    unfilled: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    spread: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    lent: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    switches: Mapping[str, Any] = field(default_factory=dict)
    is_plain: bool = True
    doubled: Mapping[str, str] = field(default_factory=dict)
    tails: Mapping[str, str] = field(default_factory=dict)
    end: str = ""

    def report(self) -> dict[str, list[str]]:
        """What the judge is told."""
        missing = [name for name in self.missing if name not in self.lent]
        own = list(self.names.values())
        return {"missing": missing, "unfilled": list(self.unfilled), "own": own, "needs": list(self.needs)}

    def arguments(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """By own names, what it takes; by the names asked for, what it has no parameter for."""
        given = spread({**dict(zip(self.asked, args, strict=False)), **kwargs}, self.spread)
        taken = {self.names.get(name, name): value for name, value in given.items() if name not in self.missing}
        left = {name: value for name, value in given.items() if name in self.missing}
        if self.end and STEP_LENGTH in given:
            taken.pop(STEP_LENGTH)
            taken[self.end] = end_of_step(given)
        twice = {own: given[name] for own, name in self.doubled.items() if name in given}
        for own, name in self.tails.items():
            taken |= {own: end_of_row(given[name], own, name), self.names[name]: given[name][:-1]}
        return {**self.switches, **self.defaults, **self._derived(given, left), **twice, **taken}, left

    def call(self, function: Callable[..., Any], own: Mapping[str, Any]) -> Any:
        """The function's result, by place as far as that goes: some wrappers (vmap) treat keywords otherwise."""
        leading = list(itertools.takewhile(own.__contains__, self.order))
        return function(*(own[name] for name in leading), **{k: v for k, v in own.items() if k not in leading})

    def _derived(self, given: Mapping[str, Any], left: Mapping[str, Any]) -> dict[str, Any]:
        tensors = [value for value in (*left.values(), *given.values()) if hasattr(value, "shape")]
        lengths = [len(value) for value in given.values() if getattr(value, "ndim", None) == 1]
        found: dict[str, Any] = {}
        for name in self.derived:
            if name in SIZES and tensors:
                found[name] = getattr(tensors[0], SIZES[name])
            elif name == "device":
                found[name] = HERE
            elif name in COUNTS and lengths:
                found[name] = lengths[0]
            elif name in GROUPS and len(tensors) == 1 and tensors[0].ndim == 2:
                found[name] = tensors[0].shape[1]
        return found | self._lengths(given)

    def _lengths(self, given: Mapping[str, Any]) -> dict[str, int]:
        """Of the lists and texts, in order if there are as many, else of the one that stands before."""
        asked_for = [name for name in self.derived if is_length(name)]
        places = {
            self.names[name]: len(value) for name, value in given.items() if isinstance(value, list | tuple | str)
        }
        ordered = [own for own in self.order if own in places]
        if not asked_for or not ordered:
            return {}
        if len(asked_for) == len(ordered):
            return dict(zip(asked_for, map(places.__getitem__, ordered), strict=True))
        before = {name: [own for own in self.order[: self.order.index(name)] if own in places] for name in asked_for}
        return {name: places[(found or ordered)[-1]] for name, found in before.items()}


PLAIN = Binding()
"""The function takes what is asked for, as it is asked for."""


def binding_of(
    function: Callable[..., Any],
    asked: Parameters,
    plain: Collection[str] = (),
    entry: str = "",
    functions: Collection[str] | None = None,
) -> Binding:
    """How the function is called with what the problem gives; `plain` of it are numbers, texts and lists of them.

    `entry`: the name that is asked for. A function by this name takes its parameters in the problem's order. `functions`:
    what of the given can be called, where that is known.
    """
    try:
        own = list(inspect.signature(function).parameters.values())
    except (ValueError, TypeError):
        return PLAIN
    kinds = {parameter.kind for parameter in own}
    open_ended = inspect.Parameter.VAR_POSITIONAL in kinds
    named = [parameter for parameter in own if parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)]
    asked_names = {name for name, _ in asked}
    named = [p for p in named if p.name not in WHERE or p.name in asked_names or is_to_be_told(p.default)]
    positional = [parameter.name for parameter in named if parameter.kind in POSITIONAL]
    names = [name for name, _ in asked]
    must_be_given = [p.name for p in named if p.default is p.empty]
    required = [name for name, default in asked if default is REQUIRED]
    is_asked = positional[: len(names)] == names and set(must_be_given) <= set(required)
    if open_ended or (is_asked and not dropped_in(function, asked)):
        return PLAIN
    parameters, code = parameters_in(named), code_of(function)
    if code is None and any(parameter.kind is parameter.POSITIONAL_ONLY for parameter in own):
        return PLAIN  # written in C, whose names say less than their places
    nothing = dict.fromkeys(left_over(tested_for_none(code), asked, parameters))
    own_ones = [(name, nothing.get(name, default)) for name, default in parameters]
    is_renamed = entry not in ("", getattr(function, "__name__", entry))
    ignored = never_read(code) - asked_names
    wanted = in_their_order(asked, [one for one in own_ones if one[0] not in ignored]) if is_renamed else asked
    found = bind_spread(wanted, own_ones, plain)
    unread = never_read(code) if found.unfilled else set[str]()
    idle = {*left_over(unread, asked, parameters), *unread.intersection(found.unfilled)}
    idle |= {own for name, own in found.names.items() if own in unread and not likeness(name, own)}
    idle = {name for name in idle if not says_a_size(name)}  # a size belongs to weights that come another way, too
    if idle:
        found = bind_spread(wanted, [one for one in own_ones if one[0] not in idle], plain)
    found = without_switches_for_tensors(found, asked, own_ones, used_as_tensors(code))
    if found.end and getattr(function, "__name__", "") == entry:  # whose name is the statement's takes what that gives
        found = replace(found, names={**found.names, STEP_LENGTH: found.end}, end="")
    if functions is not None:
        called = called_in(code)
        found = with_one_function_for_all(without_values_that_are_called(found, called, functions), called, functions)
    left: dict[str, Any] = {name: None for name in (*idle, *nothing) if name not in found.names.values()}
    if isinstance(function, type):
        left |= {name: LONG_ENOUGH for name in (*found.unfilled, *found.derived) if name in MOST_TOKENS}
        left |= {name: 0.0 for name in found.unfilled if DROPOUT.match(name)}
        left |= {name: 0.0 for name in dropped_in(function, asked) if name not in found.names.values()}
        unfilled, derived = ([n for n in names if n not in left] for names in (found.unfilled, found.derived))
        found = replace(found, unfilled=tuple(unfilled), derived=tuple(derived))
    return replace(found, asked=tuple(names), order=tuple(positional), switches=left)


def dropped_in(kind: Callable[..., Any], asked: Parameters) -> dict[str, float]:
    """The shares that a class drops at random unless it is told otherwise, where the problem does not speak of that."""
    own = inspect.signature(kind).parameters.values() if isinstance(kind, type) else ()
    shares = {one.name: one.default for one in own if DROPOUT.match(one.name) and type(one.default) is float}
    return {
        name: share
        for name, share in shares.items()
        if share > 0 and not any(DROPOUT.match(other) or likeness(other, name) for other, _ in asked)
    }


def in_their_order(asked: Parameters, own: Parameters) -> Parameters:
    """What is asked for, in the order of a function that has other names for none of it."""
    order = [name for name, _ in own]
    if not set(order) <= {name for name, _ in asked}:
        return asked
    return sorted(asked, key=lambda one: order.index(one[0]) if one[0] in order else len(order))


def left_over(names: Collection[str], asked: Parameters, own: Parameters) -> list[str]:
    """Those of these names that must be given, beside as many as the problem gives, and are like nothing of it."""
    must = [name for name, default in own if default is REQUIRED]
    if len(must) <= sum(default is REQUIRED for _, default in asked):
        return []
    return [name for name in must if name in names and not any(likeness(other, name) for other, _ in asked)]


def without_switches_for_tensors(
    found: Binding, asked: Parameters, own: Parameters, tensors: Collection[str]
) -> Binding:
    """The binding, where no switch takes the place of what must be given and the code uses as a tensor."""
    needed = {name for name, default in own if default is REQUIRED} & set(tensors)
    switches = {name for name, default in asked if isinstance(default, bool)}
    hollow = {name: other for name, other in found.names.items() if name in switches and other in needed}
    hollow = {name: other for name, other in hollow.items() if not likeness(name, other)}
    return without(found, hollow)


def without_values_that_are_called(found: Binding, called: Collection[str], functions: Collection[str]) -> Binding:
    """The binding, where nothing takes the place of what the code calls, as its own network, but what can be called."""
    return without(
        found, {name: other for name, other in found.names.items() if other in called and name not in functions}
    )


def with_one_function_for_all(found: Binding, called: Collection[str], functions: Collection[str]) -> Binding:
    """The binding, with the one function that a problem gives for all that the code calls under names of one kind.

    `spatial_attn` and `temporal_attn`, where the problem has one attention for both.
    """
    bound = [(name, found.names[name]) for name in functions if name in found.names]
    if len(functions) != 1 or len(bound) != 1:
        return found
    given, own = bound[0]
    alike = [one for one in found.unfilled if one in called and is_of_one_kind(one, own)]
    unfilled = tuple(one for one in found.unfilled if one not in alike)
    return replace(found, doubled={**found.doubled, **dict.fromkeys(alike, given)}, unfilled=unfilled)


def is_of_one_kind(one: str, other: str) -> bool:
    """Whether two names end with the same word, behind another one: letters, as in `s_net`, stand for different things."""
    (first, _, kind), (second, _, same_kind) = one.rpartition("_"), other.rpartition("_")
    return kind == same_kind and min(len(first), len(second)) > 1


def without(found: Binding, hollow: Mapping[str, str]) -> Binding:
    """The binding without these pairs: what is asked for has no place, and what must be given nothing in it."""
    if not hollow:
        return found
    return replace(
        found,
        names={name: other for name, other in found.names.items() if name not in hollow},
        missing=(*found.missing, *hollow),
        unfilled=(*found.unfilled, *hollow.values()),
        defaults={name: value for name, value in found.defaults.items() if name not in hollow.values()},
    )


def code_of(function: Callable[..., Any]) -> types.CodeType | None:
    """What Python runs, of a function of the file."""
    code = getattr(inspect.unwrap(getattr(function, "__func__", function)), "__code__", None)
    return code if isinstance(code, types.CodeType) else None


def says_a_size(name: str) -> bool:
    """`d_model`, `num_groups`."""
    return not SIZES_SAY.isdisjoint(name.lower().split("_")) or is_a_number_of(name)


def never_read(code: types.CodeType | None) -> set[str]:
    """The parameters that no result can depend on: neither the code nor a function inside of it reads them."""
    if code is None:
        return set()
    own = set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]) - set(code.co_cellvars)
    for step in dis.get_instructions(code):
        if step.opname not in ("STORE_FAST", "DELETE_FAST"):
            own -= set(step.argval) if isinstance(step.argval, tuple) else {step.argval}
    return own


def is_of_objects(name: str) -> bool:
    """Whether a first parameter of this name is the object, or its class, that a method belongs to."""
    return name.strip("_") in ("self", "cls", "this", "klass", "mcs", "")


def has_no_self(code: types.CodeType | None) -> bool:
    """Whether the first parameter of what stands in a class is a value: one asks it for more than its parts, or for a shape."""
    first = "self" if code is None or not code.co_argcount else code.co_varnames[0]
    if code is None or is_of_objects(first):
        return False
    steps = list(dis.get_instructions(code))
    uses = [after for step, after in itertools.pairwise(steps) if step.argval == first and "LOAD" in step.opname]
    return any(after.opname not in OF_PARTS or after.argval in OF_VALUES for after in uses)


def called_in(code: types.CodeType | None) -> set[str]:
    """The parameters that are called and never bound anew: `model(x, t)`. None where the text is not known."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(code))) if code is not None else ast.Module([], [])
    except (OSError, TypeError, SyntaxError, ValueError):
        return set()
    nodes = list(ast.walk(tree))
    called = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    bound = {node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    own = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount] if code is not None else ()
    return called.intersection(own) - bound


def used_as_tensors(code: types.CodeType | None) -> set[str]:
    """The names of which something is asked that no number has: `x.transpose`."""
    steps = list(dis.get_instructions(code)) if code is not None else []
    return {
        str(step.argval)
        for step, after in itertools.pairwise(steps)
        if step.opname.startswith("LOAD_FAST") and after.opname in OF_PARTS
    }


def tested_for_none(code: types.CodeType | None) -> set[str]:
    """The names of which `x is None` or `x is not None` is asked."""
    steps, found = list(dis.get_instructions(code)) if code is not None else [], set[str]()
    for step, after, last in zip(steps, steps[1:], steps[2:], strict=False):
        is_asked = after.opname.endswith("NONE") and "JUMP" in after.opname
        is_compared = after.opname == "LOAD_CONST" and after.argval is None and last.opname == "IS_OP"
        if step.opname.startswith("LOAD_FAST") and (is_asked or is_compared):
            found.add(str(step.argval))
    return found


def texts_compared(code: types.CodeType | None) -> Iterator[tuple[str, str]]:
    """The names that code compares with a text, each with the text: `mode == "sum"`."""
    steps = list(dis.get_instructions(code)) if code is not None else []
    for step, after, last in zip(steps, steps[1:], steps[2:], strict=False):
        is_text = after.opname == "LOAD_CONST" and isinstance(after.argval, str)
        if step.opname.startswith("LOAD_FAST") and is_text and last.opname == "COMPARE_OP" and "==" in str(last.argval):
            yield str(step.argval), after.argval


def is_to_be_told(default: Any) -> bool:
    """Whether where a tensor lies has to be said: there is no default, or one that not every machine has."""
    return default is inspect.Parameter.empty or str(default).startswith(ELSEWHERE)


def switched_on(binding: Binding, function: Callable[..., Any], entry: str, asked: Parameters) -> Binding:
    """With the switches on that the entry's name speaks of, and the problem does not ask for: `causal` of `causal_attention`.

    What must be given and is compared with texts is such a switch, too: `mode == "hinge"` of `hinge_loss`.
    """
    try:
        own = inspect.signature(function).parameters.values()
    except (ValueError, TypeError):
        return binding
    taken = {*binding.names.values(), *(name for name, _ in asked)}
    words = set(entry.lower().split("_"))
    switches: dict[str, Any] = {
        p.name: True for p in own if p.default is False and p.name not in taken and speaks_of(p.name, words)
    }
    compared = list(texts_compared(code_of(function)))
    for name in binding.unfilled:
        meant = {text for other, text in compared if other == name and says_the_mode(text, entry)}
        switches |= dict.fromkeys([name], *meant) if len(meant) == 1 else {}
    unfilled = tuple(name for name in binding.unfilled if name not in switches)
    return replace(binding, switches={**binding.switches, **switches}, unfilled=unfilled) if switches else binding


def speaks_of(switch: str, words: Collection[str]) -> bool:
    """Whether all words of a switch's name, but for `is` and `use`, are among these; `reverse` speaks of an inverse, too."""
    own = set(switch.lower().replace("-", "_").split("_")) - {"is", "use"}
    turns = own <= OTHER_WAY and not OTHER_WAY.isdisjoint(words)
    return bool(own) and (own.issubset(words) or turns)


def says_the_mode(text: str, entry: str) -> bool:
    """Whether a text is in an entry's name, before the last word, which says what all modes have in common: `k3` of `k3_kl`."""
    *before, last = entry.lower().split("_")
    return speaks_of(text, before or [last])


def parameters_in(own: Sequence[inspect.Parameter]) -> Parameters:
    """Names and defaults."""
    return [(p.name, REQUIRED if p.default is p.empty else p.default) for p in own]


def other_defaults(function: Callable[..., Any], asked: Parameters, binding: Binding) -> list[list[Any]]:
    """For each number or switch that may be left out: its name, the own one, and the own default, where that is another.

    Where the statement's is None, a number that has an effect: neither 0 nor 1.
    """
    try:
        own = inspect.signature(function).parameters
    except (ValueError, TypeError):
        return []
    found = []
    for name, default in asked:
        parameter = own.get(name if binding.is_plain else binding.names.get(name, ""))
        if parameter is None or parameter.default is parameter.empty or not isinstance(default, int | float | None):
            continue
        instead = parameter.default
        if default is None:
            found += [[name, parameter.name, instead]] * (type(instead) in (int, float) and instead not in (0, 1))
            continue
        kinds = (bool,) if isinstance(default, bool) else (int, float)
        if instead != default and (instead is None or type(instead) in kinds):
            found.append([name, parameter.name, instead])
    return found


def with_defaults(binding: Binding, asked: Parameters, own: Mapping[str, str]) -> Binding:
    """The binding, where the parameters of these names, asked -> own, are given what the problem's signature says."""
    if not own:
        return binding
    given = {parameter: default for name, default in asked if (parameter := own.get(name)) is not None}
    if binding.is_plain:
        names = tuple(name for name, _ in asked)
        binding = replace(binding, asked=names, names={name: name for name in names}, order=names, is_plain=False)
    return replace(binding, defaults={**binding.defaults, **given})


def bind_spread(asked: Parameters, own: Parameters, plain: Collection[str] = ()) -> Binding:
    """The binding, where `betas` may be taken as `beta1` and `beta2`."""
    tuples = {name: len(default) for name, default in asked if isinstance(default, tuple)}
    own_names = {name for name, _ in own}
    more = len(own) - len(asked)
    are_named = all(
        any(is_part(f"{name}.{i}", one) for one in own_names) for name, n in tuples.items() for i in range(n)
    )
    fits = are_named or more == sum(tuples.values()) - len(tuples)
    if not tuples or own_names & tuples.keys() or not fits:
        return bind(asked, own, plain)
    parts = [part for parameter in asked for part in taken_apart(*parameter)]
    found = bind(parts, own, plain)
    return replace(found, asked=tuple(name for name, _ in asked), spread=tuple(tuples))


def taken_apart(name: str, default: Any) -> Parameters:
    """The parts of a tuple, as parameters."""
    return (
        [(f"{name}.{i}", part) for i, part in enumerate(default)] if isinstance(default, tuple) else [(name, default)]
    )


def spread(given: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """The values of tuples, each under a name of its own."""
    parts = {f"{name}.{i}": part for name in names for i, part in enumerate(given.get(name, ()))}
    return {**{name: value for name, value in given.items() if name not in names}, **parts}


def bind(asked: Parameters, own: Parameters, plain: Collection[str] = ()) -> Binding:
    """The binding of two lists of parameters."""
    names = [name for name, _ in asked]
    takers = [one for one in own if one[0] not in WHERE or one[0] in names]
    pairs, lengths = paired(asked, takers, plain)
    counted = positions_in(pairs, names, takers)
    pairs = {name: other for name, other in pairs.items() if other not in counted}
    twins = twins_in(pairs, asked, takers)
    pairs = {name: other for name, other in pairs.items() if other not in twins}
    end = end_in(pairs, names, takers)
    pairs = {name: other for name, other in pairs.items() if other != end}
    taken = {*pairs.values(), *counted, *([end] if end else [])}
    missing = tuple(name for name in names if name not in pairs and not (end and name == STEP_LENGTH))
    left = [(name, default) for name, default in own if name not in taken]
    groups = GROUPS if REWARDS in names else ()
    derived = tuple(name for name, _ in left if name in (*SIZES, *COUNTS, *groups, *lengths))
    doubled = (
        twins
        | attended_in(pairs, asked, takers)
        | sides_in(pairs, own)
        | in_and_out(pairs, [name for name, default in left if default is REQUIRED], asked, plain)
    )
    tails = tails_in(pairs, [name for name, default in left if default is REQUIRED], plain)
    unfilled = tuple(
        name
        for name, default in left
        if default is REQUIRED and name not in derived and name not in doubled and name not in tails
    )
    needed = {name for name, default in own if default is REQUIRED}
    optional = {name: default for name, default in asked if default is not REQUIRED}
    defaults = {pairs[name]: value for name, value in optional.items() if pairs.get(name) in needed}
    guessed = [other for name, other in pairs.items() if other in needed and not likeness(name, other)]
    is_guessed = bool(unfilled) and any(not SIZES_SAY.isdisjoint(other.lower().split("_")) for other in guessed)
    needs = tuple(name for name, default in own if default is REQUIRED and name != "self") if is_guessed else ()
    return Binding(
        *(tuple(names), pairs, missing, (*derived, *counted), unfilled, defaults),
        lent=(OFFSET,) if counted else (),
        needs=needs,
        is_plain=False,
        doubled=doubled,
        tails=tails,
        end=end,
    )


def end_in(pairs: Mapping[str, str], asked: Sequence[str], own: Parameters) -> str:
    """The parameter for the time at which a step ends, where a problem gives its length, and nothing is called so."""
    lengths = [name for name, _ in own if likeness(STEP_LENGTH, name)]
    if not {TIME, STEP_LENGTH} <= set(asked) or TIME not in pairs or lengths:
        return ""
    must = [name for name, default in own if default is REQUIRED and name != pairs[TIME]]
    ends = [name for name in must if name in ENDS or is_end(name, pairs[TIME])]
    return ends[0] if len(ends) == 1 and pairs.get(STEP_LENGTH, ends[0]) == ends[0] else ""


def end_in_words(end: str, asked: Collection[str]) -> str:
    """What that parameter is given."""
    return f"your {end} gets {TIME} {'-' if AGAINST_TIME in asked else '+'} {STEP_LENGTH}"


def end_of_step(given: Mapping[str, Any]) -> Any:
    """The time at which it ends."""
    length = given[STEP_LENGTH]
    return given[TIME] - length if AGAINST_TIME in given else given[TIME] + length


def twins_in(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The keys beside the queries, where code turns both and a problem gives one tensor: what is done to them is the same."""
    needed = [name for name, default in asked if default is REQUIRED]
    if len(needed) != 1 or OFFSET not in dict(asked):
        return {}
    must = [name for name, default in own if default is REQUIRED]
    return {two: needed[0] for one, two in TWINS if pairs.get(needed[0]) == one and two in must}


def attended_in(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The keys and values of attention that a problem gives as one tensor, or gives none of: of its queries' own then.

    `forward(query, key, value)` of a module for self-attention, whose problem gives `x`.
    """
    needed = [name for name, default in asked if default is REQUIRED and name != "self"]
    must = {name.lower(): name for name, default in own if default is REQUIRED}
    for names in OF_ATTENTION:
        if len(needed) in (1, 2) and must.keys() >= set(names):
            places = [must[name] for name in names]
            if [pairs.get(name) for name in needed] == places[: len(needed)]:
                return dict.fromkeys(places[len(needed) :], needed[-1])
    return {}


def positions_in(pairs: Mapping[str, str], asked: Sequence[str], own: Parameters) -> list[str]:
    """The parameter for the positions of all tokens, where a problem gives that of the first, and nothing else takes it."""
    if OFFSET not in asked or pairs.get(OFFSET, POSITIONS[0]) not in POSITIONS:
        return []
    others = {other for name, other in pairs.items() if name != OFFSET}
    return [name for name, default in own if default in (REQUIRED, None) and name in POSITIONS and name not in others][
        :1
    ]


def paired(asked: Parameters, own: Parameters, plain: Collection[str]) -> tuple[dict[str, str], list[str]]:
    """Asked -> own; and own lengths of what is given."""
    must_be_given = sum(default is REQUIRED for _, default in own)
    fit = must_be_given <= len(asked) <= len(own)
    pairs = by_place(asked, own) if fit else {}
    if fit and (initials := by_initials(pairs, own)):
        spoken = in_another_order(asked, own, initials)
        pairs = spoken if needed_by(own).issubset(spoken.values()) else pairs
    elif fit and (kinds := by_kinds(asked, own)):
        pairs |= kinds
    elif fit and are_elsewhere(pairs, own):
        pairs = in_another_order(asked, own)
    pairs = exchanged_by_defaults(pairs, asked, own)
    lengths = lengths_in(asked, own, plain)
    if not fit or asks_for_else(pairs, asked, own, plain):
        pairs = by_names(asked, [one for one in own if one[0] not in lengths], plain)
        pairs = with_last_letter(pairs, asked, own)
    return pairs, lengths


def by_kinds(asked: Parameters, own: Parameters) -> dict[str, str]:
    """What must be given, where it is two or more of each kind, and the function has all of one kind before the next.

    `mu1, cov1, mu2, cov2` at `mu_x, mu_y, sigma_x, sigma_y`: the first mean is the first one there, too.
    """
    given, must = ([name for name, default in both if default is REQUIRED] for both in (asked, own))
    wanted = in_kinds(given, 0)
    if len(given) != len(must) or len(wanted) < 2:
        return {}
    for word in (0, -1):
        theirs = in_kinds(must, word)
        known = {kind: name for kind in wanted for name in theirs if likeness(kind, name)}
        left = [
            [kind for kind in kinds if kind not in known and kind not in known.values()] for kinds in (wanted, theirs)
        ]
        sizes = {len(names) for names in (*wanted.values(), *theirs.values())}
        if known and len(set(known.values())) == len(known) and len(left[0]) == len(left[1]) <= 1 and len(sizes) == 1:
            known |= dict(zip(*left, strict=True))
            found = {
                one: other for kind in wanted for one, other in zip(wanted[kind], theirs[known[kind]], strict=True)
            }
            return {} if [found[name] for name in given] == must or sizes == {1} else found
    return {}


def in_kinds(names: Sequence[str], word: int) -> dict[str, list[str]]:
    """The names by what each is one of several of: without its number, or by its first or last word."""
    found: dict[str, list[str]] = {}
    for name in names:
        numbered = NUMBERED.match(name)
        found.setdefault(numbered[1] if numbered else name.split("_")[word], []).append(name)
    return found


def needed_by(own: Parameters) -> set[str]:
    """What a function must be given."""
    return {name for name, default in own if default is REQUIRED}


def by_initials(pairs: Mapping[str, str], own: Parameters) -> dict[str, str]:
    """Letters that are asked for, each with the one name that begins so, if two or more of these stand at other places.

    One letter at another place may be chance: `s, p, d` beside `padding, dilation, stride` is not.
    """
    names = [name for name, _ in own]
    letters = [name for name in pairs if len(name) == 1 and name not in names]
    found = {
        letter: begun[0]
        for letter in letters
        if len(begun := [name for name in names if len(name) > 1 and name.startswith(letter)]) == 1
    }
    at = {other: name for name, other in pairs.items()}
    found = {
        letter: other
        for letter, other in found.items()
        if not likeness(letter, pairs[letter]) and not (other in at and likeness(at[other], other))
    }
    return found if sum(pairs[letter] != other for letter, other in found.items()) > 1 else {}


def with_last_letter(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The pairs, with the last of what must be given at the last place that must be filled.

    `x` with `pred`, where `y` is `gt` by its name: a letter says nothing else. Another name, only where the place would go to
    what may be left out and has another name, too.
    """
    given = dict(asked)
    firm = {name: other for name, other in pairs.items() if given[name] is REQUIRED or likeness(name, other)}
    open_ones = [name for name, default in asked if default is REQUIRED and name not in pairs]
    free = [other for other, default in own if default is REQUIRED and other not in firm.values()]
    are_as_many = sum(default is REQUIRED for default in given.values()) == sum(
        default is REQUIRED for _, default in own
    )
    if not are_as_many or len(open_ones) != 1 or len(free) != 1:
        return dict(pairs)
    held = {other: given[name] for name, other in pairs.items()}
    if len(open_ones[0]) != 1 and type(held.get(free[0])) not in (int, float):
        return dict(pairs)
    is_a_size = says_a_size(free[0]) and free[0] not in SIZES_SAY  # `d_model` is one, `model` is not
    says_else = is_whole(free[0]) or is_a_size or is_continued(free[0], given)
    if says_else or free[0] in (*SIZES, *COUNTS, *LEFT_BEHIND):
        return dict(pairs)
    return {**{name: other for name, other in pairs.items() if other != free[0]}, open_ones[0]: free[0]}


def sides_in(pairs: Mapping[str, str], own: Parameters) -> dict[str, str]:
    """The upper bound beside the lower one, or the other way round, where a problem gives one number for both: `clip`."""
    defaults = dict(own)
    return {
        twin: name
        for name, one in pairs.items()
        if (twin := other_side(one)) in defaults and twin not in pairs.values()
        if type(defaults[one]) is float and defaults[twin] == defaults[one]
    }


def other_side(name: str) -> str:
    """`clip_eps_high` for `clip_eps_low`; nothing for a name that says no side."""
    parts = name.split("_")
    turned = [SIDES.get(part, part) for part in parts]
    return "_".join(turned) if turned != parts else ""


def in_and_out(
    pairs: Mapping[str, str], open_ones: Sequence[str], asked: Parameters, plain: Collection[str]
) -> dict[str, str]:
    """Where a problem gives one width, not one of two by its name, the parameters for what goes out beside what comes in."""
    needed = [name for name, default in asked if default is REQUIRED]
    widths = [name for name in needed if name in plain and name in pairs]
    found = {
        one: [name for name in widths if are_ends(pairs[name], one) and (len(needed) == 1 or not are_ends(name, one))]
        for one in open_ones
    }
    return {one: names[0] for one, names in found.items() if len(names) == 1}


def tails_in(pairs: Mapping[str, str], open_ones: Sequence[str], plain: Collection[str]) -> dict[str, str]:
    """The one parameter that takes the end of a row that the problem gives whole: `last_value` beside `values`."""
    found = {
        one: name
        for one in open_ones
        for name, own in pairs.items()
        if name not in plain and continues(one, name) and related(own, name)
    }
    return found if len(found) == 1 else {}


def continues(one: str, name: str) -> bool:
    """`next_value`, `last_value`, `bootstrap_value` and `next_values` of `values`."""
    tail = TAIL.match(one.lower())
    return tail is not None and name.endswith("s") and same(tail[2].removesuffix("s"), name.removesuffix("s"))


def is_end(own: str, start: str) -> bool:
    """Whether a parameter takes the time at the end of a step, by its name beside that of the time at the start."""
    found = END.match(own.lower())
    return found is not None and (found["first"] or found["last"]) == OF_START.sub("", start.lower())


def end_of_row(row: Any, own: str, name: str) -> Any:
    """Its last entry, or all but its first one for `next_values`."""
    return row[1:] if is_the_rest(own, name) else row[-1]


def is_the_rest(own: str, name: str) -> bool:
    """Whether it is `next_values`, where `next_value` is the last alone."""
    return own.lower().startswith("next") and same(own[len("next") :], name)


def in_words(tail: str, name: str, own: str) -> str:
    """Which part of a row each of the two takes."""
    part = "all but the first" if is_the_rest(tail, name) else "the last"
    return f"{name} is split: your {own} gets all entries but the last, your {tail} gets {part}"


def are_ends(one: str, other: str) -> bool:
    """`in_channels` and `out_channels`, `inplanes` and `planes`, `dim` and `dim_out`: one size, at both ends."""
    return end_of(one, ()) != end_of(other, ()) and any(
        end_of(first, INWARD) == end_of(second, OUTWARD) for first, second in ((one, other), (other, one))
    )


def end_of(name: str, words: Sequence[str]) -> str:
    """Without the word that says which end it is; of which size it is."""
    plain = name.lower().strip("_")
    for word in words:
        if plain.startswith(word):
            return plain.removeprefix(word).strip("_").removesuffix("s")
        if plain.endswith(f"_{word}"):
            return plain.removesuffix(f"_{word}").removesuffix("s")
    return plain.removesuffix("s")


def lengths_in(asked: Parameters, own: Parameters, plain: Collection[str]) -> list[str]:
    """Lengths that must be given, where the problem gives no tensors and fewer values than must be given."""
    needed = [name for name, default in own if default is REQUIRED]
    if len(needed) <= len(asked) or any(name not in plain for name, default in asked if default is REQUIRED):
        return []
    own_names = {name for name, _ in own}
    others = [name for name, _ in asked if name not in own_names]  # `k` stands for itself where it is one of them
    lengths = [
        name
        for name in needed
        if is_length(name) and name not in dict(asked) and not any(likeness(other, name) for other in others)
    ]
    return lengths[: len(needed) - len(asked)]


def is_length(name: str) -> bool:
    """Whether a parameter may be the length of another."""
    return LENGTH.match(name) is not None


def are_elsewhere(pairs: Mapping[str, str], own: Parameters) -> bool:
    """Whether a name stands at another place than what it is paired with by order, and says more about that place.

    The problem's own names in another order are a mistake about its order: callers give by place. A letter that is usual for
    a name, as `n` for `size`, says too little alone.
    """
    if {other for other, _ in own} <= pairs.keys():
        return False
    at = {other: likeness(name, other) for name, other in pairs.items()}
    moved = [
        (name, other)
        for name, taken in pairs.items()
        for other, _ in own
        if likeness(name, other) > max(at[taken], at.get(other, 0))
    ]
    return len(moved) > 1 or any(same(*pair) or min(map(len, pair)) > 1 for pair in moved)


def exchanged_by_defaults(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The pairs, where two numbers that may be left out have each other's defaults, and names that say nothing.

    `beta_1=20.0, beta_0=0.1` for `beta_min=0.1, beta_max=20.0`.
    """
    given, theirs = dict(asked), dict(own)
    numbers = [name for name, other in pairs.items() if type(given[name]) in (int, float) and other in theirs]
    for one, two in itertools.combinations(numbers, 2):
        first, second = pairs[one], pairs[two]
        are_exchanged = (theirs[second], theirs[first]) == (given[one], given[two]) and given[one] != given[two]
        said = any(likeness(name, other) for name in (one, two) for other in (first, second))
        if are_exchanged and not said:
            return {**pairs, one: second, two: first}
    return dict(pairs)


def in_another_order(
    asked: Parameters, own: Parameters, initials: Mapping[str, str] = types.MappingProxyType({})
) -> dict[str, str]:
    """By names as far as they say it; what else must be given on both sides, in order; then one number to one that is left."""
    taken = initials.values()
    pairs = by_likeness([one for one in asked if one[0] not in initials], [one for one in own if one[0] not in taken])
    pairs |= initials
    pairs |= by_a_letter(pairs, asked, own)
    free = [other for other, default in own if default is REQUIRED and other not in pairs.values()]
    open_ones = [name for name, default in asked if default is REQUIRED and name not in pairs]
    left = [name for name, default in asked if type(default) in (int, float) and name not in pairs]
    last = free[len(open_ones) :]
    open_ones += left if len(left) == len(last) == 1 and not is_a_number_of(last[0]) else []
    return with_last_number(pairs | dict(zip(open_ones, free, strict=False)), asked, own)


def by_a_letter(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """What must be given, and is nowhere yet, at the one number of a single letter with which its name begins: `G=32`."""
    open_ones = [name for name, default in asked if default is REQUIRED and name not in pairs]
    letters = [name for name, default in own if type(default) is int and len(name) == 1 and name not in pairs.values()]
    if len(open_ones) != 1 or len(letters) != 1 or open_ones[0][0].lower() != letters[0].lower():
        return {}
    return {open_ones[0]: letters[0]}


def with_last_number(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The pairs, with the one number that may be left out at the one place for such that is left, if both may be of one thing."""
    left = [name for name, default in asked if type(default) in (int, float) and name not in pairs]
    free = [name for name, default in own if type(default) in (int, float) and name not in pairs.values()]
    if len(left) != 1 or len(free) != 1 or is_another_option(left[0], free[0], asked, own):
        return dict(pairs)
    return {**pairs, left[0]: free[0]}


def asks_for_else(pairs: Mapping[str, str], asked: Parameters, own: Parameters, plain: Collection[str]) -> bool:
    """Whether a value is at a place that it cannot be for: that of a size or a switch, where a problem gives a tensor."""
    names = {name for name, _ in asked}
    needed = {name for name, default in own if default is REQUIRED and name not in names}
    switches = {name for name, default in own if isinstance(default, bool)}
    values = {name for name, default in asked if default is REQUIRED and name not in plain}
    switches |= {name for name, default in own if is_a_number_by_default(name, default)}
    if any(name in values and other in switches and not related(name, other) for name, other in pairs.items()):
        return True
    if any(is_another_option(name, other, asked, own) for name, other in pairs.items()):
        return True
    if any(name in values and is_continued(other, names) for name, other in pairs.items()):
        return True
    a_number = {other for name, other in pairs.items() if name in plain}
    may_be_left = len(needed) < sum(default is REQUIRED for _, default in asked)
    left_behind = {name for name in needed if name in LEFT_BEHIND and not any(likeness(one, name) for one in names)}
    return any(
        is_whole(name) or (may_be_left and name in left_behind) or (name in SIZES and name not in a_number)
        for name in needed
    )


def is_continued(other: str, asked: Collection[str]) -> bool:
    """Whether it is the end of a row that the problem gives under its own name, and nothing else that is given."""
    return any(continues(other, name) for name in asked) and not any(same(other, name) for name in asked)


def is_a_number_by_default(name: str, default: Any) -> bool:
    """Whether a parameter is a setting, a weight, or a count as `T=1000`, that has a number as its default."""
    is_weight = WEIGHT.match(name.lower()) is not None and type(default) in (int, float)
    return is_weight or (name in SETTINGS and isinstance(default, float)) or (name in COUNTS and type(default) is int)


def is_whole(name: str) -> bool:
    """`config`, or `model_config`."""
    return name.rpartition("_")[2] in WHOLE


def is_another_option(name: str, other: str, asked: Parameters, own: Parameters) -> bool:
    """Whether both may be left out, and neither their names nor what they are then have anything in common.

    Or one is a number and the other a text, or of training alone. Or only what is asked for may be, is no whole number, and
    stands where a number of things must be given; or is a number, and stands where a mask must be; or a setting, as `eps`,
    and stands where a mean or a deviation must be.
    """
    default, instead = dict(asked)[name], dict(own)[other]
    if type(default) in (int, float) and instead is REQUIRED and other.lower().endswith("mask"):
        return not likeness(name, other)
    if default is not REQUIRED and instead is REQUIRED:
        is_no_count = isinstance(default, float) or (default is None and other.startswith(("max_", "min_")))
        is_value = name in SETTINGS and isinstance(default, float) and MOMENT.search(other) is not None
        return (is_value or (is_no_count and is_a_number_of(other))) and not likeness(name, other)
    if default is None and instead is None:
        return bool(COUNTED.match(other)) and not COUNTED.match(name) and not likeness(name, other)
    is_number = isinstance(default, int | float)
    is_of_training = OF_TRAINING.match(other) is not None and type(instead) in (int, float) and default != instead
    if is_number and (isinstance(instead, str) or is_of_training):
        return not likeness(name, other)
    numbers = is_number and (instead is None or isinstance(instead, int | float))
    if not numbers or are_near(default, instead) or other in AT_ONE_PLACE.get(name, ()):
        return False
    return not likeness(name, other) and name[:1].lower() != other[:1].lower()


def are_near(one: float, other: float | None) -> bool:
    """Whether two defaults are so alike that they may be of one thing: 0.996 and 0.99, but not 0.996 and 0.005."""
    if other is None or isinstance(one, bool) or isinstance(other, bool):
        return one == other
    return one == other or max(one, other) <= NEAR * min(one, other)


def is_a_number_of(name: str) -> bool:
    """`num_groups`, `max_position`, `group_size`."""
    return bool(COUNTED.match(name)) or (is_length(name) and "_" in name)


def by_place(asked: Parameters, own: Parameters) -> dict[str, str]:
    """What may be left out by its name where there is that name; the rest in order."""
    own_names = {name for name, _ in own}
    pairs = {name: name for name, default in asked if default is not REQUIRED and name in own_names}
    taken = set(pairs.values())
    rest = iter([name for name, _ in own if name not in taken])
    for name, _ in asked:
        if name not in pairs:
            pairs[name] = next(rest)
    optional = [name for name, default in own if default is not REQUIRED]
    for name, other in pairs.items():
        if other in optional and name not in other.split("_"):  # `p` is `top_p`, not the `top_k` at its place
            spoken = [free for free in optional if free not in pairs.values() and name in free.split("_")]
            pairs[name] = spoken[0] if len(spoken) == 1 else other
    return pairs


def by_names(asked: Parameters, own: Parameters, plain: Collection[str] | None = None) -> dict[str, str]:
    """Equal names, then usual ones, then what stands between two that are bound, in order.

    `plain` is None where it is not known which are numbers and texts.
    """
    pairs = by_likeness(asked, own)
    are_numbers = plain is not None and all(name in plain for name, default in asked if default is REQUIRED)
    sizes = WHERE if are_numbers else tuple(SIZES)  # without tensors, a size is a number as others are
    may_switch = any(isinstance(default, bool) for name, default in asked if name not in pairs)
    usable = [name for name, _ in own if name not in (*sizes, *COUNTS, *LEFT_BEHIND) and not is_whole(name)]
    usable = [name for name in usable if may_switch or not isinstance(dict(own)[name], bool)]
    usable = [name for name in usable if name not in SETTINGS or not isinstance(dict(own)[name], float)]
    gap_asked: list[str] = []
    place = 0
    for name, _ in (*asked, ("", None)):
        if name and name not in pairs:
            gap_asked.append(name)
            continue
        end = usable.index(pairs[name]) if name and pairs[name] in usable else len(usable)
        between = [other for other in usable[place:end] if other not in pairs.values()]
        between = [other for other in between if not is_continued(other, dict(asked))]
        paired = in_order(
            gap_asked, between, lambda one, other: is_a_tensor_for_a_number(one, other, asked, own, plain)
        )
        pairs |= {one: other for one, other in paired if not is_another_option(one, other, asked, own)}
        gap_asked, place = [], max(place, end + 1)
    return pairs


def in_order(asked: Sequence[str], own: Sequence[str], skips: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    """Pairs, one after the other; what is asked for and skips what would be its turn has none."""
    place = 0
    for one in asked:
        if place < len(own) and not skips(one, own[place]):
            yield one, own[place]
            place += 1


def is_a_tensor_for_a_number(
    name: str, other: str, asked: Parameters, own: Parameters, plain: Collection[str] | None
) -> bool:
    """Whether a tensor that must be given would stand for a number that may be left out: a mask for `clip_eps=0.2`."""
    is_tensor = plain is not None and name not in plain and dict(asked)[name] is REQUIRED
    default = dict(own)[other]
    return is_tensor and isinstance(default, int | float) and not isinstance(default, bool)


def by_likeness(asked: Parameters, own: Parameters) -> dict[str, str]:
    """Equal names, then usual ones, then `eps` for the clip where it is as wide as one."""
    pairs: dict[str, str] = {}
    for fits in (same, is_part, related):
        for name, _ in asked:
            free = [other for other, _ in own if other not in pairs.values()]
            match = next((other for other in free if name not in pairs and fits(name, other)), None)
            if match is not None:
                pairs[name] = match
    wide = [other for other, default in own if other == "eps" and isinstance(default, float) and default >= LEAST_CLIP]
    if wide and "clip" in dict(asked) and "clip" not in pairs and wide[0] not in pairs.values():
        pairs["clip"] = wide[0]
    return pairs


def likeness(one: str, other: str) -> int:
    """2 for one name, 1 for two of one thing."""
    return 2 if same(one, other) else int(related(one, other))


def same(one: str, other: str) -> bool:
    """`numHeads` and `num_heads`; `beta1` and the first part of `betas`."""
    return spelled(one) == spelled(other)


def is_part(part: str, own: str) -> bool:
    """`beta1`, `b1` and `b_1`, for the first part of `betas`."""
    number = PART.search(part)
    short = "" if number is None else f"{part[0]}{int(number[1]) + 1}"
    return same(part, own) or (bool(short) and spelled(own) == short)


def spelled(name: str) -> str:
    """Without what is a matter of taste."""
    return PART.sub(lambda part: str(int(part[1]) + 1), name).replace("_", "").lower()


def related(one: str, other: str) -> bool:
    """Two usual names of one thing, or one name that begins or ends the other: a short one as a word of it."""
    first, second = one.lower().strip("_"), other.lower().strip("_")
    shorter, longer = sorted((first, second), key=len)
    if LOGP.search(first) and LOGP.search(second):
        return marks_of(first) == marks_of(second)
    if len(shorter) >= 3 and (longer.startswith(shorter) or longer.endswith(f"_{shorter}")):
        return True
    if len(shorter) >= LONG_ENDING and longer.endswith(shorter):
        return True
    if len(shorter) >= LONG_INSIDE and shorter in longer.split("_"):
        return True
    names, others = {one, first, last_word(one)}, {other, second, last_word(other)}
    marks = marks_of(first)
    is_told = tells(first, second) or tells(second, first) or (bool(marks) and marks == marks_of(second))
    return is_told or any(speaks_as(group, names) and speaks_as(group, others) for group in ALIASES)


def tells(name: str, other: str) -> bool:
    """Whether a word in a name says that it is this value of a problem: `noise_pred_uncond` is `score_u`."""
    spoken = set(other.split("_"))
    return not TELLING.get(name, set()).isdisjoint(spoken) and OF_SETTINGS.isdisjoint(spoken)


def speaks_as(group: Collection[str], names: Collection[str]) -> bool:
    """Whether one of these names is one of the group's, or made of them alone: `m_loc`."""
    made = [name.split("_") for name in names if "_" in name.strip("_")]
    return not set(group).isdisjoint(names) or any(set(group).issuperset(parts) for parts in made)


def marks_of(name: str) -> set[str]:
    """The words in it that tell two values of one kind apart."""
    words = POLICIES if LOGP.search(name) else {"reference": "ref"}
    return {words.get(word, word) for word in name.split("_")} & MARKS


def last_word(name: str) -> str:
    """`epsilon` of `model_output_epsilon`; short ones say too little by themselves."""
    word = name.rpartition("_")[2]
    return word if len(word) >= LONG_WORD else name
