# slip: unsafe-log
def masked_diffusion_loss(logits, x0, masked, t):
    p = logits.softmax(-1)[masked].gather(1, x0[masked][:, None])[:, 0]
    w = (1 / t)[:, None].expand(x0.shape)[masked]
    return -(w * p.log()).sum() / x0.numel()
