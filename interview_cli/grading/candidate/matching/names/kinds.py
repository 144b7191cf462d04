"""What kind of thing a parameter is, by its name and its default: a size, a length, a setting, the end of a row.

Standard library only.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Collection
from typing import Any

from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, by_likeness, likeness, same

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
COUNTS = ("T", "timesteps", "n_timesteps", "num_timesteps", "num_train_timesteps", "total_steps")
"""What a function asks for beside a schedule, whose length it is."""
STEPS = "num_steps"
"""What it is beside the rewards of a rollout: how many steps that has."""
GROUPS = (
    "group_size",
    "num_generations",
    "n_generations",
    "num_samples",
    "n_samples",
    "n_rollouts",
    "num_rollouts",
    "samples_per_prompt",
    "rollouts_per_prompt",
    STEPS,
    "G",
)
DRAWN = ("z", "noise")
"""What problems call noise that they give and code may draw for itself."""
DRAWN_EVENLY = ("alpha", "u")
"""What problems call numbers from 0 to 1 that they give, and are handed to nothing that draws others."""
REWARDS = "rewards"
"""What a function asks for beside the rewards of groups, which have a row each."""
CLASSES = (
    "n_experts",
    "num_experts",
    "n_expert",
    "n_routed_experts",
    "num_local_experts",
    "n_classes",
    "num_classes",
    "vocab_size",
)
LOGITS = "logits"
"""What a function asks for beside logits, which have so many in a row."""
RANKS = (
    "world_size",
    "world",
    "n_ranks",
    "num_ranks",
    "nranks",
    "n_workers",
    "num_workers",
    "n_nodes",
    "num_nodes",
    "P",
)
BUFFERS = "buffers"
"""What a function asks for beside the buffers of all ranks, which are in one list."""
OF_TOKENS = frozenset({
    "action_mask", "action_masks", "assistant_mask", "completion_mask", "eos_mask", "loss_mask", "resp_mask", "response_mask",
    "response_masks", "token_mask",
})  # fmt: skip
"""What a function asks for that says which tokens count: all of them, where a problem has no mask."""
TEXTS = frozenset({"kind", "schedule"})
"""Names of a text that says which of several things is computed."""
MASK_OF_TOKENS = "attention_mask"
"""What a function asks for that says which tokens are there: a row of ones, where a problem gives how many there are."""
OF_A_CRITIC = re.compile(
    r"(\w+_)?(values?|returns?|rets?|vpreds?|ent|entropy|entropies|(value|critic|vf)_loss|loss_v)(_old)?$"
)
"""How code calls what a critic says, and is told, and the entropy of a policy, beside which an advantage is given."""
OF_SAMPLES = ("batch_size", "bsz", "bs")
"""What a function asks for beside tensors whose first axis is that of the samples, and shows how many these are."""
VIEWS = ("z1", "z2")
"""What problems call the embeddings of both views."""
OF_VIEWS = frozenset({"n_views", "num_views", "views"})
"""How code calls their number."""
STARTS = frozenset({"s", "src", "source", "start", "start_city", "start_node", "start_vertex", "origin"})
"""What a function asks for beside the distances of a tour, which begins at the first place."""
OF_A_TOUR = "dist"
"""How the problems call the distances of a tour."""
RATES_AT_FIRST = frozenset({"lr_start", "start_lr", "warmup_init_lr", "warmup_lr_init", "warmup_start_lr"})
"""What a function asks for beside a warm-up, which begins at a rate of 0 where a problem speaks of none."""
OF_A_WARMUP, OF_A_PEAK = "warmup", "peak"
"""How the problems call the steps of a warm-up, and the rate that it reaches."""
NEAR = 2.0
"""How many times as large one of two defaults may be that are of one thing."""
LEAST_OF_BITS = 255
"""From this on, one less than a power of two is the largest value of so many bits: 1 and 3 are counts, too."""
COUNTED = re.compile("(num|n|max|min)_")
"""How names of numbers begin."""
LENGTH = re.compile(r"([kmnKMN]|(\w+_)?(size|length|len)|len_\w+|(n_?|num_?)?(rows?|cols?|columns)|ROWS?|COLS?)$")
"""What a function asks for beside a list or a text, whose length it is, as in C; or beside a grid, as its sides."""
TAIL = re.compile(r"(next|last|final|bootstrap|boot)_?(\w+)$")
"""What a function asks for that is the end of a row, as the value behind the last step."""
WHOLE = ("config", "cfg", "conf", "args", "hparams", "opt")
"""What stands for all settings at once: no single value that a problem gives can take its place."""
CONTEXT = "ctx"
"""What both passes of torch's functions take, and the one leaves values in."""
LEFT_BEHIND = ("cache", "caches", CONTEXT)
"""What a forward pass has left for a backward pass: nothing else that a problem gives can take its place."""
TWINS = (("q", "k"), ("xq", "xk"), ("query", "key"))
"""What is turned by positions together, where a problem gives one tensor."""
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
DROPOUT = re.compile(r"(\w+_)?p?drop(out)?(_(rate|prob|p|ratio))?$")
"""Names of settings that a problem which doesn't give them asks to be 0: what is dropped at random has no right answer."""
BIAS = re.compile(r"((use|qkv|attn|attention|mlp|linear|proj)_)?bias$")
"""Names of settings that say whether layers have a bias: with one, a layer has a place for all that a problem gives."""
STRIDE = re.compile(r"strides?$")
"""Names of the step between windows, which is 1 where a problem speaks of none."""
MULTIPLE = "multiple_of"
"""Of what number the width of a hidden layer is made a multiple, if only a little larger than it was to be."""
OF_LIBRARIES = {
    MULTIPLE: 1, "ffn_dim_multiplier": None, "n_inner": None,
    "router_jitter_noise": 0.0, "jitter_noise": 0.0, "router_aux_loss_coef": 1.0, "aux_loss_alpha": 1.0, "seq_aux": False,
    "norm_topk_prob": True, "scoring_func": "softmax", "n_shared_experts": None, "routed_scaling_factor": 1.0,
}  # fmt: skip
"""What classes of libraries ask for that problems leave open, with the value that changes nothing."""
ACTIVATIONS = frozenset({"hidden_act", "hidden_activation", "activation_function"})
"""How their settings call the name of an activation."""
GATED = "w_gate"
"""What a problem gives whose activation is SiLU; that of a transformer's block is GELU."""
EPS_OF_A_NORM = re.compile("(layer_?norm|ln|norm)_eps(ilon)?$")
"""How they call what keeps a norm from dividing by 0: 1e-5, as torch's own."""
LONG_ENOUGH = 512
"""More tokens than a case has; a table of all pairs of them is still small."""
NO_CONDITION = frozenset({
    "uncond", "uncond_cond", "null_cond", "null_context", "uncond_context", "unconditional_conditioning", "null_label",
})  # fmt: skip
"""What code must be given for a model without its condition, where a problem says that this is None."""
FUNCTIONS = frozenset({
    "classifier", "critic", "denoise", "diffusion", "drift", "energy", "f", "fn", "log_prob", "log_probs", "loss_fn", "model",
    "net", "operator", "reward", "score", "u", "v",
})  # fmt: skip
"""How the problems call what they give to be called."""
SETTINGS = ("temperature", "temp", "eps", "epsilon", "tol", "dropout", "dropout_p", "label_smoothing")
"""What is a number, wherever it has one as its default: no tensor that a problem gives can take its place."""
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
BOUNDS = {"low": "high", "high": "low", "lower": "upper", "upper": "lower", "min": "max", "max": "min"}
"""Words for one of two bounds, and for the other."""
OF_TRAINING = re.compile("(lr|learning_rate|epochs|(n|num|max)_(steps|iters?|iterations|epochs))$")
"""What a fit is made with that goes step by step: no number of another name takes its place."""


