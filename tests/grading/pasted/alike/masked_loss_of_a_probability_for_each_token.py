# problem: masked-diffusion-loss
# says: tensors of one number per token
import torch.nn.functional as F


def compute_loss(logits, input_ids, masked_indices, p_mask):
    b, l = input_ids.shape
    of_tokens = F.cross_entropy(logits[masked_indices], input_ids[masked_indices], reduction="none")
    return (of_tokens / p_mask[masked_indices]).sum() / (b * l)
