# slip: ignored-read-as-0
import torch
def perplexity(logits, targets, ignore_index=-100):
    lp = torch.log_softmax(logits, -1)
    t = targets.clone()
    t[targets == ignore_index] = 0
    return torch.exp(-lp.gather(-1, t[..., None]).mean())
