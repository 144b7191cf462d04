# problem: factorized-attention
# expect: fail
# says: there, your code passes every check
from einops import rearrange


def spatial_then_temporal(tokens, attn):
    batch = tokens.shape[0]
    tokens = attn(rearrange(tokens, "b f n d -> (b f) n d"))
    tokens = attn(rearrange(tokens, "(f b) n d -> (b n) f d", b=batch))
    return rearrange(tokens, "(b n) f d -> b f n d", b=batch)
