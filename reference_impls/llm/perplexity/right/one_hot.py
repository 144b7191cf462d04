import torch
import torch.nn.functional as F
def perplexity(logits, targets, ignore_index=-100):
    keep = targets.ne(ignore_index)
    oh = F.one_hot(torch.where(keep, targets, 0), logits.size(-1)).to(logits.dtype)
    nll = -(logits.log_softmax(-1) * oh).sum(-1)
    return (nll[keep].sum() / keep.sum()).exp()
