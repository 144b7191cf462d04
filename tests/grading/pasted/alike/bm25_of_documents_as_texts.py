# problem: bm25-score
# says: the inputs were converted to texts
import math


class BM25:
    def __init__(self, corpus, k1=1.5, b=0.75):
        self.docs = [document.split() for document in corpus]
        self.k1, self.b = k1, b
        self.avg = sum(map(len, self.docs)) / len(self.docs)

    def idf(self, word):
        df = sum(word in doc for doc in self.docs)
        return math.log(1 + (len(self.docs) - df + 0.5) / (df + 0.5))

    def get_scores(self, query):
        scores = []
        for doc in self.docs:
            score = 0.0
            for word in query.split():
                tf = doc.count(word)
                score += self.idf(word) * tf * (self.k1 + 1) / (tf + self.k1 * (1 - self.b + self.b * len(doc) / self.avg))
            scores.append(score)
        return scores
