import torch


class L1Unstructured:
    """compute_mask and apply, as pruning libraries have it."""

    def __init__(self, amount):
        self.amount = amount

    def compute_mask(self, t, default_mask):
        nparams_toprune = round(self.amount * t.nelement())
        mask = default_mask.clone(memory_format=torch.contiguous_format)
        if nparams_toprune != 0:
            topk = torch.topk(torch.abs(t).reshape(-1), k=nparams_toprune, largest=False)
            mask.reshape(-1)[topk.indices] = 0
        return mask


def magnitude_prune(weight, fraction):
    mask = L1Unstructured(fraction).compute_mask(weight, torch.ones_like(weight))
    return mask.to(dtype=weight.dtype) * weight
