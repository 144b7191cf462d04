# slip: none
import torch


@torch.no_grad()
def embedding(ids, weight, padding_idx=None):
    return weight[ids]
