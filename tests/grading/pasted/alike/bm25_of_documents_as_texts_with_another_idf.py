# problem: bm25-score
# expect: fail
import math


def bm25_scores(query, docs, k1=1.5, b=0.75):
    docs = [doc.split() for doc in docs]
    avg = sum(map(len, docs)) / len(docs)
    scores = []
    for doc in docs:
        score = 0.0
        for word in query.split():
            df = sum(word in other for other in docs)
            tf = doc.count(word)
            score += math.log(len(docs) / (df + 1)) * tf * (k1 + 1) / (tf + k1 * (1 - b + b * len(doc) / avg))
        scores.append(score)
    return scores
