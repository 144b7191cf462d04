import numpy as np


def beam_search(log_probs, start, beam, max_len, eos):
    ids = [np.array([start])]
    score = np.zeros(1)
    step = 1
    while step < max_len and any(h[-1] != eos for h in ids):
        rows = []
        for h, s in zip(ids, score):
            lp = log_probs(h.tolist())
            if len(h) > 1 and h[-1] == eos:
                row = np.full(len(lp), -np.inf)
                row[eos] = s
            else:
                row = s + lp
            rows.append(row)
        table = np.stack(rows)
        flat = table.ravel()
        order = np.argsort(-flat)[:beam]
        order = order[np.isfinite(flat[order])]
        ids = [ids[o // table.shape[1]] if len(ids[o // table.shape[1]]) > 1 and ids[o // table.shape[1]][-1] == eos
               else np.append(ids[o // table.shape[1]], o % table.shape[1]) for o in order]
        score = flat[order]
        step += 1
    return ids[0]
