# slip: softmax-twice
import torch
def perplexity(logits, targets, ignore_index=-100):
    keep = targets != ignore_index
    p = logits[keep].softmax(-1)
    import torch.nn.functional as F
    return F.cross_entropy(p, targets[keep]).exp()
