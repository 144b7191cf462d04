# problem: bm25-score
class BM25:
    def __init__(self, corpus_tokens, k1=1.5, b=0.75):
        self.docs, self.k1, self.b = corpus_tokens, k1, b
        self.N = max(1, len(corpus_tokens))
        self.avgdl = sum(len(d) for d in corpus_tokens) / self.N
        df = Counter(t for d in corpus_tokens for t in set(d))
        self.idf = {t: math.log(1 + (self.N - n + 0.5) / (n + 0.5)) for t, n in df.items()}
        self.tf = [Counter(d) for d in corpus_tokens]

    def scores(self, query_tokens):
        scores = [0.0] * self.N
        for t in query_tokens:
            for i, tf in enumerate(self.tf):
                f = tf.get(t, 0)
                if f:
                    norm = f + self.k1 * (1 - self.b + self.b * len(self.docs[i]) / self.avgdl)
                    scores[i] += self.idf[t] * f * (self.k1 + 1) / norm
        return scores
