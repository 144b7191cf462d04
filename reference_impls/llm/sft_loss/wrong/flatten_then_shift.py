# slip: flattened-before-the-shift
import torch.nn.functional as F
def sft_loss(logits, labels, response_mask):
    x = logits.reshape(-1, logits.shape[-1])[:-1]
    y = labels.reshape(-1)[1:]
    m = response_mask.reshape(-1)[1:].to(logits.dtype)
    return (F.cross_entropy(x, y, reduction='none') * m).sum() / m.sum().clamp(min=1)
