# slip: no-softmax
import torch.nn.functional as F
def perplexity(logits, targets, ignore_index=-100):
    return F.nll_loss(logits.flatten(0, 1), targets.flatten(), ignore_index=ignore_index).exp()
