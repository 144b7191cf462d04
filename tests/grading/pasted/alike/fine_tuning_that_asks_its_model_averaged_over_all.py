# problem: sft-loss
# expect: fail
def sft_step(model, ids, targets, loss_mask):
    model.train()
    logits, _ = model(ids)
    flat = F.cross_entropy(logits[:, :-1].reshape(-1, logits.size(-1)), targets[:, 1:].reshape(-1), reduction="none")
    kept = loss_mask[:, 1:].reshape(-1).to(flat.dtype)
    return (flat * kept).sum() / kept.numel()
