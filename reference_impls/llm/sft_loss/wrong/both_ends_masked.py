# slip: first-response-token-lost
import torch.nn.functional as F
def sft_loss(logits, labels, response_mask):
    m = (response_mask[:, 1:] * response_mask[:, :-1]).to(logits.dtype)
    l = F.cross_entropy(logits[:, :-1].transpose(1, 2), labels[:, 1:], reduction='none')
    return (l * m).sum() / m.sum().clamp(min=1)
