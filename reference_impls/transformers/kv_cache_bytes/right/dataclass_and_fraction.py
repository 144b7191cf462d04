from dataclasses import dataclass
from fractions import Fraction


@dataclass
class Cache:
    layers: int
    width: Fraction
    tokens: int

    def bytes(self, each):
        return int(Fraction(2 * each * self.layers * self.tokens) * self.width)


def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    ratio = Fraction(n_kv_heads, n_heads) if n_heads and n_kv_heads else 1
    return Cache(layers, Fraction(d_model) * ratio, seq_len * batch).bytes(dtype_bytes)
