from collections import Counter


class Tokens(list):
    def merge(self, a, b, new):
        i = 0
        while i + 1 < len(self):
            if self[i] == a and self[i + 1] == b:
                self[i] = new
                del self[i + 1]
            i += 1


def bpe_train(text, n_merges):
    tokens = Tokens(text.encode("utf8"))
    out = []
    for step in range(n_merges):
        c = Counter(zip(tokens, tokens[1:]))
        ranked = sorted(c.items(), key=lambda kv: (-kv[1], kv[0]))
        if not ranked or ranked[0][1] == 1:
            return out
        (a, b), _ = ranked[0]
        tokens.merge(a, b, 256 + step)
        out.append(((a, b), 256 + step))
    return out


def bpe_encode(text, merges):
    tokens = Tokens(text.encode("utf8"))
    for (a, b), new in merges:
        tokens.merge(a, b, new)
    return list(tokens)
