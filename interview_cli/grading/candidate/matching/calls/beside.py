"""Own parameters that a given value fills beside its own place: twins, bounds, ends of steps and of rows.

Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.grading.candidate.matching.names.kinds import (
    OFFSET,
    POSITIONS,
    TWINS,
    continues,
    is_bound_of,
    other_bound,
)
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, likeness, related, same

OF_START = re.compile("(0|1|_?(cur|curr|current|start|now|i))$")
END = re.compile(r"(?P<first>\w+?)_?(next|end|new|stop|1|2)$|(next|end|new)_(?P<last>\w+)$")
"""What a step takes that is told where it ends, and not how long it is: `t_next` beside `t` or `t_cur`."""
INWARD, OUTWARD = ("input", "in"), ("output", "out")
"""Words for the two ends of what has a size at each."""
ENDS = ("t_end", "t_next", "t_to", "t_new", "t_stop", "next_t", "t1", "t_1", "t_prev", "prev_t")
"""What a step of a solver asks for that ends at a time, where a problem gives its length."""
TIME, STEP_LENGTH = "t", "dt"
"""What problems call the time at which a step begins, and its length: along time, or against it where noise is taken away."""
AGAINST_TIME = "diffusion"
"""What problems give beside it whose steps go back from data's noise."""
OF_ATTENTION = (("q", "k", "v"), ("query", "key", "value"), ("queries", "keys", "values"))
"""What attention takes, where a problem gives the tensor that it attends from, and perhaps the one that it attends to."""

OF_PATCHES = ("tokens", "p")
"""What problems call an image in patches, and the side of a patch: how many channels there are follows from both."""
CHANNELS = frozenset({
    "c", "channels", "in_channels", "in_chans", "num_channels", "n_channels", "out_channels", "num_chans", "chans",
})  # fmt: skip
"""How code calls the number of channels that it makes of patches, in lower case."""

POOL = "pool"
"""What problems call a cache in pages, (pages, slots, width): how many slots a page has is its second size."""
OF_A_PAGE = frozenset(
    {"block_size", "blocksize", "page_size", "pagesize", "block_len", "tokens_per_block", "tokens_per_page"}
)
"""How code calls the number of slots in a page, where it asks for that beside the cache."""
OF_CLUSTERS = frozenset(
    {"k", "n_clusters", "num_clusters", "n_centroids", "num_centroids", "n_components", "num_components"}
)
"""How it calls the number of clusters, in lower case, where it asks for that beside their centers or means."""
TRANSITIONS, TO_BEFORE = "q_bar", "q_bar_prev"
"""What problems call the matrix of all transitions between states, and that of those to the step before."""
OF_STATES = frozenset({"k", "num_classes", "n_classes", "num_states", "n_states", "num_categories", "vocab_size"})
"""How code calls the number of states, where it asks for that beside the matrix."""
ATTENDED = ("q", "k", "v")
"""What problems call queries, keys and values of attention, (B, heads, tokens, width) each."""
OF_HEADS = frozenset(
    {"h", "heads", "n_head", "n_heads", "num_heads", "n_q_heads", "num_q_heads", "num_attention_heads", "nhead"}
)
OF_SHARED_HEADS = frozenset({"kv_heads", "n_kv_head", "n_kv_heads", "num_kv_heads", "num_key_value_heads"})
OF_REPEATS = frozenset({"n_rep", "num_key_value_groups", "num_queries_per_kv", "q_per_kv", "queries_per_kv"})
"""How code calls the number of the queries' heads, that of the keys', and how many of the first share one of the second."""
OF_A_WIDTH = frozenset({
    "d_head", "d_k", "dim_head", "dim_per_head", "dk", "head_dim", "head_size", "head_width", "headdim",
})  # fmt: skip
"""How it calls the width of a head, where it asks for that beside queries and keys."""
OF_ITS_ROOT = frozenset({"sqrt_d", "sqrt_dk", "temperature"})
"""How it calls the root of that, by which scores are divided."""
TURNED = ("x", "theta")
"""What problems give that turn a tensor by positions."""
OF_CHANNELS = OF_A_WIDTH | {"d", "d_model", "dim", "emb_dim", "embed_dim", "rope_dim", "rot_dim", "rotary_dim"}
"""How code calls the number of channels that are turned."""
OF_A_NORM = frozenset({"normalized_shape"})
"""What torch's norms ask for beside a tensor and the gain of its last axis."""
DRAWN_AT_FIRST = ("x0", "x_T")
"""What problems call the noise from which sampling starts, a sample a row; code may draw it for itself."""
OF_A_DRAW = frozenset({
    "n", "n_samples", "num_samples", "n_sample", "n_pairs", "num_pairs", "n_images", "num_images", "batch_size", "bsz", "bs",
})  # fmt: skip
OF_ONE_SAMPLE = frozenset({
    "shape", "size", "sample_shape", "image_shape", "img_shape", "data_shape", "latent_shape", "x_shape", "shape_single",
    "single_shape",
})  # fmt: skip
"""How code calls the number of samples that it draws, and the shape of one of them, where it asks for both."""
OF_TABLES = frozenset({"cos", "sin"})
"""What code needs that turns by tables which it doesn't make: no width makes up for these."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A number, or a shape, that what is given shows: its names, what must be given, how it follows, and what it is in words."""

    names: frozenset[str]
    beside: tuple[str, ...]
    of: Callable[[Mapping[str, Any]], Any]
    words: str


