import torch


def random_masking(x, ratio, noise):
    """Rank = how many of the sample's patches have smaller noise."""
    rank = (noise[:, None, :] < noise[:, :, None]).sum(-1)
    keep = x.shape[1] - round(x.shape[1] * ratio)
    chosen = torch.nn.functional.one_hot(rank, x.shape[1])[..., :keep].to(x.dtype)  # patch, place
    return torch.einsum("blk,bld->bkd", chosen, x), 1 - chosen.sum(-1), rank
