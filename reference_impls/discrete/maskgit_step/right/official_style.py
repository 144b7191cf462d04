import math
import torch


def mask_by_random_topk(mask_len, confidence):
    sorted_confidence = torch.sort(confidence, dim=-1).values
    cut_off = sorted_confidence[:, mask_len : mask_len + 1]
    return confidence < cut_off


def maskgit_step(tokens, logits, step, steps, mask_id):
    unknown_map = tokens == mask_id
    sampled_ids = logits.argmax(-1)
    sampled_ids = torch.where(unknown_map, sampled_ids, tokens)
    ratio = 1.0 * (step + 1) / steps
    mask_ratio = math.cos(math.pi / 2.0 * ratio)
    probs = torch.softmax(logits, dim=-1)
    selected = torch.gather(probs, -1, sampled_ids.clamp(max=logits.shape[-1] - 1)[..., None]).squeeze(-1)
    selected = torch.where(unknown_map, selected, torch.full_like(selected, float("inf")))
    masking = mask_by_random_topk(int(tokens.shape[1] * mask_ratio), selected)
    return torch.where(masking, mask_id, sampled_ids)
