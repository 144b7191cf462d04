import math


class BM25:
    """An index in the manner of the usual package: tables first, scores afterwards."""

    def __init__(self, corpus, k1, b):
        self.k1, self.b = k1, b
        self.corpus_size = len(corpus)
        self.doc_len, self.doc_freqs, nd = [], [], {}
        for document in corpus:
            self.doc_len.append(len(document))
            frequencies = {}
            for word in document:
                frequencies[word] = frequencies.get(word, 0) + 1
            self.doc_freqs.append(frequencies)
            for word in frequencies:
                nd[word] = nd.get(word, 0) + 1
        self.avgdl = sum(self.doc_len) / self.corpus_size
        self.idf = {w: math.log(1 + (self.corpus_size - n + 0.5) / (n + 0.5)) for w, n in nd.items()}

    def get_scores(self, query):
        score = [0] * self.corpus_size
        for q in query:
            for i, freqs in enumerate(self.doc_freqs):
                f = freqs.get(q, 0)
                norm = self.k1 * (1 - self.b + self.b * self.doc_len[i] / self.avgdl)
                score[i] += (self.idf.get(q) or 0) * (f * (self.k1 + 1) / (f + norm))
        return score


def bm25_scores(query, docs, k1=1.5, b=0.75):
    return BM25(docs, k1, b).get_scores(query)
