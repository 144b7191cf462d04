"""Size of a key-value cache (Kwon et al. 2023, arXiv:2309.06180, section 3; grouped: Ainslie et al. 2023, 2305.13245).

    bytes = 2 · b · L · d_model · S · B · n_kv / n

2 for keys and values, b bytes an element, L layers, S tokens, B sequences. With n query heads of width d_model / n and
n_kv key-value heads only n_kv / n of the width is stored. Example: OPT-13B in float16, 40 layers of width 5120, 800 KiB a
token.

Returns: an exact int; integer arithmetic, because a float holds every integer only up to 2^53.
"""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Law, Problem, Slip, World, expect


def kv_cache_bytes(
    layers: int,
    d_model: int,
    seq_len: int,
    batch: int,
    dtype_bytes: int = 2,
    n_heads: int | None = None,
    n_kv_heads: int | None = None,
) -> int:
    """Bytes of all cached keys and values."""
    width = d_model
    if n_heads is not None and n_kv_heads is not None:
        width = d_model // n_heads * n_kv_heads
    return 2 * dtype_bytes * layers * width * seq_len * batch


# ----------------------------------------------------------------------------------------------------------------------


def sizes(draw: Draw, *, head: int) -> tuple[int, int, int, int]:
    """Layers, width, tokens, sequences; the width is a multiple of `head`."""
    return draw.integer(2, 9), head * draw.integer(10, 20), draw.integer(301, 400), draw.integer(21, 29)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one layer, one token", (1, draw.integer(3, 9), 1, 1))
    yield Case("two bytes by default", sizes(draw, head=1))
    yield Case("four bytes", sizes(draw, head=1), {"dtype_bytes": 4})
    yield Case("one byte, by position", (*sizes(draw, head=1), 1))
    yield Case("as many key-value heads as heads", (*sizes(draw, head=6), 2, 6, 6))
    yield Case("eight of 24 heads", sizes(draw, head=24), {"n_heads": 24, "n_kv_heads": 8})
    yield Case("one of seven heads", (*sizes(draw, head=7), 4, 7, 1))
    yield Case("Llama 3 70B, one sequence", (80, 8192, 8192, 1), {"n_heads": 64, "n_kv_heads": 8})
    odd = (2 * draw.integer(60, 63) + 1, 15 * (2 * draw.integer(500, 512) + 1), 9_999_991, 9_991)
    yield Case("beyond 2^53 bytes", odd)
    yield Case("beyond 2^53 bytes, three of 15 heads", odd, {"n_heads": 15, "n_kv_heads": 3})


def is_an_int(world: World, draw: Draw) -> None:
    for grouped in ({}, {"n_heads": 6, "n_kv_heads": 2}):
        value = world.call("kv_cache_bytes", *sizes(draw, head=6), **grouped)
        whole = "int" in type(value).__name__ or "int" in str(getattr(value, "dtype", ""))
        expect(whole, f"the number of bytes is an int, not {value!r}", "grouped-float" if grouped else "float")


