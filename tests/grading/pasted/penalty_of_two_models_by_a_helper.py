# problem: k3-kl
# says: your model and ref_model give logp and logp_ref
def taken_logps(model, ids, count):
    scores = model(ids).logits[:, :-1].log_softmax(-1)
    return scores.gather(-1, ids[:, 1:, None]).squeeze(-1)[:, -count:]


def penalty_per_token(model, ref_model, ids, count):
    own_logps = taken_logps(model, ids, count)
    with torch.no_grad():
        base_logps = taken_logps(ref_model, ids, count)
    return torch.exp(base_logps - own_logps) - (base_logps - own_logps) - 1
