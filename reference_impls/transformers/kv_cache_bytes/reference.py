"""Size of a key-value cache (Kwon et al. 2023, arXiv:2309.06180, section 3; grouped: Ainslie et al. 2023,
arXiv:2305.13245).

    bytes = 2 · b · L · d_model · S · B · n_kv / n

2 for keys and values, b bytes an element, L layers, S tokens, B sequences. With n query heads of width d_model / n and
n_kv key-value heads only n_kv / n of the width is stored. Example: OPT-13B in float16, 40 layers of width 5120, 800 KiB a
token.

Returns: an exact int; integer arithmetic, because a float holds every integer only up to 2^53.
"""


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