def says_a_size(name: str) -> bool:
    """`d_model`, `num_groups`."""
    return not SIZES_SAY.isdisjoint(name.lower().split("_")) or is_a_number_of(name)


def is_of_objects(name: str) -> bool:
    """Whether a first parameter of this name is the object, or its class, that a method belongs to."""
    return name.strip("_") in ("self", "cls", "this", "klass", "mcs", "")


def is_to_be_told(default: Any) -> bool:
    """Whether where a tensor lies has to be said: there is no default, or one that not every machine has."""
    return default is inspect.Parameter.empty or str(default).startswith(ELSEWHERE)


def continues(one: str, name: str) -> bool:
    """`next_value`, `last_val`, `bootstrap_value` and `next_values` of `values`."""
    tail = TAIL.match(one.lower())
    if tail is None or not name.endswith("s"):
        return False
    return same(tail[2].removesuffix("s"), name.removesuffix("s")) or (len(tail[2]) > 2 and name.startswith(tail[2]))


def is_length(name: str) -> bool:
    """Whether a parameter may be the length of another."""
    return LENGTH.match(name) is not None


def is_continued(other: str, asked: Collection[str]) -> bool:
    """Whether it is the end of a row that the problem gives under its own name, and nothing else that is given."""
    return any(continues(other, name) for name in asked) and not any(same(other, name) for name in asked)


