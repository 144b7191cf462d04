# slip: finished-preferred
import torch


def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [([start], 0.0)]
    for _ in range(max_len - 1):
        new = []
        for ids, s in hyps:
            if ids[-1] == eos:
                new.append((ids, s))
                continue
            lp = torch.as_tensor(log_probs(ids))
            top = torch.topk(lp, min(beam, lp.numel()))
            new.extend((ids + [int(t)], s + v.item()) for v, t in zip(top.values, top.indices))
        hyps = sorted(new, key=lambda h: h[1], reverse=True)[:beam]
    finished = [h for h in hyps if h[0][-1] == eos]
    return max(finished if finished else hyps, key=lambda h: h[1])[0]