def channels_of(given: Mapping[str, Any]) -> int:
    """How many an image in patches has: each is in every pixel of a patch."""
    tokens, side = (given[name] for name in OF_PATCHES)
    return int(tokens.shape[-1]) // int(side) ** 2


SHOWN = (
    Shown(CHANNELS, OF_PATCHES, channels_of, "how many channels the patches have"),
    Shown(OF_A_PAGE, (POOL,), lambda given: given[POOL].shape[1], f"how many slots a block of {POOL} has"),
    Shown(OF_CLUSTERS, ("centers",), lambda given: len(given["centers"]), "how many clusters are given"),
    Shown(OF_CLUSTERS, ("means",), lambda given: len(given["means"]), "how many clusters are given"),
    Shown(OF_STATES, (TRANSITIONS,), lambda given: given[TRANSITIONS].shape[-1], "how many states are given"),
    Shown(OF_STATES, (TO_BEFORE,), lambda given: given[TO_BEFORE].shape[-1], "how many states are given"),
    Shown(OF_HEADS, ATTENDED, lambda given: given["q"].shape[1], "how many heads q has"),
    Shown(OF_SHARED_HEADS, ATTENDED, lambda given: given["k"].shape[1], "how many heads k has"),
    Shown(
        OF_REPEATS,
        ATTENDED,
        lambda given: given["q"].shape[1] // given["k"].shape[1],
        "how many heads of q share one of k",
    ),
    Shown(OF_A_WIDTH, ATTENDED, lambda given: given["q"].shape[-1], "the width of a head of q"),
    Shown(
        OF_ITS_ROOT, ATTENDED, lambda given: given["q"].shape[-1] ** 0.5, "the square root of the width of a head of q"
    ),
    *(
        Shown(OF_A_NORM, ("x", gain), lambda given: tuple(given["x"].shape[-1:]), "the length of the last axis of x")
        for gain in ("gamma", "weight")
    ),
    Shown(OF_CHANNELS, TURNED, lambda given: given["x"].shape[-1], "how many channels x has"),
)

WIDTH_AND_HEADS = ("d_model", "n_heads", "n_kv_heads")
"""What problems call the width of a model, and the numbers of its heads, None where each is of the whole width."""
OF_A_HEAD = frozenset({"d_head", "dim_head", "dim_per_head", "hd", "head_dim", "head_size", "head_width", "headdim"})
"""How code calls the width of a head, in lower case, where it asks for that and not for the model's."""

