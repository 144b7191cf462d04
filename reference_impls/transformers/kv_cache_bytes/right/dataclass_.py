from dataclasses import dataclass
@dataclass
class Cfg:
    layers: int; width: int
    def per_token(self, b): return 2 * self.layers * self.width * b
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    w = d_model if n_heads is None else (d_model // n_heads) * n_kv_heads
    return Cfg(layers, w).per_token(dtype_bytes) * seq_len * batch
