# problem: speculative-decoding
# expect: fail
def verify_drafts(draft_tokens, draft_probs, target_probs, uniforms):
    batch, gamma = draft_tokens.shape
    index = draft_tokens.unsqueeze(-1)
    q = draft_probs.gather(2, index).squeeze(-1)
    p = target_probs[:, :gamma].gather(2, index).squeeze(-1)
    kept = (uniforms < p / q).long().sum(dim=1)
    padded = torch.cat([draft_probs, torch.zeros_like(draft_probs[:, :1])], dim=1)
    rows = torch.arange(batch)
    rest = (target_probs[rows, kept] - padded[rows, kept]).clamp(min=0)
    return kept, rest / rest.sum(dim=-1, keepdim=True)
