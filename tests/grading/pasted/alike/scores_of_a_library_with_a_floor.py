# problem: bm25-score
# expect: fail
# says: as rank_bm25 does
class Okapi:
    def __init__(self, corpus, k1=1.5, b=0.75, epsilon=0.25):
        self.k1, self.b, self.freqs, self.lengths = k1, b, [], []
        found = {}
        for document in corpus:
            counts = {word: document.count(word) for word in document}
            self.freqs.append(counts)
            self.lengths.append(len(document))
            for word in counts:
                found[word] = found.get(word, 0) + 1
        self.idf = {w: math.log(len(corpus) - n + 0.5) - math.log(n + 0.5) for w, n in found.items()}
        floor = epsilon * sum(self.idf.values()) / len(self.idf)
        self.idf = {w: floor if idf < 0 else idf for w, idf in self.idf.items()}

    def get_scores(self, query):
        lengths = np.array(self.lengths)
        score = np.zeros(len(lengths))
        for word in query:
            tf = np.array([counts.get(word, 0) for counts in self.freqs])
            rest = 1 - self.b + self.b * lengths / lengths.mean()
            score += self.idf.get(word, 0) * tf * (self.k1 + 1) / (tf + self.k1 * rest)
        return score
