# slip: none-gives-nan
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    y = labels[:, 1:].clone()
    y[response_mask[:, 1:] == 0] = -100
    return F.cross_entropy(logits[:, :-1].reshape(-1, logits.size(-1)), y.reshape(-1), ignore_index=-100)