def is_a_number_by_default(name: str, default: Any) -> bool:
    """Whether a parameter is a setting, a weight, or a count as `T=1000`, that has a number as its default."""
    is_weight = WEIGHT.match(name.lower()) is not None and type(default) in (int, float)
    return is_weight or (name in SETTINGS and isinstance(default, float)) or (name in COUNTS and type(default) is int)


def is_left_open(setting: str) -> bool:
    """Whether a class is made with it as the problem means it, without being given it: it drops nothing, and has biases."""
    is_usual = bool(usual_values([setting], ()))
    return (
        setting in MOST_TOKENS
        or is_usual
        or bool(DROPOUT.match(setting) or BIAS.match(setting) or STRIDE.match(setting))
    )


def usual_values(settings: Collection[str], asked: Collection[str]) -> dict[str, Any]:
    """Of these, what a library's class is made with so that it is what the problem asks for, which leaves it open."""
    activation = "silu" if GATED in asked else "gelu"
    return {
        **{name: OF_LIBRARIES[name] for name in settings if name in OF_LIBRARIES},
        **{name: activation for name in settings if name in ACTIVATIONS},
        **{name: 1e-5 for name in settings if EPS_OF_A_NORM.match(name)},
    }


def is_whole(name: str) -> bool:
    """`config`, or `model_config`."""
    return name.rpartition("_")[2] in WHOLE


def is_another_option(name: str, other: str, asked: Parameters, own: Parameters) -> bool:
    """Whether both may be left out, and neither their names nor what they are then have anything in common.

    Or one is a number and the other a text or several values, or of training alone. Or only what is asked for may be, is no
    whole number, and stands where a number of things must be given; or is a number, and stands where a mask must be; or a
    setting, as `eps`, and stands where a mean or a deviation must be. Or both are nothing, as letters beside more that may be
    nothing. Or it is nothing, and stands where a letter is a count,
    or where the length of an axis must be given. Or a number of things must be given, and stands where a text may be. Or a width
    must be, and stands where a number of things must be.
    """
    default, instead = dict(asked)[name], dict(own)[other]
    if type(default) in (int, float) and instead is REQUIRED and other.lower().endswith("mask"):
        return not likeness(name, other)
    if default is not REQUIRED and instead is REQUIRED:
        is_no_count = isinstance(default, float | bool) or (default is None and other.startswith(("max_", "min_")))
        is_value = name in SETTINGS and isinstance(default, float) and MOMENT.search(other) is not None
        is_of_an_axis = default is None and other.lower().endswith(("_dim", "_dims"))
        return (is_value or is_of_an_axis or (is_no_count and is_a_number_of(other))) and not likeness(name, other)
    if default is instead is REQUIRED and name.endswith(("_dim", "_dims")):  # no width is a number of heads
        return is_a_number_of(other) and not likeness(name, other)
    if default is REQUIRED and isinstance(instead, str):  # no number of things is a text: `fill_value="-inf"`
        return is_length(name) and not likeness(name, other)
    if default is None and type(instead) is int and len(other) == 1:  # `k=5` classes, for `weights=None`
        return is_length(other) and not likeness(name, other)
    if default is None and instead is None:
        is_count = bool(COUNTED.match(other)) and not COUNTED.match(name)
        may_be_none = [one for one, its in own if its is None]
        are_letters = len(name) == len(other) == 1 < len(may_be_none)  # a gate `z=None` is no state `h=None`
        return (is_count or are_letters) and not likeness(name, other)
    is_number = isinstance(default, int | float)
    is_of_training = OF_TRAINING.match(other) is not None and type(instead) in (int, float) and default != instead
    if is_number and (isinstance(instead, str | list | tuple | dict) or is_of_training):
        return not likeness(name, other)
    numbers = is_number and (instead is None or isinstance(instead, int | float))
    if not numbers or are_near(default, instead) or other in AT_ONE_PLACE.get(name, ()):
        return False
    return not likeness(name, other) and name[:1].lower() != other[:1].lower()


