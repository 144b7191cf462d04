# slip: labels-times-mask
import torch.nn.functional as F
def sft_loss(logits, labels, response_mask):
    t = (labels * response_mask).long()[:, 1:]
    return F.cross_entropy(logits[:, :-1].transpose(1, 2), t)
