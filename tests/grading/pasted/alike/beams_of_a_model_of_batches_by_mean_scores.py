# problem: beam-search
# expect: fail
@torch.no_grad()
def beam_search(model, start_token, beam_size, max_len, eos_token):
    beams = [([start_token], 0.0)]
    for _ in range(max_len - 1):
        if all(seq[-1] == eos_token for seq, _ in beams):
            break
        candidates = []
        for seq, score in beams:
            if seq[-1] == eos_token:
                candidates.append((seq, score))
                continue
            ids = torch.tensor([seq])
            logits = model(ids)
            log_probs = torch.log_softmax(logits[0, -1], dim=-1)
            for token, lp in enumerate(log_probs.tolist()):
                candidates.append((seq + [token], (score + lp) / (len(seq) + 1)))
        beams = sorted(candidates, key=lambda c: c[1], reverse=True)[:beam_size]
    return beams[0][0]
