from collections import defaultdict
def bpe_train(text, n_merges):
    seq = [*text.encode("utf-8")]
    learnt = []
    for k in range(n_merges):
        where = defaultdict(list)
        for i in range(1, len(seq)):
            where[seq[i-1], seq[i]].append(i)
        good = [(len(v), (-p[0], -p[1])) for p, v in where.items() if len(v) > 1]
        if not good: break
        _, (a, b) = max(good)
        a, b = -a, -b
        learnt.append(((a, b), 256 + k))
        last = -1
        keep = []
        for i, t in enumerate(seq):
            if i == last + 1 and last >= 0 and i in taken: continue
            if i + 1 < len(seq) and (t, seq[i+1]) == (a, b):
                taken = {i + 1}; last = i
                keep.append(256 + k)
            else:
                keep.append(t)
        seq = keep
    return learnt
def bpe_encode(text, merges):
    rank = {p: r for r, (p, _) in enumerate(merges)}
    seq = list(bytearray(text, "utf-8"))
    while True:
        best = min(((rank[a, b], i) for i, (a, b) in enumerate(zip(seq, seq[1:])) if (a, b) in rank), default=None)
        if best is None: return seq
        seq[best[1]:best[1]+2] = [merges[best[0]][1]]
