# problem: beam-search
def beam_search(score_fn, bos_id, beam_size, max_length, eos_id):
    beams = [([bos_id], 0.0)]
    while True:
        cands, done = [], True
        for seq, s in beams:
            if seq[-1] == eos_id or len(seq) >= max_length:
                cands.append((seq, s)); continue
            done = False
            lp = score_fn(seq)
            for tok in range(len(lp)):
                cands.append((seq + [tok], s + float(lp[tok])))
        if done: break
        beams = sorted(cands, key=lambda c: c[1], reverse=True)[:beam_size]
    return max(beams, key=lambda c: c[1])[0]
