# slip: shifted
import torch
import torch.nn.functional as F


def perplexity(logits, targets, ignore_index=-100):
    shift_logits = logits[..., :-1, :].contiguous()
    shift_labels = targets[..., 1:].contiguous()
    loss = F.cross_entropy(
        shift_logits.view(-1, shift_logits.size(-1)), shift_labels.view(-1), ignore_index=ignore_index
    )
    return torch.exp(loss)
