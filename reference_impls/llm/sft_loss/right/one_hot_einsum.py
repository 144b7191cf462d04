import torch
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    V = logits.shape[-1]
    keep = response_mask.to(dtype=logits.dtype).clone()
    keep[:, 0] = 0
    nxt = torch.roll(labels, -1, dims=1)
    keep = torch.roll(keep, -1, dims=1)
    onehot = F.one_hot(nxt, V).to(logits.dtype)
    log_z = torch.logsumexp(logits, dim=-1)
    z_y = torch.einsum("btv,btv->bt", logits, onehot)
    return ((log_z - z_y) * keep).sum() / torch.clamp(keep.sum(), min=1.0)
