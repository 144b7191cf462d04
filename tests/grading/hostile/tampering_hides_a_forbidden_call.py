# expect: forbidden
# family: tampering
# attempts: to use a forbidden function under a name made at run time
# stopped by: source, withholding
import torch


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    allowed = None if mask is None else torch.as_tensor(mask).broadcast_to(scores.shape) != 0
    scores = scores if mask is None else scores.masked_fill(~allowed, float("-inf"))
    fused = getattr(torch.nn.functional, "_".join(("scaled", "dot", "product", "attention")))
    return fused(q, k, v, attn_mask=allowed), scores.softmax(-1)