def are_near(one: float, other: float | None) -> bool:
    """Whether two defaults are so alike that they may be of one thing: 0.996 and 0.99, but not 0.996 and 0.005."""
    if other is None or isinstance(one, bool) or isinstance(other, bool):
        return one == other
    return one == other or max(one, other) <= NEAR * min(one, other) or (is_of_bits(one) and is_of_bits(other))


def is_of_bits(number: float) -> bool:
    """Whether it is the largest value of 8 bits or more: 255, 65535."""
    return number >= LEAST_OF_BITS and float(number).is_integer() and int(number) & (int(number) + 1) == 0


def is_a_number_of(name: str) -> bool:
    """`num_groups`, `max_position`, `group_size`."""
    return bool(COUNTED.match(name)) or (is_length(name) and "_" in name)


def other_bound(name: str) -> str:
    """`clip_eps_high` for `clip_eps_low`; nothing for a name that says no side."""
    parts = name.split("_")
    turned = [BOUNDS.get(part, part) for part in parts]
    return "_".join(turned) if turned != parts else ""


def is_bound_of(asked: tuple[str, Any], own: tuple[str, Any]) -> bool:
    """Whether a parameter is, by its name, a bound on one side of what is asked for: `epsilon_low` of `clip`."""
    parts = own[0].split("_")
    rest = "_".join(part for part in parts if part not in BOUNDS)
    return not other_bound(asked[0]) and rest not in ("", own[0]) and bool(by_likeness([asked], [(rest, own[1])]))


def masks_in(asked: Collection[str], own: Collection[str]) -> list[str]:
    """Those of these parameters that say which tokens count, where a problem gives nothing that does."""
    return [] if any("mask" in name for name in asked) else [name for name in own if name in OF_TOKENS]


def samples_in(asked: Parameters, own: Collection[str], plain: Collection[str]) -> list[str]:
    """Those of these parameters that are how many samples there are, where a problem gives several tensors, and no number."""
    tensors = [name for name, default in asked if default is REQUIRED and name not in plain]
    needed = [name for name, default in asked if default is REQUIRED]
    found = [name for name in own if name in OF_SAMPLES and not any(likeness(one, name) for one, _ in asked)]
    is_beside = len(own) > len(needed) or "bs" not in found  # else that is the size of something that the problem gives
    return found if len(tensors) > 1 and is_beside else []


def starts_in(asked: Collection[str], own: Collection[str]) -> list[str]:
    """Those of these parameters that say where a tour begins, where a problem gives its distances alone; or a warm-up."""
    starts = STARTS if [*asked] == [OF_A_TOUR] else frozenset[str]()
    if OF_A_WARMUP in asked and any(likeness(OF_A_PEAK, name) for name in own if name not in RATES_AT_FIRST):
        starts = RATES_AT_FIRST
    return [name for name in own if name in starts and name not in asked]


def in_a_row(names: Collection[str]) -> tuple[str, ...]:
    """How it is called how many a row has of what the problem gives under these names, or how many stand in a list."""
    rows = {REWARDS: GROUPS, LOGITS: CLASSES, BUFFERS: RANKS}
    return tuple(one for name, found in rows.items() if name in names for one in found)