OF_A_BLOCK = ("d", "h")
"""What problems call the width of a transformer's block, and the number of its heads: its feed-forward part is 4 d wide."""
INNER = frozenset({
    "hidden", "d_ff", "dff", "d_ffn", "d_hidden", "d_inner", "dim_ff", "dim_feedforward", "ff_dim", "ffn_dim", "ff_hidden_dim",
    "ffn_hidden", "ffn_hidden_dim", "ffn_size", "hidden_dim", "intermediate_size", "mlp_dim", "mlp_hidden", "mlp_hidden_dim",
})  # fmt: skip
"""How code calls that width."""
RATIOS = frozenset(
    {"expansion", "expansion_factor", "ff_mult", "ffn_mult", "ffn_ratio", "mlp_mult", "mlp_ratio", "mult"}
)
"""How it calls the 4."""
USUAL_RATIO = 4

BLOCK = "block"
"""What problems call the size of a tile of keys; how large those of the queries are is the code's own affair."""
TILE = re.compile(
    r"(?P<before>b|(block|tile|chunk|bucket)(size)?)?(?P<side>q|r|m|rows?|query|kv?|c|n|cols?|keys?)"
    r"(?P<after>(block|tile|chunk|bucket)?(size)?)$"
)
"""How the size of a tile is called, without underscores: `Br`, `block_q`, `kv_tile_size`."""
OF_QUERIES = frozenset({"q", "r", "m", "row", "rows", "query"})
"""What tells a tile of queries, or of the rows of scores; the others are of keys, or of columns."""


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


def head_in(asked: Sequence[str], own: Parameters) -> str:
    """The parameter for the width of a head, where a problem gives the model's, and nothing takes that."""
    found = [name for name, _ in own if name.lower() in OF_A_HEAD]
    takes_width = any(likeness(WIDTH_AND_HEADS[0], name) for name, _ in own if name not in found)
    return found[0] if len(found) == 1 and set(WIDTH_AND_HEADS) <= set(asked) and not takes_width else ""


