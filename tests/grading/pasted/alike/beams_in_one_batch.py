# problem: beam-search
def beam_search_decode(model, bos_id, beam_width, max_length, eos_id):
    sequences = torch.tensor([[bos_id]])
    scores = torch.zeros(1)
    done = torch.tensor([False])
    while sequences.size(1) < max_length and not done.all():
        logits = model(sequences)[:, -1, :]
        logp = torch.log_softmax(logits, dim=-1)
        V = logp.shape[-1]
        logp[done] = float("-inf")
        logp[done, eos_id] = 0
        total = scores[:, None] + logp
        scores, idx = total.view(-1).topk(min(beam_width, total.numel()))
        parent, tok = idx // V, idx % V
        sequences = torch.cat([sequences[parent], tok[:, None]], dim=1)
        done = done[parent] | (tok == eos_id)
    best = sequences[scores.argmax()].tolist()
    if eos_id in best:
        best = best[: best.index(eos_id) + 1]
    return best
