import torch


def beam_search(log_probs, start, beam, max_len, eos):
    seqs, scores = [[start]], torch.zeros(1, dtype=torch.float64)
    for _ in range(max_len - 1):
        if all(s[-1] == eos for s in seqs):
            break
        pool, pool_scores = [], []
        for s, sc in zip(seqs, scores):
            if s[-1] == eos:
                pool.append(s)
                pool_scores.append(sc)
                continue
            lp = log_probs(s)
            for tok in range(lp.shape[0]):
                pool.append(s + [tok])
                pool_scores.append(sc + lp[tok])
        scores, idx = torch.stack(pool_scores).topk(min(beam, len(pool)))
        seqs = [pool[i] for i in idx.tolist()]
    return seqs[int(scores.argmax())]