def heads_of(head: str, names: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, int]:
    """What that parameter takes, and those for the numbers of heads, which are one where a problem tells none apart."""
    width, heads, shared = (given.get(name) for name in WIDTH_AND_HEADS)
    numbers = dict(zip(WIDTH_AND_HEADS[1:], (heads or 1, shared or heads or 1), strict=True))
    return {head: int(width or 0) // (heads or 1)} | {names[one]: n for one, n in numbers.items() if one in names}


def head_in_words(head: str) -> str:
    """The same, for whoever is told."""
    width, heads, _ = WIDTH_AND_HEADS
    return f"your {head} is {width} / {heads}, or {width} with one head where the problem gives no {heads}"


def inner_in(asked: Sequence[str], unfilled: Sequence[str]) -> dict[str, Shown]:
    """The one parameter for the width of the feed-forward part, or for how many times the block's that is."""
    found = [name for name in unfilled if name in INNER | RATIOS]
    if len(found) != 1 or not set(OF_A_BLOCK) <= set(asked):
        return {}
    width = OF_A_BLOCK[0]
    if found[0] in RATIOS:
        return {found[0]: Shown(RATIOS, OF_A_BLOCK, lambda _: USUAL_RATIO, f"{USUAL_RATIO}")}
    return {found[0]: Shown(INNER, OF_A_BLOCK, lambda given: USUAL_RATIO * int(given[width]), f"{USUAL_RATIO} {width}")}


def sizes_shown_in(asked: Sequence[str], own: Parameters) -> dict[str, Shown]:
    """The parameters for sizes that what a problem gives shows: slots in a page of its cache, clusters by their centers."""
    found: dict[str, Shown] = {}
    for shown in SHOWN:
        if shown.beside == TURNED and not OF_TABLES.isdisjoint(name for name, _ in own):
            continue
        names = [name for name, _ in own if name.lower() in shown.names and not any(same(name, one) for one in asked)]
        if len(names) == 1 and set(shown.beside) <= set(asked):
            found.setdefault(names[0], shown)
    must = [name for name, default in own if default is REQUIRED or default is None]
    return {**sizes_drawn_in(asked, must), **found}


def sizes_drawn_in(asked: Sequence[str], own: Sequence[str]) -> dict[str, Shown]:
    """The number of samples, and the shape of one, of the start that a problem gives, and for which nothing else is there."""
    starts = [name for name in DRAWN_AT_FIRST if name in asked]
    counts, shapes = ([name for name in own if name.lower() in names] for names in (OF_A_DRAW, OF_ONE_SAMPLE))
    if len(starts) != 1 or not (len(counts) == len(shapes) == 1) or any(same(starts[0], name) for name in own):
        return {}
    beside = (starts[0],)
    return {
        counts[0]: Shown(OF_A_DRAW, beside, lambda given: len(given[beside[0]]), f"how many samples {beside[0]} has"),
        shapes[0]: Shown(
            OF_ONE_SAMPLE,
            beside,
            lambda given: tuple(given[beside[0]].shape[1:]),
            f"the shape of one sample of {beside[0]}",
        ),
    }


def sizes_shown(own: Mapping[str, Shown], given: Mapping[str, Any]) -> dict[str, Any]:
    """These sizes, for the parameters that take them; nothing without what shows them, a tensor or a number."""
    return {name: one.of(given) for name, one in own.items() if hasattr(given.get(one.beside[0], ""), "__index__")}


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


def bounds_in(pairs: Mapping[str, str], asked: Parameters, own: Parameters) -> dict[str, str]:
    """The upper bound beside the lower one, or the other way round, where a problem gives one number for both: `clip`.

    Both must be given, or neither: `high_sigma=None` is no twin of a `low_sigma` that must be.
    """
    given, defaults = dict(asked), dict(own)
    return {
        twin: name
        for name, one in pairs.items()
        if (twin := other_bound(one)) in defaults and twin not in pairs.values()
        if (defaults[twin] is REQUIRED) == (defaults[one] is REQUIRED)
        if is_bound_of((name, given.get(name)), (one, defaults[one]))
        or (type(defaults[one]) is float and defaults[twin] == defaults[one])
    }


def tile_of_queries(key: str) -> Shown:
    """Twice that of the keys: code that mixes up the two shows."""
    return Shown(OF_QUERIES, (BLOCK,), lambda given: 2 * int(given[BLOCK]), f"twice your {key} here, which is {BLOCK}")


def tiles_in(asked: Parameters, own: Parameters) -> tuple[str, str] | None:
    """The two parameters for the sizes of tiles, of keys and of queries, where a problem gives one size, that of the keys'."""
    if type(dict(asked).get(BLOCK)) is not int or BLOCK in dict(own):
        return None
    found = [(tile, name) for name, _ in own if (tile := TILE.match(name.lower().replace("_", ""))) is not None]
    found = [(tile, name) for tile, name in found if tile["before"] or tile["after"]]
    of_queries = [(tile, name) for tile, name in found if tile["side"] in OF_QUERIES]
    of_keys = [(tile, name) for tile, name in found if tile["side"] not in OF_QUERIES]
    if len(of_queries) != 1 or len(of_keys) != 1:
        return None
    (rows, query), (columns, key) = of_queries[0], of_keys[0]
    return (key, query) if (rows["before"], rows["after"]) == (columns["before"], columns["after"]) else None


def in_and_out(
    pairs: Mapping[str, str], open_ones: Sequence[str], asked: Parameters, plain: Collection[str]
) -> dict[str, str]:
    """Where a problem gives one width, not one of two by its name, the parameters for what goes out beside what comes in."""
    needed = [name for name, default in asked if default is REQUIRED and name in plain]
    widths = [name for name in needed if name in pairs]
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
