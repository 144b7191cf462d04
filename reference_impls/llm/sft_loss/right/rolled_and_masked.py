import torch


def sft_loss(logits, labels, response_mask):
    lp = logits.log_softmax(-1)
    nxt = torch.roll(labels, -1, dims=1)
    m = torch.roll(response_mask.to(lp.dtype), -1, dims=1)
    m[:, -1] = 0
    tok = lp.gather(2, nxt[..., None]).squeeze(2)
    return -(tok * m).sum() / m.sum().clamp_min(1)
