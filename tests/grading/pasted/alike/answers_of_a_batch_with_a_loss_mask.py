# problem: sft-loss
def sft_loss(logits, batch):
    mask = batch["loss_mask"]
    labels = batch["labels"]
    lp = F.cross_entropy(logits[:, :-1].transpose(1, 2), labels[:, 1:], reduction="none")
    m = mask[:, 1:].to(lp.dtype)
    return (lp * m).sum() / m.sum().clamp(min=1)
