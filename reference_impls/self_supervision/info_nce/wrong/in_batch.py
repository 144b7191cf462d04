# slip: in-batch-negatives-too
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    a = q @ k_pos.T / tau
    b = torch.einsum("bd,bkd->bk", q, k_neg) / tau
    return torch.nn.functional.cross_entropy(torch.cat([a, b], 1), torch.arange(len(q)))
