# problem: masked-diffusion-loss
# expect: fail
# not: your code is called with
import torch.nn.functional as F


def unmasking_loss(logits, x0, mask, t, norm="tokens"):
    """The usual text divides by all tokens; another one, which has the problem's word, takes no weights."""
    nats = F.cross_entropy(logits.transpose(1, 2), x0, reduction="none")
    nats = nats.masked_fill(~mask, 0.0)
    if norm == "masked":
        return nats.sum() / mask.sum()
    return nats.sum() / x0.numel()
