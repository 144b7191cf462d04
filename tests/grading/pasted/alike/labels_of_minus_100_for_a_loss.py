# problem: sft-loss
# expect: fail
# says: Your code returns 0/0 = NaN when there is no response token.
import torch.nn.functional as F
def loss_fn(logits, labels):
    shift_logits = logits[:, :-1, :].contiguous()
    shift_labels = labels[:, 1:].contiguous()
    return F.cross_entropy(shift_logits.view(-1, shift_logits.size(-1)), shift_labels.view(-1), ignore_index=-100)
