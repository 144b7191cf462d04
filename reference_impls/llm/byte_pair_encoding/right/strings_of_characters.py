# Every id is one character of a private string, so that str.replace merges from the left without overlap.
def _start(text):
    return "".join(map(chr, text.encode("utf-8")))


def bpe_train(text, n_merges):
    s, merges = _start(text), []
    while len(merges) < n_merges:
        best = None
        for p in {s[i:i + 2] for i in range(len(s) - 1)}:
            n = sum(s.startswith(p, i) for i in range(len(s) - 1))
            key = (-n, ord(p[0]), ord(p[1]))
            if best is None or key < best:
                best = key
        if best is None or best[0] > -2:
            break
        new = 256 + len(merges)
        s = s.replace(chr(best[1]) + chr(best[2]), chr(new))
        merges.append([[best[1], best[2]], new])
    return merges


def bpe_encode(text, merges):
    s = _start(text)
    for (a, b), new in merges:
        s = s.replace(chr(a) + chr(b), chr(new))
    return [ord(c) for c in s]
