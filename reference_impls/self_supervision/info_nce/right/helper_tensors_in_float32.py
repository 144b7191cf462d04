
import torch
import torch.nn as nn
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    logits = torch.cat([(q * k_pos).sum(-1, keepdim=True), torch.einsum("bd,bkd->bk", q, k_neg)], 1) / tau
    first = torch.zeros(logits.shape[1])
    first[0] = 1.0
    return -(torch.log_softmax(logits, 1) @ first).mean()
