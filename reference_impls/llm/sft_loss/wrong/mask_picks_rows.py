# slip: mask-as-an-index
import torch
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    nll = F.cross_entropy(logits[:, :-1].transpose(1, 2), labels[:, 1:], reduction="none")
    return nll[response_mask[:, 1:]].mean()
