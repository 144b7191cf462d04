# problem: rope-scaling
# expect: fail
# says: multiplies the base by the factor itself
import torch


class ScaledRotary:
    def __init__(self, dim, max_position_embeddings=2048, base=10000, rope_scaling=None):
        self.dim, self.base = dim, base
        self.max_position_embeddings = max_position_embeddings
        self.rope_scaling = rope_scaling
        self.inv_freq = self._compute_inv_freq()

    def _compute_inv_freq(self):
        base = self.base
        scale = 1.0
        if self.rope_scaling is not None:
            kind, factor = self.rope_scaling["type"], self.rope_scaling["factor"]
            if kind == "linear":
                scale = factor
            elif kind == "ntk":
                base = base * factor
            else:
                raise ValueError(f"Unknown RoPE scaling type {kind}")
        inv = 1.0 / (base ** (torch.arange(0, self.dim, 2).double() / self.dim))
        return inv / scale
