# slip: mean-of-sequences-of-what-is-kept
import torch


def perplexity(logits, targets, ignore_index=-100):
    """Wrong when the rows keep different numbers of targets, e.g. targets = [[0, 1, 2], [1, -100, -100]]. Right when all keep as many."""
    keep = targets.ne(ignore_index)
    logp = torch.log_softmax(logits, dim=-1)
    idx = targets.masked_fill(~keep, 0)
    nll = -logp.gather(2, idx[..., None])[..., 0] * keep
    count = keep.sum(dim=1)
    per_seq = nll.sum(dim=1)[count > 0] / count[count > 0]
    return per_seq.mean().exp()
