# slip: one-for-each-sequence
import torch.nn.functional as F
def perplexity(logits, targets, ignore_index=-100):
    l = F.cross_entropy(logits.transpose(1, 2), targets, ignore_index=ignore_index, reduction='none')
    k = (targets != ignore_index)
    return (l.sum(1) / k.sum(1).clamp(min=1)).exp()
