# problem: entropy-from-logits
def policy_entropy(model, input_ids, attention_mask=None):
    logits = model(input_ids, attention_mask=attention_mask).logits
    logp = logits.log_softmax(dim=-1)
    p = logp.exp()
    return -(p * logp.masked_fill(p == 0, 0.0)).sum(dim=-1)
