import torch


def beam_search(log_probs, start, beam, max_len, eos):
    """No hypothesis can have more than `beam` of its extensions kept."""
    beams = [(torch.tensor([start]), torch.tensor(0.0))]
    for t in range(1, max_len):
        cand = []
        for ids, s in beams:
            if ids[-1].item() == eos and len(ids) > 1:
                cand.append((ids, s))
                continue
            lp = torch.from_numpy(log_probs(ids.tolist())).float()
            v, i = lp.topk(min(beam, len(lp)))
            cand += [(torch.cat([ids, j.view(1)]), s + x) for x, j in zip(v, i)]
        beams = sorted(cand, key=lambda c: c[1].item(), reverse=True)[:beam]
    return max(beams, key=lambda c: c[1].item())[0]
