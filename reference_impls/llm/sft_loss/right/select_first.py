import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    """Select before the loss, so that nothing at a prompt position can poison it."""
    keep = response_mask[:, 1:].bool()
    if not keep.any():
        return logits.sum() * 0.0
    return F.cross_entropy(logits[:, :-1][keep], labels[:, 1:][keep])
