# problem: masked-diffusion-loss
# expect: error
# says: too many indices
def llada_loss(logits, x0, masked, t):
    """logits (B, L, V), x0 (B, L), masked (B, L), t (B,)"""
    nll = F.cross_entropy(logits[masked], x0[masked], reduction="none")
    return (nll / t[masked]).sum() / x0.numel()
