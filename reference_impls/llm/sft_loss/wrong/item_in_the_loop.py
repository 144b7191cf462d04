# slip: detached
import torch


def sft_loss(logits, labels, response_mask):
    total, n = 0.0, 0
    lp = logits.log_softmax(-1)
    for b in range(logits.shape[0]):
        for t in range(1, logits.shape[1]):
            if response_mask[b, t] == 1:
                total -= lp[b, t - 1, labels[b, t]].item()
                n += 1
    return torch.tensor(total / max(n, 1), dtype=logits.dtype)
