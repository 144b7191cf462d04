# slip: full-beam-of-unfinished
import heapq


def beam_search(log_probs, start, beam, max_len, eos):
    live, best = [(0.0, [start])], (float("-inf"), None)
    for _ in range(max_len - 1):
        cand = []
        for s, h in live:
            for t, lp in enumerate(log_probs(h).tolist()):
                if t == eos:
                    best = max(best, (s + lp, h + [t]))
                else:
                    cand.append((s + lp, h + [t]))
        live = heapq.nlargest(beam, cand)
    return max([best] + live)[1]
