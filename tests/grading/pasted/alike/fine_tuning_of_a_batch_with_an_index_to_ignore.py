# problem: sft-loss
# says: your labels are -100 where response_mask is 0
def sft(batch, ignore_index=-100):
    logits, labels = batch["logits"][:, :-1], batch["labels"][:, 1:]
    total = F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=ignore_index, reduction="sum")
    return total / (labels != ignore_index).sum().clamp(min=1)
