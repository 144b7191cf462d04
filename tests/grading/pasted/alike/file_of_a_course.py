# problem: gmm-em-step
# expect: invalid
# says: line 5 needs 5-pdf, which is not installed here
import numpy as np
pdf = __import__("5-pdf").pdf


def expectation(X, pi, m, S):
    g = np.array([pi[i] * pdf(X, m[i], S[i]) for i in range(len(pi))])
    return g / g.sum(0), np.log(g.sum(0)).sum()
