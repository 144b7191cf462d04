# problem: masked-diffusion-loss
# expect: fail
import torch.nn.functional as F


def compute_loss(logits, input_ids, masked_indices, p_mask):
    b, l = input_ids.shape
    of_tokens = F.cross_entropy(logits[masked_indices], input_ids[masked_indices], reduction="none")
    return (of_tokens / p_mask[masked_indices]).sum() / masked_indices.sum()
