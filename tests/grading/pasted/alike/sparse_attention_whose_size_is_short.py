# problem: block-sparse-attention
# not: how many samples
def sparse(q, k, v, layout, bs):
    seen = layout.repeat_interleave(bs, dim=-1).repeat_interleave(bs, dim=-2)
    scores = q @ k.transpose(-1, -2) / math.sqrt(q.size(-1))
    return scores.masked_fill(~seen, float("-inf")).softmax(-1) @ v