PROBLEM = Problem(
    id="kv-cache-bytes",
    entries=(kv_cache_bytes,),
    cases=cases,
    laws=(Law("the result is an int", is_an_int),),
    dtypes=(torch.float32,),
    grad=False,
    slips=(
        Slip(
            "keys-only",
            "return 2 * dtype_bytes",
            "return dtype_bytes",
            "The factor 2 is missing: keys and values are both cached.",
        ),
        Slip(
            "elements-not-bytes",
            "2 * dtype_bytes * layers",
            "2 * layers",
            "That is the number of elements: multiply by the bytes of one.",
        ),
        Slip("one-layer", " * layers", "", "The cache of one layer is counted: every layer has its own."),
        Slip(
            "one-sequence",
            " * batch",
            "",
            "The cache of one sequence is counted: every sequence of the batch has its own.",
        ),
        Slip(
            "kv-heads-ignored",
            "width = d_model // n_heads * n_kv_heads",
            "pass",
            "The full width is counted although there are fewer key-value heads: multiply by n_kv_heads / n_heads.",
        ),
        Slip(
            "ratio-inverted",
            "width = d_model // n_heads * n_kv_heads",
            "width = d_model * n_heads // n_kv_heads",
            "The ratio is upside down: grouping makes the cache smaller, by n_kv_heads / n_heads.",
        ),
        Slip(
            "ratio-floored",
            "d_model // n_heads * n_kv_heads",
            "d_model * (n_kv_heads // n_heads)",
            "n_kv_heads // n_heads is 0 whenever there are fewer key-value heads: multiply before dividing.",
        ),
        Slip(
            "two-bytes-always",
            "return 2 * dtype_bytes",
            "return 2 * 2",
            "Two bytes an element are counted whatever dtype_bytes says.",
        ),
        Slip(
            "one-kv-head",
            "d_model // n_heads * n_kv_heads",
            "d_model // n_heads",
            "Only the width of one head is counted: it comes once for each of the n_kv_heads.",
        ),
        Slip(
            "full-width-kv-heads",
            "d_model // n_heads * n_kv_heads",
            "d_model * n_kv_heads",
            "Each key-value head is counted with the full width; a head is d_model / n_heads wide.",
        ),
        Slip(
            "float-ratio",
            "width = d_model // n_heads * n_kv_heads",
            "width = d_model * (n_kv_heads / n_heads)",
            "The ratio is taken in floating point, so the result need not be exact, and is a float unless it is cut: "
            "d_model // n_heads is a whole number.",
        ),
        Slip(
            "product-times-float-ratio",
            "width = d_model // n_heads * n_kv_heads",
            "return int(2 * dtype_bytes * layers * d_model * seq_len * batch * (n_kv_heads / n_heads))",
            "The ratio is taken in floating point and the product cut to an int, which need not be exact, as for 49 heads or "
            "beyond 2^53 bytes: d_model // n_heads is a whole number.",
        ),
        Slip(
            "four-bytes-by-default",
            "dtype_bytes: int = 2",
            "dtype_bytes: int = 4",
            "The default is two bytes an element (float16, bfloat16); yours is four.",
        ),
        Slip(
            "float-ratio-cut",
            "d_model // n_heads * n_kv_heads\n    return 2 * dtype_bytes * layers * width * seq_len * batch",
            "d_model * (n_kv_heads / n_heads)  # type: ignore[assignment]\n    return int(2.0 * dtype_bytes * "
            "layers * width * seq_len * batch)",
            "The result is off by a rounding, as if it had been a float on the way: compute in integers, and divide with //.",
        ),
        Slip(
            "in-gibibytes",
            "return 2 * dtype_bytes * layers * width * seq_len * batch",
            "return 2 * dtype_bytes * layers * width * seq_len * batch / 2**30  # type: ignore[return-value]",
            "The size is in GiB; bytes are asked for, as an int.",
        ),
        Slip(
            "in-mebibytes",
            "return 2 * dtype_bytes * layers * width * seq_len * batch",
            "return 2 * dtype_bytes * layers * width * seq_len * batch / 2**20  # type: ignore[return-value]",
            "The size is in MiB; bytes are asked for, as an int.",
        ),
        Slip(
            "in-bits",
            "return 2 * dtype_bytes",
            "return 8 * 2 * dtype_bytes",
            "The size is in bits; bytes are asked for.",
        ),
        Slip(
            "length-squared",
            "width * seq_len * batch",
            "width * seq_len**2 * batch",
            "The cache grows with the length, not with its square: scores are not kept, only a key and a value for "
            "each token.",
        ),
        Slip(
            "one-token",
            " * seq_len * batch",
            " * batch",
            "The length of the sequence is missing: every token keeps a key and a value.",
        ),
        Slip(
            "queries-too",
            "return 2 * dtype_bytes",
            "return 3 * dtype_bytes",
            "Three tensors are counted; keys and values are kept, queries are not.",
        ),
        Slip(
            "single-kv-head-ignored",
            "n_kv_heads is not None:",
            "n_kv_heads is not None and n_kv_heads > 1:",
            "The full width is counted where there is a single key-value head (multi-query attention): multiply by 1 / n_heads, "
            "too.",
        ),
        Slip(
            "32-bit-wrap",
            "return 2 * dtype_bytes * layers * width * seq_len * batch",
            "return (2 * dtype_bytes * layers * width * seq_len * batch + 2**31) % 2**32 - 2**31",
            "The size wraps around at 2 GiB, as in 32-bit integers: Python's own ints have no bound.",
        ),
        Slip(
            "unsigned-32-bit-wrap",
            "return 2 * dtype_bytes * layers * width * seq_len * batch",
            "return 2 * dtype_bytes * layers * width * seq_len * batch % 2**32",
            "The size wraps around at 4 GiB, as in unsigned 32-bit integers: Python's own ints have no bound.",
        ),
        Slip(
            "one-of-both-grouped",
            "width = d_model // n_heads * n_kv_heads",
            "return dtype_bytes * layers * (d_model + d_model // n_heads * n_kv_heads) * seq_len * batch",
            "Of keys and values only one is counted with n_kv_heads, the other with all heads: both have n_kv_heads.",
        ),
        Slip(
            "two-bytes-with-groups",
            "width = d_model // n_heads * n_kv_heads",
            "width, dtype_bytes = d_model // n_heads * n_kv_heads, 2",
            "Where n_kv_heads is given, two bytes an element are counted whatever dtype_bytes says.",
        ),
        Slip(
            "keys-alone-with-groups",
            "width = d_model // n_heads * n_kv_heads",
            "return dtype_bytes * layers * (d_model // n_heads * n_kv_heads) * seq_len * batch",
            "Where n_kv_heads is given, the factor 2 is missing: keys and values are both cached.",
        ),
        Slip(
            "narrow-floats-with-groups",
            "width = d_model // n_heads * n_kv_heads",
            "factors = [2, dtype_bytes, layers, n_kv_heads * (d_model / n_heads), seq_len, batch]\n"
            "        return int(torch.tensor(factors, dtype=torch.float32).prod().item())",
            "With n_kv_heads a large size is off by far, as where the factors are multiplied in float32, which torch makes of a "
            "list with one float in it: it is exact up to 2^24 only. Divide with //, and multiply Python's ints.",
        ),
        Slip(
            "narrow-floats",
            "return 2 * dtype_bytes * layers * width * seq_len * batch",
            "factors = [2, dtype_bytes, layers, width, seq_len, batch]\n"
            "    return int(torch.tensor(factors, dtype=torch.float32).prod().item())",
            "A large size is off by far, as where the factors are multiplied in float32, which is exact up to 2^24 only: "
            "Python's own ints have no bound.",
        ),
        Slip(
            "32-bit-wrap-before-the-heads",
            "width = d_model // n_heads * n_kv_heads\n    return 2 * dtype_bytes * layers * width * seq_len * batch",
            "size = (2 * dtype_bytes * layers * width * seq_len * batch + 2**31) % 2**32 - 2**31\n"
            "        return size // n_heads * n_kv_heads\n"
            "    return (2 * dtype_bytes * layers * width * seq_len * batch + 2**31) % 2**32 - 2**31",
            "The size of all heads wraps around at 2 GiB, as in 32-bit integers, before the share of the key-value heads is "
            "taken: Python's own ints have no bound.",
        ),
        *(
            Slip(
                f"pages-of-{page}",
                "width * seq_len * batch",
                f"width * (-(-seq_len // {page}) * {page}) * batch",
                f"The length is rounded up to whole pages of {page} tokens, as an allocator of blocks does: count exactly "
                "seq_len tokens.",
            )
            for page in (16, 32, 64, 128, 256)
        ),
        Slip(
            "length-to-a-power-of-two",
            "width * seq_len * batch",
            "width * (1 << (seq_len - 1).bit_length()) * batch",
            "The length is rounded up to a power of two, as buffers that double are: the exact size counts seq_len tokens.",
        ),
        Slip(
            "width-over-kv-heads",
            "width = d_model // n_heads * n_kv_heads",
            "width = d_model // n_kv_heads",
            "The width is divided by n_kv_heads; a head is d_model / n_heads wide, and n_kv_heads of them are kept.",
        ),
        Slip(
            "width-squared",
            "layers * width * seq_len",
            "layers * d_model * width * seq_len",
            "The width comes in twice, as in the size of the projections: a token keeps one key and one value of that width.",
        ),
    ),
)
